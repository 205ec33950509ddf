using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Seals;

namespace ReadinessPortal.Application.Seals;

/// <summary>With which key signatures are sealed here.</summary>
/// <param name="Configured">Null: one is made and kept in the database, for Development.</param>
public sealed record SealingTerms(SealingKey? Configured);

/// <summary>
/// The key that seals now, and the public half of every key that ever did. A key is kept, and named in the portal's own
/// audit, before it seals for the first time; a new one leaves what older ones sealed as it is.
/// </summary>
public sealed class SealingKeys(
    SealingTerms terms, IDbContextFactory<PortalDb> databases, SiteAudit audit) : IDisposable
{
    internal const string Added = "SealingKeyAdded";

    private readonly SemaphoreSlim _turn = new(1);
    private SealingKey? _current;

    /// <summary>The key that seals now. Not to be asked under a launch's lock: it may write.</summary>
    public async Task<SealingKey> CurrentAsync(CancellationToken ct = default)
    {
        if (_current is { } known)
        {
            return known;
        }

        await _turn.WaitAsync(ct);
        try
        {
            return _current ??= terms.Configured is { } configured
                ? await KeptAsync(configured, ct)
                : await ForDevelopmentAsync(ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <returns>Null where it never sealed here.</returns>
    public async Task<PublicSealingKey?> FindAsync(string id, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var kept = await db.Set<KeptSealingKey>().Where(k => k.Id == id)
            .Select(k => new { k.PublicKey, IsDevelopment = k.PrivateKey != null }).FirstOrDefaultAsync(ct);
        return kept is null ? null : new(id, Convert.ToBase64String(kept.PublicKey), kept.IsDevelopment);
    }

    public void Dispose()
    {
        _current?.Dispose();
        _turn.Dispose();
    }

    private async Task<SealingKey> KeptAsync(SealingKey key, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await db.Set<KeptSealingKey>().AnyAsync(k => k.Id == key.Id, ct))
        {
            await AddAsync(key, null, ct);
        }

        return key;
    }

    // Of two portals that start at once the first one makes it, and both seal with it.
    private async Task<SealingKey> ForDevelopmentAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } found)
        {
            return found;
        }

        using var made = SealingKey.ForDevelopment();
        await AddAsync(made, made.ExportPrivate(), ct);
        return (await FindAsync(ct))!;
    }

    private async Task<SealingKey?> FindAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var kept = await db.Set<KeptSealingKey>().Where(k => k.PrivateKey != null).OrderBy(k => k.AddedAt)
            .ThenBy(k => k.Id).Select(k => k.PrivateKey).FirstOrDefaultAsync(ct);
        if (kept is null)
        {
            return null;
        }

        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(kept, out _);
        return new(key, isDevelopment: true);
    }

    private Task<bool> AddAsync(SealingKey key, byte[]? privateKey, CancellationToken ct) =>
        audit.WritingAsync<bool>(async (db, now) =>
        {
            if (await db.Set<KeptSealingKey>().AnyAsync(
                k => k.Id == key.Id || (privateKey != null && k.PrivateKey != null), ct))
            {
                return (false, null);
            }

            db.Add(new KeptSealingKey
            {
                Id = key.Id, PublicKey = key.PublicKey, PrivateKey = privateKey, AddedAt = now,
            });
            return (true, new AuditEntry(Added, new(SubjectKind.SealingKey, key.Id),
                key.IsDevelopment ? "Signatures are sealed with a key made for Development"
                    : "Signatures are sealed with another key"));
        }, Viewer.System, ct);
}

/// <summary>A key that seals, or did.</summary>
internal sealed record KeptSealingKey
{
    /// <summary>See <see cref="SealingKey.Id"/>.</summary>
    public required string Id { get; init; }

    public required byte[] PublicKey { get; init; }

    /// <summary>PKCS #8, of a key made for Development; of any other the portal never stores it.</summary>
    public byte[]? PrivateKey { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
