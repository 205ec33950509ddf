using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using ReadinessPortal.Application.Work;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Work;

namespace ReadinessPortal.Application.Launches;

public sealed partial class LaunchBoards
{
    /// <summary>Brings a launch's summary up to date in the background.</summary>
    internal void Renew(Guid launchId, long number) => _ = Task.Run(async () =>
    {
        try
        {
            await SummariseAsync(await AtLeastAsync(launchId, number, CancellationToken.None));
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // The list says that the line is old; whoever asks next tries again.
            log.LogError(problem, "The summary of launch {LaunchId} could not be renewed", launchId);
        }
    });

    private async Task SummariseAsync(BoardEntry entry)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync();
            var people = await db.Set<Member>().Where(m => m.LaunchId == entry.Board.Launch.Id).ToListAsync();
            var sources = SourcesOf(entry);
            var summary = SummaryOf(entry, sources);
            await using var transaction = await db.Database.BeginTransactionAsync();
            if (await db.WriteAsync(summary))
            {
                await db.WriteAsync(summary.LaunchId, LaunchWork.Of(sources, people));
            }

            await transaction.CommitAsync();
        }
        catch (NpgsqlException problem)
        {
            // Lists show the older line and say so; the board itself is good.
            log.LogWarning(problem, "The summary of launch {LaunchId} could not be written", entry.Board.Launch.Id);
        }
    }

    private WorkSources SourcesOf(BoardEntry entry)
    {
        var now = time.GetUtcNow();
        var derived = entry.At(now);
        return new(entry.Board, entry.UnderSignature, derived.Readiness, derived.SinceDecision, now);
    }

    private static LaunchSummary SummaryOf(BoardEntry entry, WorkSources sources)
    {
        var board = entry.Board;
        var (_, _, readiness, verdict, _, since) = entry.At(sources.Now);
        var critical = readiness.Gates.Where(g => g.Kind == GateKind.Critical).ToList();
        return new()
        {
            LaunchId = board.Launch.Id,
            ChangeNumber = board.ChangeNumber,
            ValidUntil = WorkList.ValidUntil(sources),
            Readiness = readiness.Level,
            Verdict = verdict.Level,
            VerdictSummary = since is null ? verdict.Summary : $"{verdict.Summary} {since.Sentence}",
            Score = readiness.Score.Value,
            Band = readiness.Score.Band,
            CriteriaProven = readiness.Criteria.Count(c => c.IsProven),
            Criteria = readiness.Criteria.Length,
            GatesGreen = critical.Count(g => g.Colour == GateColour.Green),
            GatesCritical = critical.Count,
            OpenFindings = readiness.Findings.Count(f => f.Status == FindingStatus.Open),
            DaysToTarget = readiness.DaysToTarget,
            Revision = board.NewestRevision?.Number,
        };
    }
}
