using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Domain.Identity;

namespace ReadinessPortal.Web.Identity;

/// <summary>What the count says of an attempt. Dispose it when its password was looked at.</summary>
/// <param name="RefusedUntil">Null when its password is to be looked at.</param>
/// <param name="Locked">What it locks should the password be wrong, and only the first time.</param>
/// <param name="Place">The place it has taken; null where it is refused.</param>
internal sealed record AttemptTaken(
    DateTimeOffset? RefusedUntil, IReadOnlyList<AttemptClass> Locked, IDisposable? Place = null) : IDisposable
{
    public void Dispose() => Place?.Dispose();
}

/// <summary>
/// Counts attempts one by one, for all instances: whoever counts holds the rows of the keys until the rule has spoken,
/// so that of many at once each sees the one before it.
/// </summary>
internal sealed class AttemptCounter(IDbContextFactory<IdentityDb> databases, TimeProvider time)
{
    /// <summary>How long one waits for attempts whose passwords are still being looked at.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int SweptAtOnce = 1000;

    private readonly AttemptsInFlight _inFlight = new();
    private byte[]? _salt;

    /// <summary>
    /// Before the password is looked at. A refused attempt counts nowhere. It is not refused because of attempts that
    /// this instance is still looking at: it waits for them, because a right password that was sent many times at once
    /// takes all places until the first is found right, and nobody is to hear then of wrong ones.
    /// </summary>
    public async Task<AttemptTaken> TakeAsync(IReadOnlyCollection<AttemptKey> keys, CancellationToken ct = default)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            var (taken, outcomes) = await CountAsync(keys, ct);
            var rest = Patience - time.GetElapsedTime(since);
            if (outcomes.Count == 0 || rest <= TimeSpan.Zero || !await IsOneRightAsync(outcomes, rest, ct))
            {
                return taken;
            }
        }
    }

    // Each refuses by itself, so one without a right password among those that took its places decides.
    private async Task<bool> IsOneRightAsync(
        IReadOnlyCollection<Task<bool>> outcomes, TimeSpan patience, CancellationToken ct)
    {
        try
        {
            return (await Task.WhenAll(outcomes).WaitAsync(patience, time, ct)).All(r => r);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <returns>Outcomes to wait for, one for each key that refuses it; none where waiting is of no use.</returns>
    private async Task<(AttemptTaken Taken, IReadOnlyCollection<Task<bool>> Outcomes)> CountAsync(
        IReadOnlyCollection<AttemptKey> keys, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var locked = new List<AttemptClass>();
        var refused = new List<DateTimeOffset>();
        var outcomes = new List<Task<bool>?>();
        foreach (var (key, row) in await HeldAsync(db, keys, ct))
        {
            var answer = AttemptRule.Next(row.Count, key.Class, now);
            row.Count = answer.Count;
            locked.AddRange(answer.IsFirstLock ? [key.Class] : []);
            if (answer.RefusedUntil is { } until)
            {
                // While its row is held, no attempt that took one of the places can be found right.
                refused.Add(until);
                outcomes.Add(_inFlight.OutcomeOf(key));
            }
        }

        if (refused.Count > 0)
        {
            // and nothing of the transaction stays
            return (new(refused.Max(), []), outcomes.Contains(null) ? [] : [.. outcomes.OfType<Task<bool>>()]);
        }

        await db.SaveChangesAsync(ct);
        var place = _inFlight.Begin(keys);
        try
        {
            await transaction.CommitAsync(ct);
        }
        catch
        {
            place.Dispose();
            throw;
        }

        return (new(null, locked, place), []);
    }

    /// <summary>The password was right. What is long forgotten goes with it.</summary>
    public async Task SucceededAsync(IReadOnlyCollection<AttemptKey> keys, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var (key, row) in await HeldAsync(db, keys, ct))
        {
            row.Count = AttemptRule.Succeeded(row.Count, key.Class);
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
        _inFlight.Right(keys);
    }

    // In the order of their keys, so that two who hold several never wait for each other.
    private async Task<List<(AttemptKey Key, AttemptRow Row)>> HeldAsync(
        IdentityDb db, IReadOnlyCollection<AttemptKey> keys, CancellationToken ct)
    {
        _salt ??= await db.Database.SqlQuery<byte[]>($"""select salt as "Value" from identity.attempt_salt""")
            .SingleAsync(ct);
        var held = keys.ToDictionary(k => k.Under(_salt));
        string[] texts = [.. held.Keys];
        var rows = await db.Attempts.FromSql(
            $"""
            insert into identity.attempts as held (key, failures, last_at)
            select key, 0, {DateTimeOffset.MinValue} from unnest({texts}) as key order by key
            on conflict (key) do update set failures = held.failures
            returning key, failures, last_at, locked_until
            """).ToListAsync(ct);
        return [.. rows.Select(r => (held[r.Key], r))];
    }
}
