using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Waivers;

public static partial class WaiverRules
{
    /// <summary>Why this person may not answer a waiver, whichever way; null when they may.</summary>
    public static Refusal? WhyNotAnswer(LaunchBoard board, Guid waiver, Actor actor) =>
        Permissions.WhyNot(LaunchAction.AnswerWaiver, actor, board) is { } refusal ? refusal
        : board.Waivers.FirstOrDefault(w => w.Id == waiver) is not { } asked
            ? new UnknownSubject(new(SubjectKind.Waiver, waiver.ToString()))
        : asked.WithdrawnAt is not null ? new WaiverIsWithdrawn(asked.WithdrawnBy ?? "Somebody")
        : asked.Answer != WaiverAnswer.Pending ? new WaiverIsAnswered(asked.AnsweredBy ?? "Somebody", asked.Answer)
        : asked.RequestedById == actor.UserId ? new OwnWaiver()
        : Permissions.AnswersOrStandsInFor(actor, board, new SubjectRef(SubjectKind.Criterion, asked.Criterion))
            ? new OwnCriterion(TitleOf(board, asked.Criterion))
        : null;

    /// <summary>The same for one answer and its words.</summary>
    public static Refusal? WhyNotAnswer(
        LaunchBoard board, Guid waiver, bool approve, string? reason, Actor actor, DateTimeOffset now)
    {
        if (WhyNotAnswer(board, waiver, actor) is { } refusal)
        {
            return refusal;
        }

        var asked = board.Waivers.First(w => w.Id == waiver);
        return TextLimits.WhyNot("The answer", reason) is { } tooLong ? tooLong
            : !approve && string.IsNullOrWhiteSpace(reason)
                ? new WaiverNotComplete("Say why you decline it, for whoever asked.")
            : approve && asked.ExpiresOn < Earliest(board.Launch, board.Launch.Today(now))
                ? new WaiverNotComplete($"It would end on {Format.Day(asked.ExpiresOn)} and not count. "
                    + "Decline it, and ask for one that lasts to the launch.")
            : approve && Has(board, asked.Criterion)
                && WhyNotCovered(asked, Failures(board, asked.Criterion, now)) is { } why
                ? new WaiverNotComplete($"It {why}. Decline it, and ask again for what fails now.")
            : null;
    }

    /// <exception cref="RefusedException">This person may not answer so.</exception>
    public static Waiver Answer(
        LaunchBoard board, Guid waiver, bool approve, string? reason, Actor actor, DateTimeOffset now) =>
        WhyNotAnswer(board, waiver, approve, reason, actor, now) is { } refusal
            ? throw new RefusedException(refusal)
            : board.Waivers.First(w => w.Id == waiver) with
            {
                Answer = approve ? WaiverAnswer.Approved : WaiverAnswer.Declined,
                AnsweredById = actor.UserId,
                AnsweredBy = actor.Name,
                AnsweredAt = now,
                AnswerReason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
            };

    private static bool Has(LaunchBoard board, string criterion) => board.Facts.Criteria.Any(c => c.Key == criterion);

    private static string TitleOf(LaunchBoard board, string criterion) =>
        board.Facts.Criteria.FirstOrDefault(c => c.Key == criterion)?.Title ?? criterion;
}
