using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Findings;

/// <summary>The manager or an executive lives with a contradiction, for the values it has now.</summary>
public sealed class AcceptFinding(LaunchChanges launches)
{
    private const string Accepted = "FindingAccepted";

    public Task<Outcome> RunAsync(string key, FindingToAccept request, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, async change =>
        {
            // A finding's key is rule and claim.
            var claim = request.Finding[(request.Finding.IndexOf(':', StringComparison.Ordinal) + 1)..];
            var subject = new SubjectRef(SubjectKind.Claim, claim);
            if (AcceptanceRules.WhyNotAccept(change.Board, request, change.Actor, change.Now) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Accepted, subject, ct);
            }

            var accepted = AcceptanceRules.Accept(change.Board, request, change.Actor, change.Now);
            change.Add(accepted);
            var place = change.Board.Facts.Claims.First(c => c.Key == claim).Place;
            return await change.CommitAsync(new AuditEntry(Accepted, subject,
                $"{place}: {accepted.Stated} stated, {accepted.Derived} derived, accepted. {accepted.Reason}"),
                ct, request.Finding);
        }, ct);
}
