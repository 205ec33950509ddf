using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Audit;

/// <summary>Records what happened to the portal itself, in a chain of its own.</summary>
public sealed class SiteAudit(IDbContextFactory<PortalDb> readers, TimeProvider time, WritingDbs databases)
{
    public async Task RecordAsync(AuditEntry entry, Viewer viewer, CancellationToken ct = default)
    {
        await using var db = databases.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AppendAsync(db, entry, viewer, time.GetUtcNow().ToMicroseconds(), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Records what a change does that writes in the same transaction: both are there, or neither.</summary>
    /// <param name="change">Gets the transaction and the time. Where it names no entry, nothing stays of it.</param>
    /// <returns>What the change returns.</returns>
    public Task<T> RecordingAsync<T>(
        Func<DbTransaction, DateTimeOffset, Task<(T Result, AuditEntry? Entry)>> change, Viewer viewer,
        CancellationToken ct = default) =>
        WritingAsync((db, now) => change(db.Database.CurrentTransaction!.GetDbTransaction(), now), viewer, ct);

    /// <summary>The same for what stands in the tables beside the audit.</summary>
    /// <inheritdoc cref="RecordingAsync"/>
    internal async Task<T> WritingAsync<T>(
        Func<WritingDb, DateTimeOffset, Task<(T Result, AuditEntry? Entry)>> change, Viewer viewer,
        CancellationToken ct)
    {
        await using var db = databases.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // First of all: two changes that hold what the other needs would wait for each other.
        await db.Database.ExecuteSqlRawAsync("select 1 from site_head where id = 1 for update", ct);
        var now = time.GetUtcNow().ToMicroseconds();
        var (result, entry) = await change(db, now);
        if (entry is not null)
        {
            await AppendAsync(db, entry, viewer, now, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return result;
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<AuditLine>> ReadAsync(int most = 100, CancellationToken ct = default)
    {
        await using var db = await readers.CreateDbContextAsync(ct);
        var rows = await db.Set<SiteAuditRow>().OrderByDescending(r => r.Seq).Take(most).ToListAsync(ct);
        return [.. rows.Select(AuditLine.Of)];
    }

    /// <summary>Locks the chain's head: after a launch's row where both are locked, never before.</summary>
    internal static async Task AppendAsync(
        WritingDb db, AuditEntry entry, Viewer viewer, DateTimeOffset at, CancellationToken ct)
    {
        var head = await db.Set<SiteHead>().FromSqlRaw("select * from site_head where id = 1 for update")
            .AsNoTracking().SingleAsync(ct);
        var actor = new Actor(viewer.UserId, viewer.Name, [], viewer.IsAdministrator);
        var text = AuditText.Of(entry, null, head.Seq + 1, actor, at, touchesFacts: false, []);
        var hash = AuditText.Hash(head.Sha256, text);
        db.Add(new SiteAuditRow { Seq = head.Seq + 1, Entry = text, Prev = head.Sha256, Sha256 = hash });
        db.Attach(head with { Seq = head.Seq + 1, Sha256 = hash }).State = EntityState.Modified;
    }
}
