using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Drills;

/// <summary>Says which log of a drill counts while its logs disagree; the newest pick holds, all are kept.</summary>
public sealed class PickLog(LaunchChanges launches)
{
    private const string Picked = "LogPicked";

    public Task<Outcome> RunAsync(
        string key, string drill, string log, string? reason, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.PickLog.Of(drill, log, reason), async change =>
        {
            var board = change.Board;
            var subject = new SubjectRef(SubjectKind.Drill, drill);
            var refusal = LogChoiceRules.WhyNotPick(board, drill, log, reason, change.Actor)
                ?? LogChoiceRules.WhyNotPick(await change.BoardAsEverHeldAsync(ct), drill, change.Actor);
            if (refusal is null && await change.HasMovedLogsAsync(drill, ct))
            {
                refusal = new ChangedItsLogs(board.Facts.Drills.First(d => d.Key == drill).Title);
            }

            if (refusal is not null)
            {
                return await change.RefuseAsync(refusal, Picked, subject, ct);
            }

            var choice = LogChoiceRules.Pick(board, drill, log, reason, change.Actor, change.Now);
            change.Add(choice);
            var held = board.Facts.Drills.First(d => d.Key == drill);
            var picked = held.Logs.First(l => l.Key == log);
            return await change.CommitAsync(new AuditEntry(Picked, subject,
                $"{held.Title}: {picked.Title} is the authoritative log, "
                + $"{DrillRules.Of(picked, held.RtoTarget).DurationShown}. {choice.Reason}"), ct, log,
                board with { LogChoices = board.LogChoices.Add(choice) });
        }, ct);
}
