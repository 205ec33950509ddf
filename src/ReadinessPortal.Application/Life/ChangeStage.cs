using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Life;

/// <summary>
/// The manager moves a launch on in its life: launched, postponed, cancelled, archived, taken up again.
/// </summary>
public sealed class ChangeStage(LaunchChanges launches)
{
    private const string Changed = "StageChanged";

    public Task<Outcome> RunAsync(string key, StageRequest request, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.ChangeStage.Of(request), async change =>
        {
            var subject = new SubjectRef(SubjectKind.Launch, key);
            var board = change.Board;
            if (LifeRules.WhyNot(board, request, change.Actor) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Changed, subject, ct);
            }

            var step = LifeRules.Change(board, request, change.Actor, change.Now);
            var next = board.Launch with { Stage = step.To };
            var words = $"{key} is {Format.Word(step.To)}, was {Format.Word(step.From)}";
            if (step.To == LaunchStage.Postponed)
            {
                next = next with { TargetDate = request.TargetDate!.Value };
                change.Add(TargetDateRules.Record(
                    board.Launch, next.TargetDate, step.Reason!, change.Actor, change.Now));
                words += $", from {Format.Day(board.Launch.TargetDate)} to {Format.Day(next.TargetDate)}";
            }

            change.Add(step);
            change.Change(board.Launch, next);
            return await change.CommitAsync(
                new AuditEntry(Changed, subject, step.Reason is { } why ? $"{words}: {why}" : words), ct, key);
        }, ct);
}
