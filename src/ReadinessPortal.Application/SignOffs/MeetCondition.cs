using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Application.SignOffs;

/// <summary>The owner of a condition, or the manager, says that it is met, how, and what shows it.</summary>
public sealed class MeetCondition(LaunchChanges launches)
{
    private const string Met = "ConditionMet";

    /// <param name="evidence">Key of what shows it, in hand.</param>
    public Task<Outcome> RunAsync(
        string key, Guid condition, string? note, string? evidence, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.MeetCondition.Of(condition, note, evidence), async change =>
        {
            var subject = new SubjectRef(SubjectKind.Condition, condition.ToString());
            var board = change.Board;
            if (ConditionRules.WhyNotMeet(board, condition, note, evidence, change.Actor) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Met, subject, ct);
            }

            var asked = board.Conditions.First(c => c.Id == condition);
            var met = ConditionRules.Meet(board, condition, note, evidence, change.Actor, change.Now);
            change.Change(asked, met);
            return await change.CommitAsync(new AuditEntry(Met, subject, $"{met.Text}: met. {met.MetNote}"), ct,
                condition.ToString());
        }, ct);
}
