using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Findings;

/// <summary>The manager or an executive lives with a contradiction as it stands; after the first freeze two people
/// do.</summary>
public sealed class AcceptFinding(LaunchChanges launches)
{
    private const string Accepted = "FindingAccepted";

    public Task<Outcome> RunAsync(string key, FindingToAccept request, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.AcceptFinding.Of(request), change => PlannedAct.DoAsync(
            new GuardedAct.AcceptFinding(request), change, Accepted, request.Finding, ct, ". "), ct);
}

/// <summary>The manager or an executive takes an acceptance back; the finding is open again, and both stay on
/// record.</summary>
public sealed class ReopenFinding(LaunchChanges launches)
{
    private const string Reopened = "FindingReopened";

    /// <param name="finding">Key of the finding.</param>
    public Task<Outcome> RunAsync(
        string key, string finding, string? reason, Viewer viewer, CancellationToken ct = default) =>
        launches.RunAsync(key, viewer, LaunchAction.ReopenFinding.Of(finding, reason), async change =>
        {
            var subject = finding.Claim();
            if (AcceptanceRules.WhyNotReopen(change.Board, finding, reason, change.Actor, change.Now) is { } refusal)
            {
                return await change.RefuseAsync(refusal, Reopened, subject, ct);
            }

            var back = AcceptanceRules.Reopen(change.Board, finding, reason, change.Actor, change.Now);
            change.Add(new FindingReopening
            {
                LaunchId = change.LaunchId, AcceptanceId = back.Id, At = change.Now, Reason = back.WithdrawnReason!,
                ById = change.Actor.UserId, By = change.Actor.Name,
            });
            var place = change.Board.Facts.Claims.First(c => c.Key == subject.Key).Place;
            return await change.CommitAsync(new AuditEntry(Reopened, subject,
                $"{place}: {back.Stated} stated, {back.Derived} derived, open again. {back.WithdrawnReason}"),
                ct, finding);
        }, ct);
}

/// <summary>An acceptance is never touched again: taking it back is a row of its own, and the board joins the
/// two.</summary>
internal sealed record FindingReopening
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid LaunchId { get; init; }

    public required Guid AcceptanceId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Reason { get; init; }

    public required Guid ById { get; init; }

    /// <summary>Name at the time.</summary>
    public required string By { get; init; }
}

internal static class FindingKeys
{
    /// <summary>A finding's key is rule and claim.</summary>
    public static SubjectRef Claim(this string finding) =>
        new(SubjectKind.Claim, finding[(finding.IndexOf(':', StringComparison.Ordinal) + 1)..]);
}
