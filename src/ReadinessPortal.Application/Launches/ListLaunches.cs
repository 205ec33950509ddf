using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Launches;

/// <summary>A launch in a list.</summary>
/// <param name="Summary">Null while its first board has not been built.</param>
/// <param name="IsFresh">False when the summary is of an older change or time; it is being renewed.</param>
/// <param name="WaitsForMe">The viewer's signature on the newest revision is missing.</param>
public sealed record LaunchRow(
    Guid Id, string Key, string Title, string? Phase, LaunchStage Stage, DateOnly TargetDate, DateOnly? AsOf,
    bool IsDemo,
    LaunchSummary? Summary, bool IsFresh, bool WaitsForMe);

/// <summary>The launches a person can see, by target date, without building a board.</summary>
public sealed class ListLaunches(IDbContextFactory<PortalDb> databases, LaunchBoards boards, TimeProvider time)
{
    public async Task<IReadOnlyList<LaunchRow>> RunAsync(Viewer viewer, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var visible = db.Set<Launch>().Where(l => viewer.IsAdministrator
            || db.Set<Member>().Any(m => m.LaunchId == l.Id && m.UserId == viewer.UserId)
            || db.Set<Domain.SignOffs.RoleHolding>().Any(h =>
                h.LaunchId == l.Id && (h.HolderId == viewer.UserId || h.DeputyId == viewer.UserId)));
        var found = await visible
            .OrderBy(l => l.TargetDate).ThenBy(l => l.Key)
            .Select(l => new { Launch = l, Summary = db.Set<LaunchSummary>().FirstOrDefault(s => s.LaunchId == l.Id) })
            .ToListAsync(ct);

        var now = time.GetUtcNow();
        var rows = found.Select(f =>
            new LaunchRow(f.Launch.Id, f.Launch.Key, f.Launch.Title, f.Launch.Phase, f.Launch.Stage,
            f.Launch.TargetDate, f.Launch.AsOf, f.Launch.IsDemo, f.Summary,
            f.Summary is { } s && s.ChangeNumber == f.Launch.ChangeNumber
                && (s.ValidUntil is not { } until || now < until),
            f.Summary?.WaitingFor.Contains(viewer.UserId) == true)).ToList();
        foreach (var stale in found.Zip(rows).Where(p => !p.Second.IsFresh))
        {
            boards.Renew(stale.First.Launch.Id, stale.First.Launch.ChangeNumber);
        }

        return rows;
    }
}
