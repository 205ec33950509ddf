using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Launches;

/// <summary>Moves the target date with a reason; the move stays on record and is printed.</summary>
public sealed class MoveTargetDate(LaunchChanges launches)
{
    private const string Moved = "TargetDateMoved";

    public Task<Outcome> RunAsync(string key, MoveRequest request, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.MoveTargetDate, async change =>
        {
            var subject = new SubjectRef(SubjectKind.Launch, key);
            var launch = change.Board.Launch;
            if (TargetDateRules.WhyNot(change.Board, request, change.Actor) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Moved, subject, ct);
            }

            var move = TargetDateRules.Move(change.Board, request, change.Actor, change.Now);
            change.Add(move);
            change.Change(launch, launch with { TargetDate = move.To });
            return await change.CommitAsync(new AuditEntry(Moved, subject,
                $"Target date moved from {Format.Day(move.From)} to {Format.Day(move.To)}: {move.Reason}"), ct, key);
        }, ct);
}
