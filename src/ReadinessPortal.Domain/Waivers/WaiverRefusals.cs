using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Waivers;

/// <summary>Only what has failed can be waived.</summary>
public sealed record NothingToWaive(string Title, CriterionState State) : Refusal
{
    public override string Text =>
        $"{Title} is {Format.Word(State)}. A waiver accepts a failure and nothing else.";
}

public sealed record WaiverIsPending(string RequestedBy) : Refusal
{
    public override string Text =>
        $"{RequestedBy} has asked for a waiver already, and nobody has answered. "
        + "The launch manager or an executive does.";
}

public sealed record WaiverNotComplete(string What) : Refusal
{
    public override string Text => What;
}

/// <summary>Who asks for a waiver never answers it.</summary>
public sealed record OwnWaiver : Refusal
{
    public override string Text =>
        "You asked for this waiver, so somebody else answers it: the launch manager or an executive.";
}

/// <summary>Nobody waives what they answer for, whoever asked.</summary>
public sealed record OwnCriterion(string Title) : Refusal
{
    public override string Text => $"You answer for {Title}, so somebody else answers: another launch manager, or an "
        + "executive, who neither leads it nor is deputy for whoever does.";
}

public sealed record WaiverIsWithdrawn(string By) : Refusal
{
    public override string Text => $"{By} has taken this waiver back.";
}

/// <summary>A declined waiver counts for nothing, so there is nothing to take back.</summary>
public sealed record NothingToTakeBack(string By) : Refusal
{
    public override string Text => $"{By} has declined this waiver, so nothing depends on it.";
}

public sealed record WaiverIsAnswered(string By, WaiverAnswer Answer) : Refusal
{
    public override string Text => $"{By} has {Format.Word(Answer)} this waiver already.";
}
