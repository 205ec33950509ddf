using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>What the store holds, as the database says it.</summary>
internal static class StoredFiles
{
    /// <summary>Counts the files whose bytes are not all there, or are others.</summary>
    public const string Halves = """
        select count(*) from contents c where c.length <>
            (select coalesce(sum(length(bytes)), 0) from content_chunks where content_id = c.id)
            or c.sha256 <> (select sha256(coalesce(string_agg(bytes, '' order by no), '')) from content_chunks
                where content_id = c.id)
        """;

    /// <summary>Lower-case hex of every hash in a table.</summary>
    public static async Task<HashSet<string>> HashesAsync(this DemoPortal portal, string table) =>
        [
            .. ((string)(await portal.ScalarAsync($"select string_agg(encode(sha256, 'hex'), ' ') from {table}"))!)
                .Split(' '),
        ];
}
