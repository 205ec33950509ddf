using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Work;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Work;

namespace ReadinessPortal.Application.Launches;

/// <summary>A launch in a list.</summary>
/// <param name="Summary">Null while its first board has not been built.</param>
/// <param name="IsFresh">False when summary and work are of an older change or time; they are being renewed.</param>
/// <param name="Work">What waits for the viewer in it, what comes first on top.</param>
public sealed record LaunchRow(
    Guid Id, string Key, string Title, string? Phase, LaunchStage Stage, DateOnly TargetDate, DateOnly? AsOf,
    bool IsDemo, LaunchSummary? Summary, bool IsFresh, EquatableArray<WorkLine> Work)
{
    /// <summary>It is the viewer's turn to sign the newest revision, or to decide on it.</summary>
    public bool WaitsForMe => Work.Any(l => l.Kind is WorkKind.Sign or WorkKind.Decide);
}

/// <summary>The launches a person can see, by target date, without building a board.</summary>
public sealed class ListLaunches(IDbContextFactory<PortalDb> databases, FollowUpWorkers followUps, TimeProvider time)
{
    public async Task<IReadOnlyList<LaunchRow>> RunAsync(Viewer viewer, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.VisibleTo(viewer)
            .OrderBy(l => l.TargetDate).ThenBy(l => l.Key)
            .Select(l => new
            {
                Launch = l,
                Summary = db.Set<LaunchSummary>().FirstOrDefault(s => s.LaunchId == l.Id),
                Work = db.Set<LaunchWork>().FirstOrDefault(w => w.LaunchId == l.Id && w.UserId == viewer.UserId),
            })
            .ToListAsync(ct);

        var now = time.GetUtcNow();
        var rows = found.Select(f =>
            new LaunchRow(f.Launch.Id, f.Launch.Key, f.Launch.Title, f.Launch.Phase, f.Launch.Stage,
            f.Launch.TargetDate, f.Launch.AsOf, f.Launch.IsDemo, f.Summary,
            f.Summary is { } s
                && LaunchSummary.IsFresh(s.RulesVersion, s.ChangeNumber, s.ValidUntil, f.Launch.ChangeNumber, now),
            f.Work?.Lines ?? [])).ToList();
        foreach (var stale in found.Zip(rows).Where(p => !p.Second.IsFresh))
        {
            followUps.Add(stale.First.Launch.Id, stale.First.Launch.ChangeNumber);
        }

        return rows;
    }
}
