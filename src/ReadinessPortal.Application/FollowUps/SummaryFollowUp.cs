using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.FollowUps;

/// <summary>The line of a launch in lists, and what waits in it for each person.</summary>
internal sealed class SummaryFollowUp(
    LaunchBoards boards, IDbContextFactory<PortalDb> databases, TimeProvider time) : IFollowUp
{
    public Task RunAsync(Guid launchId, long number, CancellationToken ct) =>
        boards.SummariseAsync(launchId, number, ct);

    public async Task<IReadOnlyList<LaunchToFollow>> MissingAsync(int most, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var latest = now + LaunchSummary.LongestDay; // as LaunchSummary.IsFresh says
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Launch>()
            .Where(l => !db.Set<LaunchSummary>().Any(s => s.LaunchId == l.Id && s.ChangeNumber == l.ChangeNumber
                && s.RulesVersion == Readiness.RulesVersion
                && (s.ValidUntil == null || (s.ValidUntil > now && s.ValidUntil <= latest))))
            .OrderBy(l => l.TargetDate).Take(most)
            .Select(l => new LaunchToFollow(l.Id, l.ChangeNumber)).ToListAsync(ct);
    }
}
