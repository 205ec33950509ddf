using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Launches;

/// <summary>Somebody else moved the launch on meanwhile.</summary>
public sealed record StageMoved(LaunchStage Now) : Refusal
{
    public override string Text => $"The launch is {Format.Word(Now)} by now. Look again.";
}

/// <summary>The life of a launch has no such step.</summary>
public sealed record NoSuchStep(LaunchStage From, LaunchStage To, EquatableArray<LaunchStage> Next) : Refusal
{
    public override string Text =>
        $"A launch that is {Format.Word(From)} cannot be set to {Format.Word(To)}. From here it can become "
        + $"{string.Join(" or ", Next.Select(s => Format.Word(s)))}.";
}

/// <summary>Nothing launches without a YES that still stands.</summary>
public sealed record NoYesStands : Refusal
{
    public override string Text =>
        "No YES stands: the accountable executive has not decided, decided NO, or has revoked the YES. "
        + "Freeze a revision and have it decided first.";
}

public sealed record StepNeedsReason(LaunchStage To) : Refusal
{
    public override string Text => $"Say why. The reason for making the launch {Format.Word(To)} is kept permanently.";
}

public sealed record PostponingNeedsDate : Refusal
{
    public override string Text => "Give the new target date. If nobody knows one, cancel the launch.";
}

public sealed record PostponedToEarlier(DateOnly Target) : Refusal
{
    public override string Text => $"Postponing means later than {Format.Day(Target)}. Give a later day.";
}

/// <summary>A postponed launch is signed on a revision that knows the new date.</summary>
public sealed record LaunchIsPostponed(DateOnly Target) : Refusal
{
    public override string Text =>
        $"The launch was postponed to {Format.Day(Target)}. Freeze a revision that says so, then sign that one.";
}

/// <summary>What has happened is not moved, frozen and signed any more.</summary>
public sealed record HasLaunched : Refusal
{
    public override string Text =>
        "The launch has happened, and what was frozen, signed and decided for it stays as it is. If it has not "
        + "happened after all, its manager can say so.";
}

/// <summary>The target date was moved by somebody else meanwhile.</summary>
public sealed record TargetDateMoved(DateOnly Now) : Refusal
{
    public override string Text => $"The target date is {Format.Day(Now)} by now. Look again.";
}

public sealed record NoTargetDate : Refusal
{
    public override string Text => "Give the new target date.";
}

public sealed record TargetDateIsTheSame(DateOnly Target) : Refusal
{
    public override string Text => $"The target date is {Format.Day(Target)} already.";
}

public sealed record MoveNeedsReason : Refusal
{
    public override string Text => "Say why the date moves. The reason is kept permanently and printed.";
}

public sealed record TargetBeforeReport(DateOnly Report) : Refusal
{
    public override string Text => $"The target date lies before the report's date, {Format.Day(Report)}.";
}

/// <summary>The release under test was changed by somebody else meanwhile.</summary>
/// <param name="Now">Its name; null when none is named.</param>
public sealed record ReleaseMoved(string? Now) : Refusal
{
    public override string Text => $"The release under test is {Now ?? "not named"} by now. Look again.";
}

public sealed record ReleaseNeedsName : Refusal
{
    public override string Text => "A release needs a name; its version, digest and commit stand beside it.";
}

public sealed record ReleaseIsTheSame : Refusal
{
    public override string Text => "This is the release under test already.";
}

public sealed record ReleaseNeedsReason : Refusal
{
    public override string Text => "Say why the release under test changes. The reason stays in the audit.";
}
