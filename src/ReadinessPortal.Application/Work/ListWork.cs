using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Work;

namespace ReadinessPortal.Application.Work;

/// <summary>One thing that waits for somebody, and the launch it is of.</summary>
public sealed record WorkItem(string LaunchKey, string LaunchTitle, WorkLine Line);

/// <param name="Items">What is overdue first, then by kind and day.</param>
/// <param name="Launches">How many launches the person sees.</param>
/// <param name="IsFresh">False when a launch has moved on since its lines were made; they are being renewed.</param>
public sealed record MyWork(IReadOnlyList<WorkItem> Items, int Launches, bool IsFresh);

/// <summary>What waits for a person over all launches, in one question to the database and without a board.</summary>
public sealed class ListWork(IDbContextFactory<PortalDb> databases, FollowUpWorkers followUps, TimeProvider time)
{
    public async Task<MyWork> RunAsync(Viewer viewer, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.VisibleTo(viewer).OrderBy(l => l.TargetDate).ThenBy(l => l.Key).Select(l => new
        {
            l.Id,
            l.Key,
            l.Title,
            l.ChangeNumber,
            Summary = db.Set<LaunchSummary>().Where(s => s.LaunchId == l.Id)
                .Select(s => new { s.RulesVersion, s.ChangeNumber, s.ValidUntil }).FirstOrDefault(),
            Work = db.Set<LaunchWork>().FirstOrDefault(w => w.LaunchId == l.Id && w.UserId == viewer.UserId),
        }).ToListAsync(ct);

        var now = time.GetUtcNow();
        var stale = rows.Where(r => r.Summary is not { } s
            || !LaunchSummary.IsFresh(s.RulesVersion, s.ChangeNumber, s.ValidUntil, r.ChangeNumber, now)).ToList();
        foreach (var row in stale)
        {
            followUps.Add(row.Id, row.ChangeNumber);
        }

        var items = rows.Where(r => r.Work is not null)
            .SelectMany(r => r.Work!.Lines.Select(l => new WorkItem(r.Key, r.Title, l)));
        return new([.. items.OrderBy(i => i.Line, WorkList.Order)], rows.Count, stale.Count == 0);
    }
}
