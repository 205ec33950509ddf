using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Facts;

/// <summary>What loosens nothing is simply saved.</summary>
public sealed record NothingToGuard : Refusal
{
    public override string Text => "This improves nothing, so it needs no approval: save it.";
}

public sealed record GuardedNotComplete(string What) : Refusal
{
    public override string Text => What;
}

/// <summary>Nothing reads the file, so that a second person has to.</summary>
/// <param name="Files">Titles, as a list.</param>
public sealed record LookAtTheFile(string Files) : Refusal
{
    public override string Text => $"Open {VisibleText.Line(Files)} and look for the value, then say that you have: "
        + "nothing but a person can read it there.";
}

/// <summary>Who asks for a change that needs a second person never answers it.</summary>
public sealed record OwnGuardedChange : Refusal
{
    public override string Text =>
        "You asked for this change, so somebody else answers it: the launch manager or an executive.";
}

/// <summary>Nobody approves for what they answer for, whoever asked.</summary>
public sealed record OwnSubject : Refusal
{
    public override string Text => "You answer for something that would improve by this, so somebody else "
        + "answers: another launch manager, or an executive, who neither leads it nor is deputy for whoever does.";
}

/// <summary>The facts moved so far that what was asked for cannot be carried out any more.</summary>
public sealed record GuardedOutOfDate(string Why) : Refusal
{
    public override string Text => $"This does not fit the facts any more. {Why} Decline it, and ask again.";
}

public sealed record GuardedIsAnswered(string By, GuardedAnswer Answer) : Refusal
{
    public override string Text => $"{By} has {Format.Word(Answer)} this change already.";
}

public sealed record NoSuchGuardedChange : Refusal
{
    public override string Text => "Nobody has asked for this change.";
}
