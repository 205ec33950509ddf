using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Domain.Identity;

namespace ReadinessPortal.Web.Identity;

/// <summary>What the count says of an attempt.</summary>
/// <param name="RefusedUntil">Null when its password is to be looked at.</param>
/// <param name="Locked">What it locks should the password be wrong, and only the first time.</param>
internal sealed record AttemptTaken(DateTimeOffset? RefusedUntil, IReadOnlyList<AttemptClass> Locked);

/// <summary>
/// Counts attempts one by one, for all instances: whoever counts holds the rows of the keys until the rule has spoken,
/// so that of many at once each sees the one before it.
/// </summary>
internal sealed class AttemptCounter(IDbContextFactory<IdentityDb> databases, TimeProvider time)
{
    private const int SweptAtOnce = 1000;

    private byte[]? _salt;

    /// <summary>Before the password is looked at. A refused attempt counts nowhere.</summary>
    public async Task<AttemptTaken> TakeAsync(IReadOnlyCollection<AttemptKey> keys, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var locked = new List<AttemptClass>();
        var refused = new List<DateTimeOffset>();
        foreach (var (kind, row) in await HeldAsync(db, keys, ct))
        {
            var answer = AttemptRule.Next(row.Count, kind, now);
            row.Count = answer.Count;
            refused.AddRange(answer.RefusedUntil is { } until ? [until] : []);
            locked.AddRange(answer.IsFirstLock ? [kind] : []);
        }

        if (refused.Count > 0)
        {
            return new(refused.Max(), []); // and nothing of the transaction stays
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new(null, locked);
    }

    /// <summary>The password was right. What is long forgotten goes with it.</summary>
    public async Task SucceededAsync(IReadOnlyCollection<AttemptKey> keys, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var (kind, row) in await HeldAsync(db, keys, ct))
        {
            row.Count = AttemptRule.Succeeded(row.Count, kind);
            if (row.Failures == 0)
            {
                db.Remove(row);
            }
        }

        await db.SaveChangesAsync(ct);
        var forgotten = time.GetUtcNow() - AttemptRule.Remembered;
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from identity.attempts where key in (
                select key from identity.attempts where last_at < {forgotten}
                limit {SweptAtOnce} for update skip locked)
            """, ct);
        await transaction.CommitAsync(ct);
    }

    // In the order of their keys, so that two who hold several never wait for each other.
    private async Task<List<(AttemptClass Kind, AttemptRow Row)>> HeldAsync(
        IdentityDb db, IReadOnlyCollection<AttemptKey> keys, CancellationToken ct)
    {
        _salt ??= await db.Database.SqlQuery<byte[]>($"""select salt as "Value" from identity.attempt_salt""")
            .SingleAsync(ct);
        var kinds = keys.ToDictionary(k => k.Under(_salt), k => k.Class);
        string[] texts = [.. kinds.Keys];
        var rows = await db.Attempts.FromSql(
            $"""
            insert into identity.attempts as held (key, failures, last_at)
            select key, 0, {DateTimeOffset.MinValue} from unnest({texts}) as key order by key
            on conflict (key) do update set failures = held.failures
            returning key, failures, last_at, locked_until
            """).ToListAsync(ct);
        return [.. rows.Select(r => (kinds[r.Key], r))];
    }
}
