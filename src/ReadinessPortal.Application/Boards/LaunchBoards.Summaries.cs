using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Work;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Work;

namespace ReadinessPortal.Application.Boards;

public sealed partial class LaunchBoards
{
    /// <summary>Writes what lists show of a launch, from a board that holds at least this change.</summary>
    internal async Task SummariseAsync(Guid launchId, long number, CancellationToken ct)
    {
        var entry = await AtLeastAsync(launchId, number, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var sources = SourcesOf(entry);
        var summary = SummaryOf(entry, sources);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.WriteAsync(summary))
        {
            await db.WriteAsync(summary.LaunchId, LaunchWork.Of(sources));
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>What a list of work is made from, of a board that holds at least this change.</summary>
    internal async Task<WorkSources> SourcesAsync(Guid launchId, long number, CancellationToken ct) =>
        SourcesOf(await AtLeastAsync(launchId, number, ct));

    private WorkSources SourcesOf(BoardEntry entry)
    {
        var now = time.GetUtcNow();
        var derived = entry.At(now);
        return new(entry.Board, entry.UnderSignature, derived.Readiness, derived.SinceDecision, now);
    }

    private static LaunchSummary SummaryOf(BoardEntry entry, WorkSources sources)
    {
        var board = entry.Board;
        var (_, _, readiness, verdict, live, since) = entry.At(sources.Now);
        var critical = readiness.CriticalGates.ToList();
        return new()
        {
            LaunchId = board.Launch.Id,
            ChangeNumber = board.ChangeNumber,
            ValidUntil = WorkList.ValidUntil(sources),
            Readiness = readiness.Level,
            Verdict = verdict.Level,
            VerdictSummary = $"{verdict.Summary} {since?.Sentence}".TrimEnd(),
            VerdictProven = verdict.Criteria.InShort,
            Decision = DecisionLine.Of(board),
            Live = live.Level,
            LiveProven = live.Criteria.InShort,
            LiveSummary = $"{live.Summary} {since?.Sentence}".TrimEnd(),
            Score = readiness.Score.Value,
            Band = readiness.Score.Band,
            CriteriaProven = readiness.Tally.Proven,
            Criteria = readiness.Tally.All,
            GatesGreen = critical.Count(g => g.Colour == GateColour.Green),
            GatesCritical = critical.Count,
            OpenFindings = readiness.Findings.Count(f => f.Status == FindingStatus.Open),
            DaysToTarget = readiness.DaysToTarget,
            Revision = board.NewestRevision?.Number,
        };
    }
}
