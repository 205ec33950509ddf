using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Waivers;

public static partial class WaiverRules
{
    /// <summary>Why this person may not take a waiver back; null when they may. It makes a state worse at most, so that
    /// one person is enough: whoever asked for it, and whoever may answer one.</summary>
    public static Refusal? WhyNotWithdraw(LaunchBoard board, Guid waiver, Actor actor)
    {
        var subject = new SubjectRef(SubjectKind.Waiver, waiver.ToString());
        return Permissions.WhyNot(LaunchAction.WithdrawWaiver, actor, board, subject) is { } refusal ? refusal
            : board.Waivers.FirstOrDefault(w => w.Id == waiver) is not { } asked ? new UnknownSubject(subject)
            : asked.WithdrawnAt is not null ? new WaiverIsWithdrawn(asked.WithdrawnBy ?? "Somebody")
            : asked.Answer == WaiverAnswer.Declined ? new NothingToTakeBack(asked.AnsweredBy ?? "Somebody")
            : null;
    }

    /// <summary>The same with its reason.</summary>
    public static Refusal? WhyNotWithdraw(LaunchBoard board, Guid waiver, string? reason, Actor actor) =>
        WhyNotWithdraw(board, waiver, actor)
        ?? (string.IsNullOrWhiteSpace(reason)
                ? new WaiverNotComplete("Give the reason for the withdrawal, for whoever relied on the waiver.")
            : TextLimits.WhyNot("The reason", reason));

    /// <exception cref="RefusedException">This person may not take it back.</exception>
    public static Waiver Withdraw(
        LaunchBoard board, Guid waiver, string? reason, Actor actor, DateTimeOffset now) =>
        WhyNotWithdraw(board, waiver, reason, actor) is { } refusal
            ? throw new RefusedException(refusal)
            : board.Waivers.First(w => w.Id == waiver) with
            {
                WithdrawnAt = now,
                WithdrawnById = actor.UserId,
                WithdrawnBy = actor.Name,
                WithdrawnReason = reason!.Trim(),
            };
}
