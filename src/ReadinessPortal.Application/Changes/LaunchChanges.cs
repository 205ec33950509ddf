using Microsoft.Extensions.Logging;
using Npgsql;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Measures;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Changes;

/// <summary>
/// The one door for writing: locks the launch before anything of it is read, and leaves with an audit entry. What is
/// committed is answered as done, whatever fails after it; what follows is left to <see cref="FollowUpWorkers"/>.
/// </summary>
public sealed class LaunchChanges(
    WritingDbs databases, TimeProvider time, LaunchBoards boards, FollowUpWorkers followUps, AskOutcome outcomes,
    IAdministrators administrators, OutgoingMail mails, Outage outage, ILogger<LaunchChanges> log)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _longestPatience = TimeSpan.FromMinutes(5);

    private readonly ChangeLine _line = new();

    /// <param name="asked">Committed only at a stage that admits it, see <see cref="StageRules"/>.</param>
    /// <param name="act">Decides and ends with a commit or an audited refusal; without either nothing was
    /// written.</param>
    /// <param name="first">Work on the same transaction before the launch is locked, such as storing bytes.</param>
    internal Task<Outcome> RunAsync(
        string key, Viewer viewer, LaunchAct asked, Func<LaunchChange, Task<Outcome>> act, CancellationToken ct,
        Func<WritingDb, Task>? first = null) =>
        AttemptAsync(key, viewer, asked, first, async change =>
            !await change.LockAsync(key, ct) ? new Outcome.Refused(new NoSuchLaunch(key))
            : !await change.Db.StandsAsync(viewer, change.Now, ct) ? new Outcome.Refused(new TokenIsOver())
            : change.IsAuditBroken ? new Outcome.Refused(new AuditIsBroken(key))
            : (viewer.Request is null ? null : await change.AnsweredAsync(change.LaunchId, ct)) ?? await act(change),
            ct);

    /// <summary>The same for a launch that does not exist yet: who makes it has to be an administrator now.</summary>
    /// <param name="wanted">What was asked for.</param>
    internal Task<Outcome> CreateAsync(
        Launch launch, object wanted, Viewer viewer, Func<LaunchChange, Task<Outcome>> act, CancellationToken ct,
        Func<WritingDb, Task>? first = null) =>
        AttemptAsync(launch.Key, viewer, new(null, wanted), first, async change =>
        {
            if (await change.Db.LockAsync(launch.Key, ct) is { } there)
            {
                return await change.AnsweredAsync(there, ct) ?? new Outcome.Refused(new LaunchExists(launch.Key));
            }

            if (!viewer.IsSystem && !await administrators.IsAsync(change.Db, viewer.UserId, ct))
            {
                return new Outcome.Refused(new NotAnAdministrator());
            }

            change.Create(launch);
            return await act(change);
        }, ct);

    private async Task<Outcome> AttemptAsync(
        string key, Viewer viewer, LaunchAct asked, Func<WritingDb, Task>? first,
        Func<LaunchChange, Task<Outcome>> act, CancellationToken ct)
    {
        var outcome = await TryAsync(key, viewer, asked, first, act, ct);
        if (outcome is Outcome.Refused { Refusal: var refusal })
        {
            PortalMeasures.Refused(refusal);
        }
        else if (outcome is Outcome.Done { IsRepeat: false })
        {
            PortalMeasures.Done(asked.Action);
        }

        return outcome;
    }

    private async Task<Outcome> TryAsync(
        string key, Viewer viewer, LaunchAct asked, Func<WritingDb, Task>? first,
        Func<LaunchChange, Task<Outcome>> act, CancellationToken ct)
    {
        // Asked by name in any case, so that a lost answer can be asked for.
        var asking = viewer.Request is null ? viewer.By(Guid.CreateVersion7()) : viewer;
        var what = viewer.Request is null ? null : asked.Sha256(); // before the line: a package is large
        await using var change = new LaunchChange(databases.Open(), asked, what, asking, time, boards, mails);
        Outcome outcome;
        Outcome.Done? settled = null;
        try
        {
            // Bytes are stored before the line: nobody of the launch waits for them.
            if (first is not null)
            {
                await change.BeginAsync(ct);
                await first(change.Db);
                change.HasStoredBytes = true;
            }

            using var place = await _line.EnterAsync(key, ct);
            if (place is null)
            {
                return new Outcome.Refused(new TooManyAtOnce());
            }

            if (first is null)
            {
                await change.BeginAsync(ct);
            }

            outcome = await act(change);
        }
        catch (Exception problem) when (change.Committed is { } done)
        {
            log.LogError(problem, "Change {ChangeNumber} of {Launch} is committed; what came after it failed",
                done.ChangeNumber, key);
            outcome = done;
        }
        catch (Exception problem) when (change.IsCommitSent && DatabaseTrouble.IsPassing(problem))
        {
            log.LogWarning(problem, "The answer to a commit in {Launch} was lost", key);
            // Who named the request can ask again by its name; nobody else can.
            outcome = await outcomes.SettleAsync(key, asking, viewer.Request is null ? _longestPatience : _patience);
            settled = outcome as Outcome.Done;
        }
        catch (Exception problem) when (RefusalOf(problem) is { } refusal)
        {
            outcome = new Outcome.Refused(refusal);
        }
        catch (Exception problem) when (outage.Explains(problem))
        {
            outcome = new Outcome.Refused(new DatabaseIsAway());
        }

        if ((change.Committed ?? settled) is { } committed)
        {
            outage.IsOver();
            boards.Offer(change.Saved, change.After);
            boards.Saw(change.LaunchId, committed.ChangeNumber);
            followUps.Add(change.LaunchId, committed.ChangeNumber);
            if (change.HasMail)
            {
                mails.Wake();
            }
        }

        return outcome;
    }

    private static Refusal? RefusalOf(Exception problem) =>
        (problem as PostgresException ?? problem.InnerException as PostgresException) switch
        {
            { SqlState: PostgresErrorCodes.LockNotAvailable } => new LaunchIsBusy(),
            { SqlState: PostgresErrorCodes.UniqueViolation } => new SomebodyWasFaster(),
            _ => null,
        };
}
