using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Drills;

/// <summary>
/// Where logs of a drill disagree, a second person answers with a reason for the one that counts: who answers for the
/// drill or for a criterion that stands on it does not settle its dispute, and neither does who changed a log of it.
/// </summary>
public static class LogChoiceRules
{
    /// <summary>Why this person may not pick any log of a drill; null when they may.</summary>
    public static Refusal? WhyNotPick(LaunchBoard board, string drill, Actor actor)
    {
        if (Permissions.WhyNot(LaunchAction.PickLog, actor, board, new(SubjectKind.Drill, drill)) is { } refusal)
        {
            return refusal;
        }

        var held = board.Facts.Drills.First(d => d.Key == drill);
        return Permissions.AnswersOrStandsInFor(actor, board, new SubjectRef(SubjectKind.Drill, drill))
                ? new OwnDrill(held.Title)
            : DrillRules.Of(held, [], board.Facts.Evidence).Disputed ? null
            : new LogsAgree(held.Title);
    }

    public static Refusal? WhyNotPick(LaunchBoard board, string drill, string log, string? reason, Actor actor)
    {
        if (WhyNotPick(board, drill, actor) is { } refusal)
        {
            return refusal;
        }

        var held = board.Facts.Drills.First(d => d.Key == drill);
        return held.Logs.FirstOrDefault(l => l.Key == log) is not { } picked
                ? new LogNotPickable("Choose one of the logs.")
            : DrillRules.Of(picked, held.RtoTarget) is { Duration: null, Problem: var problem }
                ? new LogNotPickable($"{picked.Title} gives no recovery time. {problem}.")
            : string.IsNullOrWhiteSpace(reason) ? new LogNotPickable("Say why this log counts and the other does not.")
            : TextLimits.WhyNot("The reason", reason);
    }

    /// <exception cref="RefusedException">This person may not pick it.</exception>
    public static LogChoice Pick(
        LaunchBoard board, string drill, string log, string? reason, Actor actor, DateTimeOffset now) =>
        WhyNotPick(board, drill, log, reason, actor) is { } refusal
            ? throw new RefusedException(refusal)
            : new LogChoice
            {
                LaunchId = board.Launch.Id,
                Drill = drill,
                Log = log,
                Reason = reason!.Trim(),
                Said = DrillRules.Said(board.Facts.Drills.First(d => d.Key == drill), board.Facts.Evidence),
                PickedById = actor.UserId,
                PickedBy = actor.Name,
                At = now,
            };
}

/// <summary>Who answers for a drill never settles what its logs disagree on.</summary>
public sealed record OwnDrill(string Drill) : Refusal
{
    public override string Text =>
        $"You answer for {Drill}, so somebody else says which log counts: the launch manager or an executive.";
}

/// <summary>Nor does who changed what they say.</summary>
public sealed record ChangedItsLogs(string Drill) : Refusal
{
    public override string Text =>
        $"You changed a log of {Drill} after the first freeze, so somebody else says which log counts.";
}

public sealed record LogsAgree(string Drill) : Refusal
{
    public override string Text => $"The logs of {Drill} do not disagree, so there is nothing to pick.";
}

public sealed record LogNotPickable(string What) : Refusal
{
    public override string Text => What;
}
