namespace ReadinessPortal.Domain.Launches;

/// <summary>A package may bring a launch to what it says where every act that this takes is admitted.</summary>
public static class ImportRules
{
    public static Refusal? WhyNot(LaunchBoard board, LaunchFacts next, Actor actor) =>
        Permissions.WhyNot(LaunchAction.Import, actor, board)
        ?? (next.Launch.TargetDate == board.Launch.TargetDate ? null
            : Permissions.WhyNot(LaunchAction.MoveTargetDate, actor, board))
        ?? (next.Launch.Release == board.Launch.Release ? null
            : Permissions.WhyNot(LaunchAction.ChangeRelease, actor, board));
}
