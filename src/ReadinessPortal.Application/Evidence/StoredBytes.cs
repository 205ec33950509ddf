using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Application.Evidence;

/// <summary>The only way to stored bytes: each chunk is held against its hash before it is given out, and what does not
/// match is an alarm, whoever reads and whatever for.</summary>
public sealed class StoredBytes(IDbContextFactory<PortalDb> databases, DamageAlarm alarm)
{
    /// <param name="content">Whose bytes.</param>
    /// <param name="number">From 0.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <exception cref="EvidenceDamagedException">The chunk is missing, or is not what was stored.</exception>
    internal async Task<byte[]> ChunkAsync(StoredFile content, int number, CancellationToken ct)
    {
        if (await LookAsync(content, number, ct) is var (bytes, damage) && damage is not null)
        {
            await alarm.RaiseAsync(damage);
            throw new EvidenceDamagedException(damage);
        }

        return bytes;
    }

    /// <summary>All chunks are sound, and together they have another hash.</summary>
    /// <exception cref="EvidenceDamagedException">Always.</exception>
    internal async Task RefuseWholeAsync(StoredFile content, string found)
    {
        var damage = new EvidenceDamage(content.Sha256, content.Chunks, null, found);
        await alarm.RaiseAsync(damage);
        throw new EvidenceDamagedException(damage);
    }

    /// <summary>What was found to be damaged before and still is; null where it was restored, or nothing was.</summary>
    internal async Task<EvidenceDamage?> FindAsync(StoredFile content, CancellationToken ct)
    {
        foreach (var before in await alarm.RaisedAsync(content.Sha256, ct))
        {
            var still = before.Chunk is { } number
                ? (await LookAsync(content, number, ct)).Damage
                : await LookAtAllAsync(content, ct);
            if (still is not null)
            {
                return still;
            }
        }

        return null;
    }

    private async Task<EvidenceDamage?> LookAtAllAsync(StoredFile content, CancellationToken ct)
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var number = 0; number < content.Chunks; number++)
        {
            var (bytes, damage) = await LookAsync(content, number, ct);
            if (damage is not null)
            {
                return damage;
            }

            whole.AppendData(bytes);
        }

        var found = Convert.ToHexStringLower(whole.GetHashAndReset());
        return found == content.Sha256 ? null : new(content.Sha256, content.Chunks, null, found);
    }

    private async Task<(byte[] Bytes, EvidenceDamage? Damage)> LookAsync(
        StoredFile content, int number, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var chunk = await db.Set<ContentChunk>()
            .FirstOrDefaultAsync(c => c.ContentId == content.Id && c.No == number, ct);
        var found = chunk is null ? null : SHA256.HashData(chunk.Bytes);
        return found is not null && found.AsSpan().SequenceEqual(chunk!.Sha256)
            && chunk.Bytes.Length == content.LengthOf(number)
            ? (chunk.Bytes, null)
            : ([], new(content.Sha256, content.Chunks, number, found is null ? null : Convert.ToHexStringLower(found)));
    }
}

/// <summary>A file as the store knows it.</summary>
/// <param name="Sha256">Lower-case hex, of all of it.</param>
/// <param name="Length">Bytes.</param>
internal sealed record StoredFile(Guid Id, string Sha256, long Length)
{
    public int Chunks => (int)((Length + EvidenceStore.ChunkBytes - 1) / EvidenceStore.ChunkBytes);

    /// <summary>Bytes that a chunk has.</summary>
    public long LengthOf(int chunk) =>
        Math.Min(EvidenceStore.ChunkBytes, Length - ((long)chunk * EvidenceStore.ChunkBytes));
}
