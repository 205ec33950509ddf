using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.SignOffs;

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
        var s = SummaryOf(entry);
        try
        {
            await using var db = await databases.CreateDbContextAsync();
            await db.Database.ExecuteSqlAsync($"""
                insert into launch_summaries (launch_id, change_number, valid_until, readiness, verdict,
                    verdict_summary, score, band, criteria_proven, criteria, gates_green, gates_critical,
                    open_findings, days_to_target, revision, waiting_for)
                values ({s.LaunchId}, {s.ChangeNumber}, {s.ValidUntil}, {s.Readiness.ToString()},
                    {s.Verdict.ToString()}, {s.VerdictSummary}, {s.Score}, {s.Band?.ToString()}, {s.CriteriaProven},
                    {s.Criteria}, {s.GatesGreen}, {s.GatesCritical}, {s.OpenFindings}, {s.DaysToTarget}, {s.Revision},
                    {s.WaitingFor.ToArray()})
                on conflict (launch_id) do update set
                    change_number = excluded.change_number, valid_until = excluded.valid_until,
                    readiness = excluded.readiness, verdict = excluded.verdict,
                    verdict_summary = excluded.verdict_summary, score = excluded.score, band = excluded.band,
                    criteria_proven = excluded.criteria_proven, criteria = excluded.criteria,
                    gates_green = excluded.gates_green, gates_critical = excluded.gates_critical,
                    open_findings = excluded.open_findings, days_to_target = excluded.days_to_target,
                    revision = excluded.revision, waiting_for = excluded.waiting_for
                where launch_summaries.change_number <= excluded.change_number
                """);
        }
        catch (NpgsqlException problem)
        {
            // Lists show the older line and say so; the board itself is good.
            log.LogWarning(problem, "The summary of launch {LaunchId} could not be written", s.LaunchId);
        }
    }

    private LaunchSummary SummaryOf(BoardEntry entry)
    {
        var board = entry.Board;
        var (_, until, readiness, verdict, _, since) = entry.At(time.GetUtcNow());
        var critical = readiness.Gates.Where(g => g.Kind == GateKind.Critical).ToList();
        return new()
        {
            LaunchId = board.Launch.Id,
            ChangeNumber = board.ChangeNumber,
            ValidUntil = until,
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
            WaitingFor = WaitingFor(entry),
        };
    }

    private static ImmutableArray<Guid> WaitingFor(BoardEntry entry)
    {
        if (entry is not { UnderSignature: { } frozen, Board: var board }
            || board.RecordOf(frozen.Number) is not { Decision: null } record)
        {
            return [];
        }

        var open = SigningRules.Required(frozen.Facts, frozen.Holdings).Select(r => r.Key)
            .Concat(frozen.Facts.Roles.Where(r => r.Accountable).Select(r => r.Key))
            .Where(r => record.Standing(r) is null).ToHashSet(StringComparer.Ordinal);
        return [.. board.Holdings.Where(h => open.Contains(h.Role)).Select(h => h.HolderId).OfType<Guid>().Distinct()];
    }
}
