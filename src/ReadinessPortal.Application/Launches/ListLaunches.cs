using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Members;
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

/// <summary>One page of the launches a person can see.</summary>
/// <param name="Of">Which of them they are.</param>
/// <param name="Waiting">How many things wait for the person over all launches.</param>
public sealed record LaunchList(IReadOnlyList<LaunchRow> Rows, Paging Of, int Waiting);

/// <summary>The launches a person can see, by target date, without building a board.</summary>
public sealed class ListLaunches(IDbContextFactory<PortalDb> databases, FollowUpWorkers followUps, TimeProvider time)
{
    /// <summary>Most launches on one page.</summary>
    public const int PageSize = 12;

    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<LaunchRow>> RunAsync(Viewer viewer, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return Rows(await Sorted(db, viewer).Select(Found(db, viewer)).ToListAsync(ct));
    }

    /// <param name="page">From 1; beyond the last page the last is given.</param>
    public async Task<LaunchList> PageAsync(Viewer viewer, int page, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var all = Sorted(db, viewer);
        var waiting = db.Set<LaunchWork>().Where(w => w.UserId == viewer.UserId && all.Any(l => l.Id == w.LaunchId));
        var of = new Paging(int.MaxValue, PageSize, page);
        var found = await FoundAsync(of);
        if (found is [] && of.Before > 0)
        {
            of = new(await all.CountAsync(ct), PageSize, page);
            found = await FoundAsync(of);
        }

        return found is [var any, ..]
            ? new(Rows([.. found.Select(f => f.Found)]), of with { Count = any.Count }, any.Waiting)
            : new([], of with { Count = 0 }, 0);

        // How many there are comes with each, so that a page costs one statement.
        Task<List<CountedLaunch>> FoundAsync(Paging shown) =>
            all.Skip(shown.Before).Take(PageSize).Select(Found(db, viewer)).Select(f => new CountedLaunch
            {
                Found = f,
                Count = all.Count(),
                Waiting = waiting.Sum(w => WorkMapping.CountOf(w.Lines)),
            }).ToListAsync(ct);
    }

    private static IOrderedQueryable<Launch> Sorted(PortalDb db, Viewer viewer) =>
        db.VisibleTo(viewer).OrderBy(l => l.TargetDate).ThenBy(l => l.Key);

    private static Expression<Func<Launch, FoundLaunch>> Found(PortalDb db, Viewer viewer) => l => new FoundLaunch
    {
        Launch = l,
        Summary = db.Set<LaunchSummary>().FirstOrDefault(s => s.LaunchId == l.Id),
        Work = db.Set<LaunchWork>().FirstOrDefault(w => w.LaunchId == l.Id && w.UserId == viewer.UserId),
    };

    private List<LaunchRow> Rows(List<FoundLaunch> found)
    {
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

    private sealed class FoundLaunch
    {
        public required Launch Launch { get; init; }

        public LaunchSummary? Summary { get; init; }

        public LaunchWork? Work { get; init; }
    }

    private sealed class CountedLaunch
    {
        public required FoundLaunch Found { get; init; }

        public required int Count { get; init; }

        public required int Waiting { get; init; }
    }
}
