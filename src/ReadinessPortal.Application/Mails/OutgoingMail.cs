using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Application.Mails;

/// <summary>Whether this portal sends mail at all.</summary>
public sealed record MailTerms(bool IsSent)
{
    public const string NoServer = "not sent: no SMTP configured";
}

/// <summary>
/// Puts into the outbox whom a change has to be told to, in the transaction of that change: what is committed is told,
/// what is rolled back is not.
/// </summary>
public sealed class OutgoingMail(MailTerms terms) : IDisposable
{
    // Whatever else changes, nobody is told of it: an edit pays nothing.
    private static readonly HashSet<Type> _causes =
    [
        typeof(RevisionHead), typeof(SignOff), typeof(SignOffWithdrawal), typeof(FinalDecision), typeof(Waiver),
        typeof(GuardedChange), typeof(RoleHolding),
    ];

    private readonly SemaphoreSlim _woken = new(0, 1);

    /// <summary>Something may be due now.</summary>
    public void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            return; // woken already, and not yet up
        }
    }

    /// <summary>Ends when something may be due, or after <paramref name="most"/>.</summary>
    public Task<bool> WaitAsync(TimeSpan most, CancellationToken ct) => _woken.WaitAsync(most, ct);

    public void Dispose() => _woken.Dispose();

    /// <summary>Call it when the change's rows are saved and not committed.</summary>
    /// <param name="touched">Types of the rows.</param>
    /// <returns>Whether anything was put in.</returns>
    internal async Task<bool> QueueAsync(LaunchChange change, HashSet<Type> touched, CancellationToken ct)
    {
        if (!touched.Overlaps(_causes))
        {
            return false;
        }

        var after = change.Saved
            ?? (await BoardReader.ReadAsync(change.Db, change.LaunchId, ct, new(change.Board, touched)))!;
        var frozen = await change.Db.ContentAsync(after.NewestRevision, ct);
        var occasions = new MailOccasions(change.Board, after, frozen, change.Actor.UserId, change.Now).All();
        return occasions.Count > 0
            && await WriteAsync(change.Db, after.Launch, occasions, change.Now, _ => change.Now, ct) > 0;
    }

    /// <summary>Tells somebody about their account, at once. Call <see cref="Wake"/> when it is committed.</summary>
    /// <param name="db">In the transaction of what it tells of.</param>
    /// <param name="what">See <see cref="MailThing"/>.</param>
    public static Task TellOfAccountAsync(
        DbContext db, Guid user, string what, DateTimeOffset now, CancellationToken ct = default)
    {
        var (id, thing) = (Guid.CreateVersion7(), MailThing.Of(what, Guid.CreateVersion7()).ToString());
        return db.Database.ExecuteSqlAsync($"""
            insert into public.mails (id, user_id, kind, thing, state, queued_at, due_at, is_digest, round, attempts)
            values ({id}, {user}, {nameof(MailKind.Account)}, {thing}, {nameof(MailState.Waiting)}, {now}, {now},
                false, 0, 0)
            """, ct);
    }

    /// <summary>What a day of the launch brings is told in the morning of that day, on days when people work.</summary>
    /// <returns>Whether anything was put in.</returns>
    internal async Task<bool> RemindAsync(
        WritingDb db, Launch launch, IReadOnlyList<MailOccasion> occasions, DateTimeOffset now, CancellationToken ct) =>
        await WriteAsync(db, launch, occasions, now, hours => hours.Reminder(launch.Day(now), now), ct) > 0;

    /// <param name="due">When somebody is told who wants no digest; null where they are not told today.</param>
    private async Task<int> WriteAsync(
        WritingDb db, Launch launch, IReadOnlyList<MailOccasion> occasions, DateTimeOffset now,
        Func<MailHours, DateTimeOffset?> due, CancellationToken ct)
    {
        var people = occasions.Select(o => o.UserId).Distinct().ToArray();
        var choices = await db.Set<MailChoice>().Where(c => people.Contains(c.UserId))
            .ToDictionaryAsync(c => c.UserId, ct);
        var own = await db.Set<Preferences>().Where(p => people.Contains(p.UserId))
            .ToDictionaryAsync(p => p.UserId, ct);
        var told =
            (from occasion in occasions
             let choice = choices.GetValueOrDefault(occasion.UserId)
             where choice?.Wants(occasion.Kind) ?? true
             let hours = new MailHours(own.GetValueOrDefault(occasion.UserId)?.Clock ?? launch.Clock())
             let at = due(hours)
             where at is not null
             let isDigest = choice is { IsDigest: true } && occasion.Kind != MailKind.YourTurn
             select (occasion, isDigest, At: isDigest ? hours.Digest(now) : at.Value)).ToList();
        var ids = told.Select(_ => Guid.CreateVersion7()).ToArray();
        var users = told.Select(t => t.occasion.UserId).ToArray();
        var kinds = told.Select(t => t.occasion.Kind.ToString()).ToArray();
        var things = told.Select(t => t.occasion.Thing.ToString()).ToArray();
        var digests = told.Select(t => t.isDigest).ToArray();
        var dues = told.Select(t => t.At.ToUniversalTime()).ToArray();
        var (state, why) = terms.IsSent ? (MailState.Waiting, null) : (MailState.NotSent, MailTerms.NoServer);
        return told.Count == 0 ? 0 : await db.Database.ExecuteSqlAsync($"""
            insert into mails (id, launch_id, user_id, kind, thing, state, why, queued_at, due_at, is_digest, round,
                attempts)
            select m.id, {launch.Id}, m.user_id, m.kind, m.thing, {state.ToString()}, {why}, {now}, m.due_at,
                m.is_digest, 0, 0
            from unnest({ids}, {users}, {kinds}, {things}, {dues}, {digests})
                as m (id, user_id, kind, thing, due_at, is_digest)
            on conflict (launch_id, user_id, kind, thing) do nothing
            """, ct);
    }
}
