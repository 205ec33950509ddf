using System.Text.Json.Nodes;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.SignOffs;

/// <summary>The decider confirms or revokes a YES after live data got worse; the YES itself stays on record.</summary>
public sealed class ReviewDecision(LaunchChanges launches, Seals.Seals seals)
{
    public async Task<Outcome> RunAsync(
        string key, ReviewRequest request, Viewer viewer, CancellationToken ct = default)
    {
        var sealing = await seals.KeyAsync(ct);
        return await launches.RunAsync(key, viewer, LaunchAction.ReviewDecision.Of(request), async change =>
        {
            var action = request.Confirm ? "DecisionConfirmed" : "DecisionRevoked";
            var subject = new SubjectRef(SubjectKind.Launch, key);
            var board = change.Board;
            var decided = await change.Db.ContentAsync(board.DecidedRevision(), ct);
            var since = SinceDecision.Of(board, decided, Readiness.At(board, change.Now), board.Launch.Day(change.Now));
            if (SigningRules.WhyNotReview(board, since, request, change.Actor) is { } refusal)
            {
                return await change.RefuseAsync(refusal, action, subject, ct);
            }

            var review = SigningRules.Review(board, since, request, change.Actor, change.Now);
            change.Add(review);
            var record = Records.OfReview(board.StandingYes()!.Decider!, review, request.Authentication, change);
            await seals.AddAsync(change, sealing, record, request.From, ct);
            return await change.CommitAsync(new AuditEntry(action, subject,
                $"{change.Actor.Name}: YES on revision {review.Revision} {(review.Proceed ? "confirmed" : "revoked")}, "
                + review.OverrideReason,
                new JsonObject { ["authentication"] = request.Authentication }), ct);
        }, ct);
    }
}
