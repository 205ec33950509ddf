using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Life;

/// <summary>What a step of a launch's life is called on a button, and what it brings.</summary>
internal static class LifeWords
{
    /// <summary>The way of a launch that nothing comes in between.</summary>
    public static IReadOnlyList<LaunchStage> Way { get; } =
        [LaunchStage.Preparing, LaunchStage.InSignature, LaunchStage.Decided, LaunchStage.Launched];

    public static string Act(LaunchStage from, LaunchStage to) => (from, to) switch
    {
        (LaunchStage.Launched, LaunchStage.Decided) => "It has not launched after all",
        (LaunchStage.Archived, _) => "Take out of the archive",
        (_, LaunchStage.Preparing) => "Resume",
        (_, LaunchStage.Launched) => "Mark as launched",
        (_, LaunchStage.Postponed) => "Postpone",
        (_, LaunchStage.Cancelled) => "Cancel the launch",
        (_, LaunchStage.Archived) => "Archive",
        _ => throw new ArgumentOutOfRangeException(nameof(to), to, "is not reached by hand"),
    };

    /// <summary>What follows from it, in one or two sentences.</summary>
    public static string Means(LaunchStage from, LaunchStage to) => (from, to) switch
    {
        (LaunchStage.Launched, LaunchStage.Decided) =>
            "The launch is decided again and not launched. Revisions can be frozen and the date can move again.",
        (LaunchStage.Archived, _) => "The launch is listed as what it was before it was archived.",
        (LaunchStage.Cancelled, LaunchStage.Preparing) =>
            "Everybody can change it again, each what is theirs. What was frozen and signed before stands as it was.",
        (_, LaunchStage.Preparing) => "The launch is prepared for its new date, and can be frozen and signed for it.",
        (_, LaunchStage.Launched) =>
            "The launch has happened. Nothing more is frozen and signed, and its date and release stay as they are.",
        (_, LaunchStage.Postponed) =>
            "Signing waits until a revision is frozen that knows the new date. What was signed before stands as it "
                + "was.",
        (_, LaunchStage.Cancelled) =>
            "Everything is kept and can be read, and nobody changes anything any more. You can take it up again.",
        (_, LaunchStage.Archived) =>
            "Everything is kept and can be read, and nobody changes anything any more. "
            + "You can restore it from the archive.",
        _ => throw new ArgumentOutOfRangeException(nameof(to), to, "is not reached by hand"),
    };

    public static bool IsHard(LaunchStage to) => to is LaunchStage.Cancelled;
}
