namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>What a disk, or somebody with the server's password, does to stored bytes.</summary>
public static class DamagedStore
{
    private const string Checked = "ck_content_chunks_sha256";

    /// <summary>Turns one bit in the middle of a stored chunk.</summary>
    /// <param name="evidence">Key of what stands on it.</param>
    /// <param name="chunk">From 0.</param>
    public static Task DamageAsync(this DemoPortal portal, string evidence, int chunk = 0) =>
        portal.ChangeAsync(evidence, chunk, "set bytes = set_bit(bytes, 4 * length(bytes), "
            + "1 - get_bit(bytes, 4 * length(bytes)))");

    /// <summary>The same done again, which is what a backup holds.</summary>
    public static Task RestoreAsync(this DemoPortal portal, string evidence, int chunk = 0) =>
        portal.DamageAsync(evidence, chunk);

    /// <summary>Other bytes with their own hash: the chunk is sound, and not one of this file.</summary>
    public static Task ForgeAsync(this DemoPortal portal, string evidence, int chunk = 0) =>
        portal.ChangeAsync(evidence, chunk, "set bytes = decode(repeat('00', length(bytes)), 'hex'), "
            + "sha256 = sha256(decode(repeat('00', length(bytes)), 'hex'))");

    private static async Task ChangeAsync(this DemoPortal portal, string evidence, int chunk, string set) =>
        await portal.ScalarAsync($"""
            alter table content_chunks disable trigger user;
            alter table content_chunks drop constraint {Checked};
            update content_chunks {set} where no = {chunk} and content_id =
                (select c.id from contents c join evidence e on e.sha256 = c.sha256 where e.key = '{evidence}');
            alter table content_chunks add constraint {Checked} check (sha256 = sha256(bytes)) not valid;
            alter table content_chunks enable trigger user
            """);
}
