using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Changes;

/// <summary>Tells whoever lost the answer to a request what became of it.</summary>
public sealed class AskOutcome(WritingDbs databases)
{
    private static readonly TimeSpan _betweenAsking = TimeSpan.FromMilliseconds(250);

    /// <returns>As it was answered; null when nothing of it was committed. Only what is still on its way to the
    /// portal, or being received, may be committed later.</returns>
    public async Task<Outcome.Done?> RunAsync(
        string key, Guid request, Viewer viewer, CancellationToken ct = default)
    {
        await using var db = databases.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Whoever began to commit holds this lock until it is decided.
        return await db.LockAsync(key, ct) is { } launch
            && await db.DoneByAsync(launch, request, ct) is { } kept && kept.Actor == viewer.UserId
            ? kept.Done
            : null;
    }

    /// <summary>Whether it was committed before; what is on its way just now is not waited for.</summary>
    internal async Task<bool> WasDoneAsync(string key, Guid request, Viewer viewer, CancellationToken ct)
    {
        await using var db = databases.Open();
        return await db.Set<Launch>().Where(l => l.Key == key).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct)
            is { } launch && (await db.DoneByAsync(launch, request, ct))?.Actor == viewer.UserId;
    }

    /// <summary>A commit was sent and its answer lost: only the database knows, and is asked until it says.</summary>
    /// <param name="asking">With the request that is asked for.</param>
    /// <returns>Done, or that nothing was saved; or, when the patience is over, that it is not known.</returns>
    internal async Task<Outcome> SettleAsync(string key, Viewer asking, TimeSpan patience)
    {
        var request = asking.Request!.Value;
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < patience;)
        {
            try
            {
                return await RunAsync(key, request, asking) is { } done
                    ? done with { IsRepeat = false }
                    : new Outcome.Refused(new DatabaseIsAway());
            }
            catch (Exception problem) when (DatabaseTrouble.IsPassing(problem))
            {
                await Task.Delay(_betweenAsking);
            }
        }

        return new Outcome.Refused(new OutcomeNotKnown(request));
    }
}

/// <summary>What was committed under the name of a request.</summary>
/// <param name="What">SHA-256 of what was asked; null where it was kept before that was.</param>
internal sealed record DoneBefore(Guid Actor, string? What, Outcome.Done Done)
{
    /// <summary>As it was answered, to whoever asks for the very same; the name stands for nothing else, and for nobody
    /// else.</summary>
    public Outcome To(Viewer viewer, string? what) =>
        viewer.UserId != Actor ? new Outcome.Refused(new IdempotencyKeyReused(null))
        : What is null || What == what ? Done
        : new Outcome.Refused(new IdempotencyKeyReused(Done));
}

internal static class LaunchLocks
{
    /// <summary>Takes the launch's row until the transaction ends; for one that is not there, its key.</summary>
    /// <returns>The launch's id, or null when there is none of this key.</returns>
    public static async Task<Guid?> LockAsync(this WritingDb db, string key, CancellationToken ct)
    {
        await db.Database.ExecuteSqlRawAsync("set local lock_timeout = '5s'", ct);
        var ids = await IdsAsync(db, key, ct);
        if (ids.Count == 0)
        {
            // Two who make the same launch, or ask for it, wait for each other although there is no row to lock yet.
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({key}, 0))", ct);
            ids = await IdsAsync(db, key, ct);
        }

        return ids is [var id] ? id : null;
    }

    /// <summary>The last entry of a launch's audit: inside a snapshot, or under the launch's lock, it stands for all
    /// that was ever done to the launch.</summary>
    /// <returns>Null when there is no such launch.</returns>
    public static async Task<AuditHead?> HeadAsync(this PortalContext db, Guid launch, CancellationToken ct)
    {
        var head = await db.Set<Launch>().Where(l => l.Id == launch).Select(l => new
        {
            l.ChangeNumber,
            Sha256 = db.Set<AuditRow>().Where(a => a.LaunchId == l.Id && a.Seq == l.ChangeNumber)
                .Select(a => a.Sha256).FirstOrDefault(),
        }).FirstOrDefaultAsync(ct);
        return head is null ? null : new(head.ChangeNumber, head.Sha256 ?? []);
    }

    /// <summary>What was done in a launch under the name of a request, or null.</summary>
    public static async Task<DoneBefore?> DoneByAsync(
        this WritingDb db, Guid launch, Guid request, CancellationToken ct)
    {
        var row = await db.Set<AuditRow>().Where(a => a.LaunchId == launch && a.Request == request)
            .Select(a => new { a.Seq, a.Made, a.Entry }).FirstOrDefaultAsync(ct);
        if (row is null)
        {
            return null;
        }

        var entry = JsonNode.Parse(row.Entry)!;
        var waits = entry["waits"].Deserialize<WaitsForSecond>(FactsJson.Options);
        return new(
            Guid.Parse((string)entry["actor"]!["id"]!), (string?)entry["asked"],
            new(row.Seq, row.Made, (bool?)entry["wasThere"] ?? false, IsRepeat: true, waits));
    }

    private static Task<List<Guid>> IdsAsync(WritingDb db, string key, CancellationToken ct) => db.Database
        .SqlQuery<Guid>($"select id as \"Value\" from launches where key = {key} for no key update").ToListAsync(ct);
}
