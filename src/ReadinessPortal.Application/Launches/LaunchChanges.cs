using Microsoft.EntityFrameworkCore;
using Npgsql;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Launches;

/// <summary>
/// The one door for writing: locks the launch before anything of it is read, and leaves with an audit entry.
/// </summary>
public sealed class LaunchChanges(WritingDbs databases, TimeProvider time, LaunchBoards boards)
{
    /// <param name="act">Decides and ends with a commit or an audited refusal; without either nothing was
    /// written.</param>
    /// <param name="first">Work on the same transaction before the launch is locked, such as storing bytes.</param>
    internal async Task<Outcome> RunAsync(
        string key, Viewer viewer, Func<LaunchChange, Task<Outcome>> act, CancellationToken ct,
        Func<WritingDb, Task>? first = null)
    {
        await using var change = new LaunchChange(databases.Open(), viewer, time);
        try
        {
            await change.BeginAsync(ct);
            if (first is not null)
            {
                await first(change.Db);
                change.HasStoredBytes = true;
            }

            if (!await change.LockAsync(key, ct))
            {
                return new Outcome.Refused(new NoSuchLaunch(key));
            }

            var outcome = await act(change);
            await FollowAsync(change, ct);
            return outcome;
        }
        catch (Exception problem) when (RefusalOf(problem) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }
    }

    /// <summary>The same for a launch that does not exist yet.</summary>
    internal async Task<Outcome> CreateAsync(
        Launch launch, Viewer viewer, Func<LaunchChange, Task<Outcome>> act, CancellationToken ct,
        Func<WritingDb, Task>? first = null)
    {
        await using var change = new LaunchChange(databases.Open(), viewer, time);
        try
        {
            await change.BeginAsync(ct);
            if (first is not null)
            {
                await first(change.Db);
            }

            change.Create(launch);
            var outcome = await act(change);
            await FollowAsync(change, ct);
            return outcome;
        }
        catch (DbUpdateException problem)
            when (problem.InnerException is PostgresException { ConstraintName: LaunchMapping.OneLaunchPerKey })
        {
            return new Outcome.Refused(new LaunchExists(launch.Key));
        }
    }

    // Whoever made a change sees it in the next thing they read.
    private async Task FollowAsync(LaunchChange change, CancellationToken ct)
    {
        if (change.Committed is { } number)
        {
            boards.Saw(change.LaunchId, number);
            await boards.AtLeastAsync(change.LaunchId, number, ct);
        }
    }

    private static Refusal? RefusalOf(Exception problem) =>
        (problem as PostgresException ?? problem.InnerException as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.LockNotAvailable => new LaunchIsBusy(),
            PostgresErrorCodes.UniqueViolation => new SomebodyWasFaster(),
            _ => null,
        };
}
