using Microsoft.EntityFrameworkCore;
using Npgsql;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Application.Seals;

/// <param name="Signature">What an authority is asked to vouch for: the seal itself, and by it the record.</param>
public sealed record SealWithoutTime(Guid Id, byte[] Signature);

/// <summary>Which seals have the time of an authority, and which wait for it.</summary>
public sealed class SealTimestamps(IDbContextFactory<PortalDb> databases, NpgsqlDataSource source)
{
    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<SealWithoutTime>> MissingAsync(int most, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Seal>().Where(s => !db.Set<SealTimestamp>().Any(t => t.SealId == s.Id))
            .OrderBy(s => s.Id).Take(most).Select(s => new SealWithoutTime(s.Id, s.Signature)).ToListAsync(ct);
    }

    /// <summary>Keeps it; of two that were asked for at once, the first one stays.</summary>
    public async Task KeepAsync(SealWithoutTime seal, TimestampToken token, CancellationToken ct = default)
    {
        await using var command = source.CreateCommand(
            "insert into seal_timestamps (seal_id, token, at) values ($1, $2, $3) on conflict do nothing");
        command.Parameters.Add(new() { Value = seal.Id });
        command.Parameters.Add(new() { Value = token.Der });
        command.Parameters.Add(new() { Value = token.At.ToMicroseconds() });
        await command.ExecuteNonQueryAsync(ct);
    }
}
