using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Life;

/// <summary>
/// Puts another release under test, with a reason; evidence about the old one proves nothing from then on.
/// </summary>
public sealed class ChangeRelease(LaunchChanges launches)
{
    private const string Changed = "ReleaseChanged";

    public Task<Outcome> RunAsync(string key, ReleaseRequest request, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.ChangeRelease.Of(request), change => PlannedAct.DoAsync(
            new GuardedAct.ChangeRelease(request), change, Changed, key, ct), ct);
}
