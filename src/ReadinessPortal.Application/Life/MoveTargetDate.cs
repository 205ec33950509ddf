using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Life;

/// <summary>Moves the target date with a reason; the move stays on record and is printed.</summary>
public sealed class MoveTargetDate(LaunchChanges launches)
{
    private const string Moved = "TargetDateMoved";

    public Task<Outcome> RunAsync(string key, MoveRequest request, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.MoveTargetDate.Of(request), change => PlannedAct.DoAsync(
            new GuardedAct.MoveTargetDate(request), change, Moved, key, ct), ct);
}
