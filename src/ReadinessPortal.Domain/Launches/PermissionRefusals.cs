namespace ReadinessPortal.Domain.Launches;

/// <summary>The person has no part in the launch at all.</summary>
public sealed record NotAMember : Refusal
{
    public override string Text => "You are not a member of this launch. Ask its manager to add you.";
}

/// <summary>Viewers and auditors read and change nothing.</summary>
public sealed record MayOnlyRead(LaunchPart Part) : Refusal
{
    public override string Text =>
        $"As {(Part == LaunchPart.Auditor ? "an auditor" : "a viewer")} you read everything here and change nothing.";
}

/// <summary>Who reads the launch, or helps to fill it, does not read who tried what.</summary>
public sealed record AuditIsNotTheirs : Refusal
{
    public override string Text => "The audit is for the launch manager, leads, executives and auditors. What became "
        + "of each thing can be read from its own page.";
}

/// <summary>A lead reached for something of another lead.</summary>
/// <param name="Owner">Title of the role that answers for it, or null where nobody does.</param>
public sealed record NotYourCategory(string? Owner) : Refusal
{
    public override string Text => Owner is null
        ? "No lead is assigned yet, so only the launch manager can change it."
        : $"This belongs to the {Owner}. They or the launch manager can change it.";
}

/// <summary>Only one part of the launch may do this.</summary>
/// <param name="Who">In words: <c>the launch manager</c>.</param>
public sealed record NotYours(string Who) : Refusal
{
    public override string Text => $"Only {Who} can do this.";
}

/// <summary>The launch is cancelled or archived and kept as it was.</summary>
public sealed record LaunchIsClosed(LaunchStage Stage) : Refusal
{
    public override string Text =>
        $"This launch is {(Stage == LaunchStage.Archived ? "archived" : "cancelled")} and kept as it was. "
        + "Its manager can open it again.";
}

/// <summary>The subject of the action is not in the launch.</summary>
public sealed record UnknownSubject(SubjectRef Subject) : Refusal
{
    public override string Text => $"There is no {Subject} in this launch. It may have been archived meanwhile.";
}
