using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.SignOffs;

public sealed record NothingIsFrozen : Refusal
{
    public override string Text => "No revision is frozen yet. The launch manager freezes one, then it can be signed.";
}

/// <summary>The revision asked for is not the newest one, or its hash is not the one that was shown.</summary>
public sealed record NotTheNewestRevision(int Asked, int Newest) : Refusal
{
    public override string Text => Asked == Newest
        ? $"What you were shown is not revision {Newest} as it was frozen. Read it again before you sign."
        : $"Revision {Asked} is no longer open for signature: revision {Newest} is. Read that one and sign it.";
}

public sealed record UnknownRole(string Role) : Refusal
{
    public override string Text => $"There is no role '{Role}' in this launch.";
}

public sealed record UnknownPerson : Refusal
{
    public override string Text => "There is no such person in this portal. Choose one from the list.";
}

public sealed record RoleIsNotRequired(string Role, string Reason) : Refusal
{
    public override string Text => $"{Role} was made not required before the freeze: {Reason}";
}

public sealed record NotTheNamedPerson(string Role, string? Holder) : Refusal
{
    public override string Text => Holder is null
        ? $"Nobody is named for {Role} yet. The launch manager names somebody under settings."
        : $"{Holder} signs as {Role}, or a deputy who was named before the freeze.";
}

public sealed record DeputyNamedTooLate(string Role) : Refusal
{
    public override string Text =>
        $"You were named deputy for {Role} after this revision was frozen, so you can stand in from the next one on.";
}

public sealed record DeputyIsOver(string Role, DateOnly Until) : Refusal
{
    public override string Text =>
        $"You stood in for {Role} until {Format.Day(Until)}. Ask to be named again.";
}

public sealed record RoleHasSigned(string Role, string By) : Refusal
{
    public override string Text =>
        $"{By} has already signed as {Role} on this revision. Withdrawing that sign-off frees the role.";
}

public sealed record PersonHasSigned(string Role) : Refusal
{
    public override string Text => $"You have signed this revision as {Role}. One person fills one role.";
}

public sealed record PersonFillsAnotherRole(string Person, string Role) : Refusal
{
    public override string Text => $"{Person} fills {Role} already. One person fills one role; name somebody else.";
}

public sealed record FreezerSignsNoBusiness(string Role) : Refusal
{
    public override string Text =>
        $"You froze this revision, and who freezes gives no business sign-off. Somebody else signs as {Role}.";
}

/// <summary>Roles that come earlier have not signed.</summary>
/// <param name="Missing">Their titles.</param>
public sealed record NotYourTurn(string Role, EquatableArray<string> Missing) : Refusal
{
    public override string Text =>
        $"{Role} signs after the technical roles. Still to sign: {string.Join(", ", Missing)}.";
}

public sealed record CommentIsMissing(SignOffDecision Decision) : Refusal
{
    public override string Text => Decision switch
    {
        SignOffDecision.Conditional => "Say in a comment why the conditions are needed.",
        SignOffDecision.Abstain => "Say in a comment why you abstain.",
        _ => "Say in a comment why you reject.",
    };
}

public sealed record ConditionIsMissing : Refusal
{
    public override string Text => "An approval with conditions needs at least one condition.";
}

/// <param name="Missing">Each with its article, as the sentence lists it.</param>
public sealed record ConditionIsIncomplete(int Number, EquatableArray<string> Missing) : Refusal
{
    public override string Text => $"Condition {Number} needs {Counted.List(Missing)}.";
}

/// <summary>It would have lapsed at the moment it is asked for.</summary>
/// <param name="Today">The real day in the launch's time zone.</param>
public sealed record ConditionIsOver(int Number, DateOnly Due, DateOnly Today) : Refusal
{
    public override string Text =>
        $"Condition {Number} would be due on {Format.Day(Due)}, which is over. "
        + $"Choose {Format.Day(Today)} or a later day.";
}

public sealed record ConditionsDoNotFit(SignOffDecision Decision) : Refusal
{
    public override string Text => "Conditions belong to an approval with conditions. Choose that, or take them away.";
}

public sealed record NotReauthenticated : Refusal
{
    public override string Text =>
        "Enter your password again: a signature is given by a person who has just proved who they are.";
}

/// <summary>The accountable role signs with the final decision, not before.</summary>
public sealed record AccountableDecides(string Role) : Refusal
{
    public override string Text => $"{Role} signs together with the final decision, YES or NO.";
}

public sealed record NobodyIsAccountable(int Roles) : Refusal
{
    public override string Text =>
        $"A launch has exactly one accountable role, this one has {Roles}. Name it under settings before freezing.";
}

public sealed record DecisionIsTaken(bool Proceed, string By) : Refusal
{
    public override string Text =>
        $"{By} has decided {(Proceed ? "YES" : "NO")} on this revision. What changes from here needs a new revision.";
}

public sealed record NothingToWithdraw : Refusal
{
    public override string Text => "There is no such sign-off on the newest revision. Look again.";
}

/// <summary>The signature was taken back before; a later one of the same role is another one.</summary>
public sealed record IsWithdrawn(string Role, string By) : Refusal
{
    public override string Text => $"This sign-off of {By} as {Role} is withdrawn already.";
}

public sealed record NotYourSignOff(string Role, string By) : Refusal
{
    public override string Text => $"{By} signed as {Role}; only {By} can withdraw that.";
}

public sealed record ReasonIsMissing(string What) : Refusal
{
    public override string Text => $"{What} needs a reason: it is kept and printed.";
}

/// <summary>YES goes against something; exactly what is listed.</summary>
public sealed record OverrideNeedsReason(EquatableArray<string> Overridden) : Refusal
{
    public override string Text =>
        "Write the reason for going ahead, or decide NO. A YES goes against "
        + (Overridden is [var one] && one.Length <= Short ? $"one point: {one}."
            : $"{Counted.Of(Overridden.Length, "point")}, all of them listed in the form.");

    private const int Short = 200;
}

/// <summary>What a YES goes against is not what the page listed.</summary>
/// <param name="Overridden">As it is now.</param>
public sealed record OverrideHasMoved(EquatableArray<string> Overridden) : Refusal
{
    public override string Text => Overridden.IsEmpty
        ? "What stood against a YES when you opened this page does not stand any more. Look again, then decide."
        : "What stands against a YES has changed since you opened this page. Read what is listed now, then decide.";
}

public sealed record FrozenAlready(int Revisions) : Refusal
{
    public override string Text =>
        "Roles can be made not required, or required again, only before the first revision is frozen.";
}

public sealed record AccountableIsRequired(string Role) : Refusal
{
    public override string Text => $"{Role} takes the final decision and cannot be made not required.";
}

public sealed record DeputyNeedsEnd(DateOnly Today) : Refusal
{
    public override string Text => "A deputy stands in until a day; choose one that is not over.";
}

public sealed record DeputyIsTheHolder(string Person) : Refusal
{
    public override string Text => $"{Person} holds the role already; a deputy is somebody else.";
}

public sealed record NoYesToReview(int Revision) : Refusal
{
    public override string Text => $"There is no YES on revision {Revision}, so there is nothing to confirm or revoke.";
}

public sealed record NotYourDecision(string By) : Refusal
{
    public override string Text => $"{By} decided; only {By} confirms or revokes that.";
}

public sealed record NothingToConfirm(int Revision) : Refusal
{
    public override string Text =>
        $"Nothing has got worse since revision {Revision} was decided that is not confirmed already.";
}

/// <summary>Live data got worse again between reading and confirming.</summary>
public sealed record MoreThanShown(int Revision) : Refusal
{
    public override string Text =>
        "More has got worse since you opened this page. Read what is listed now, then confirm or revoke.";
}
