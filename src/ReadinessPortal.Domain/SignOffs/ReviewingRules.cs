using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.SignOffs;

// After a YES: what got worse since is the decider's to confirm or to take as the reason to revoke.
public static partial class SigningRules
{
    /// <summary>
    /// Whether this person may confirm or revoke the YES that counts. Revoking needs nothing but a reason; confirming
    /// needs something that got worse, and that the decider was shown all of it.
    /// </summary>
    /// <param name="since">As the launch is now; null while nothing is worse.</param>
    public static Refusal? WhyNotReview(LaunchBoard board, SinceDecision? since, ReviewRequest request, Actor actor) =>
        StageRules.WhyNot(LaunchAction.ReviewDecision, board.Launch) is { } notNow ? notNow
        : board.StandingYes() is not { } record || record.Revision != request.Revision
            ? new NoYesToReview(request.Revision)
        : record.Decider is { } decider && decider.UserId != actor.UserId ? new NotYourDecision(decider.PrintedName)
        : request.Confirm && since is not { IsOpen: true } ? new NothingToConfirm(request.Revision)
        : request.Confirm && since!.Worse.Any(r => !request.Shown.Contains(r.Text))
            ? new MoreThanShown(request.Revision)
        : SeveralProblems.Of(
        [
            string.IsNullOrWhiteSpace(request.Reason)
                ? new ReasonIsMissing(request.Confirm ? "Confirming a decision" : "Revoking a decision")
                : TextLimits.WhyNot("The reason", request.Reason, TextLimits.Comment),
            WhyNotBy(request.Authentication),
        ]);

    /// <summary>The record that the review makes. Ask <see cref="WhyNotReview"/> first.</summary>
    /// <exception cref="RefusedException">The review is not allowed.</exception>
    public static FinalDecision Review(
        LaunchBoard board, SinceDecision? since, ReviewRequest request, Actor actor, DateTimeOffset now) =>
        WhyNotReview(board, since, request, actor) is { } refusal
            ? throw new RefusedException(refusal)
            : new FinalDecision
            {
                LaunchId = board.Launch.Id,
                Revision = request.Revision,
                SignOffId = board.StandingYes()!.Decision!.SignOffId,
                Proceed = request.Confirm,
                OverrideReason = request.Reason!.Trim(),
                Overridden = since is null ? [] : [.. since.Worse.Select(r => r.Text)],
                Live = since?.Live,
                At = now,
                Entry = board.ChangeNumber + 1,
            };
}
