using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.SignOffs;

/// <summary>
/// A condition is met when its owner, or the manager, says how and shows it. Unmet it lapses by itself.
/// </summary>
public static class ConditionRules
{
    /// <summary>Why this person may not say that a condition is met; null when they may.</summary>
    public static Refusal? WhyNotMeet(LaunchBoard board, Guid condition, Actor actor)
    {
        var subject = new SubjectRef(SubjectKind.Condition, condition.ToString());
        return Permissions.WhyNot(LaunchAction.MeetCondition, actor, board, subject) is { } refusal ? refusal
            : board.Conditions.FirstOrDefault(c => c.Id == condition) is not { } asked ? new UnknownSubject(subject)
            : asked.DroppedAt is not null ? new ConditionIsDropped()
            : asked.MetAt is not null ? new ConditionIsMet(asked.MetBy ?? "Somebody")
            : null;
    }

    /// <param name="evidence">Key of what shows it: a word alone makes nothing better.</param>
    public static Refusal? WhyNotMeet(LaunchBoard board, Guid condition, string? note, string? evidence, Actor actor) =>
        WhyNotMeet(board, condition, actor)
        ?? (string.IsNullOrWhiteSpace(note) ? new ConditionNotAnswered("Say how the condition is met.")
            : TextLimits.WhyNot("The note", note) is { } tooLong ? tooLong
            : string.IsNullOrWhiteSpace(evidence)
                ? new ConditionNotAnswered("Choose the evidence that shows it, or attach it first.")
            : board.Facts.Evidence.FirstOrDefault(e => e.Key == evidence && e.IsInHand) is not { } shown
                ? new ConditionNotAnswered($"No file of evidence '{evidence}' is uploaded.")
            : shown.IsEmpty
                ? new ConditionNotAnswered($"{shown.Title} is an empty file and shows nothing. Choose another one.")
            : null);

    /// <exception cref="RefusedException">This person may not say so.</exception>
    public static Condition Meet(
        LaunchBoard board, Guid condition, string? note, string? evidence, Actor actor, DateTimeOffset now) =>
        WhyNotMeet(board, condition, note, evidence, actor) is { } refusal
            ? throw new RefusedException(refusal)
            : board.Conditions.First(c => c.Id == condition) with
            {
                MetAt = now,
                MetById = actor.UserId,
                MetBy = actor.Name,
                MetNote = note!.Trim(),
                MetEvidence = evidence,
            };
}

/// <summary>Its sign-off was withdrawn, and the condition went with it.</summary>
public sealed record ConditionIsDropped : Refusal
{
    public override string Text => "The sign-off that asked for this was withdrawn, and the condition went with it.";
}

public sealed record ConditionIsMet(string By) : Refusal
{
    public override string Text => $"{By} has said already that this condition is met.";
}

public sealed record ConditionNotAnswered(string What) : Refusal
{
    public override string Text => What;
}
