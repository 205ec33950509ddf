using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Application.Mails;

/// <summary>What is handed over in one message: one mail, or all of somebody's digest.</summary>
/// <param name="Id">Names the message.</param>
/// <param name="Mails">Of one person; at least one.</param>
public sealed record MailBatch(Guid Id, IReadOnlyList<Mail> Mails)
{
    public Guid UserId => Mails[0].UserId;

    public int Round => Mails.Max(m => m.Round);

    public int Attempts => Mails.Max(m => m.Attempts);
}

/// <summary>
/// The mails that wait in the database, given out to whichever portal asks: each to one, for as long as its lease. A
/// mail is marked as being sent before it is handed over, and as sent after it. Whoever is killed before the mail
/// server has taken it loses nothing: the mail goes out once the lease is over. Whoever is killed after the server has
/// taken it and before that is marked leaves it to be handed over a second time, and so does a connection that is lost
/// before the server's answer has come: SMTP has no way to ask. It has the same Message-ID then, by which many mail
/// systems show it once; those that do not look show it twice. That window is one answer and one statement long, for
/// one message at a time.
/// </summary>
public sealed class Outbox(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <summary>Longer than handing over one message can take.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Attempts after which a mail has failed: about six hours.</summary>
    public const int MostAttempts = 12;

    private static readonly TimeSpan _firstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromHours(1);

    private const int WhyLength = 300;

    /// <returns>What is due first, marked as being sent; null when nothing is.</returns>
    public async Task<MailBatch?> TakeAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().ToMicroseconds();
        var until = now + Lease;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var heads = await db.Set<Mail>().FromSql($"""
            update mails set state = 'Sending', lease_until = {until}, attempts = attempts + 1,
                batch = coalesce(batch, id)
            where id = (
                select id from mails
                where ((state = 'Waiting' and due_at <= {now}) or (state = 'Sending' and lease_until <= {now}))
                    and (batch is null or batch = id)
                order by due_at, id limit 1 for update skip locked)
            returning *
            """).ToListAsync(ct);
        if (heads is not [var head])
        {
            return null;
        }

        // What is begun together stays together: one digest is one message, however often it is tried.
        var isFirst = head.IsDigest && head.Attempts == 1;
        var others = !head.IsDigest ? [] : await db.Set<Mail>().FromSql($"""
            update mails set state = 'Sending', lease_until = {until}, attempts = attempts + 1, batch = {head.Batch}
            where id in (
                select id from mails
                where user_id = {head.UserId} and is_digest and id <> {head.Id} and state in ('Waiting', 'Sending')
                    and ((batch is null and state = 'Waiting' and {isFirst}) or batch = {head.Batch})
                for update skip locked)
            returning *
            """).ToListAsync(ct);
        await transaction.CommitAsync(ct);
        return new(head.Batch!.Value, [head, .. others.OrderBy(m => m.QueuedAt).ThenBy(m => m.Id)]);
    }

    /// <summary>The mail server has taken it.</summary>
    /// <param name="overtaken">Of the batch, what was left out of it, each with the reason.</param>
    public async Task SentAsync(MailBatch batch, IReadOnlyDictionary<Guid, string> overtaken, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToMicroseconds();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sent = batch.Mails.Select(m => m.Id).Where(id => !overtaken.ContainsKey(id)).ToArray();
        await db.Database.ExecuteSqlAsync($"""
            update mails set state = 'Sent', sent_at = {now}, lease_until = null, why = null where id = any({sent})
            """, ct);
        foreach (var (id, why) in overtaken)
        {
            await db.Database.ExecuteSqlAsync($"""
                update mails set state = 'Overtaken', lease_until = null, why = {why} where id = {id}
                """, ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>It cannot be sent as things are; by hand it can be, later.</summary>
    public Task KeepAsync(MailBatch batch, string why, CancellationToken ct) =>
        EndAsync(batch, MailState.NotSent, why, null, ct);

    /// <summary>The mail server did not take it: again after a pause that grows, until it has failed.</summary>
    /// <param name="isFinal">It would be refused again.</param>
    public Task FailedAsync(MailBatch batch, string why, bool isFinal, CancellationToken ct) =>
        isFinal || batch.Attempts >= MostAttempts
            ? EndAsync(batch, MailState.Failed, why, null, ct)
            : EndAsync(batch, MailState.Waiting, why, time.GetUtcNow() + PauseAfter(batch.Attempts), ct);

    internal static TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromTicks(Math.Min(_longestPause.Ticks, _firstPause.Ticks << Math.Clamp(attempts - 1, 0, 10)));

    private async Task EndAsync(MailBatch batch, MailState state, string why, DateTimeOffset? due, CancellationToken ct)
    {
        var ids = batch.Mails.Select(m => m.Id).ToArray();
        var reason = why.Length > WhyLength ? why[..WhyLength] : why;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlAsync($"""
            update mails set state = {state.ToString()}, why = {reason}, lease_until = null,
                due_at = coalesce({due}, due_at)
            where id = any({ids})
            """, ct);
    }
}
