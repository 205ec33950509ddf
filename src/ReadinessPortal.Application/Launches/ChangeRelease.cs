using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Launches;

/// <summary>
/// Puts another release under test, with a reason; evidence about the old one proves nothing from then on.
/// </summary>
public sealed class ChangeRelease(LaunchChanges launches)
{
    private const string Changed = "ReleaseChanged";

    public Task<Outcome> RunAsync(string key, ReleaseRequest request, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.ChangeRelease, async change =>
        {
            var subject = new SubjectRef(SubjectKind.Launch, key);
            var launch = change.Board.Launch;
            if (ReleaseRules.WhyNot(change.Board, request, change.Actor) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Changed, subject, ct);
            }

            var next = ReleaseRules.Clean(request.To);
            change.Change(launch, launch with { Release = next });
            return await change.CommitAsync(new AuditEntry(Changed, subject,
                $"Release under test: {launch.Release?.Name ?? "none"} to {next?.Name ?? "none"}: "
                + request.Reason!.Trim()), ct, key);
        }, ct);
}
