using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Identity;

/// <summary>The provider knows them, and they have none of what lets somebody into the portal.</summary>
public sealed record ProviderLetsOthersIn(string Provider) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"{Provider} knows you, and nothing it says of you opens this portal. Ask whoever "
        + $"looks after {Provider} to be put into the group that does.";
}

/// <summary>No account is made without a name to know it by.</summary>
public sealed record ProviderNamesNobody(string Provider, string UserName) : Refusal
{
    /// <inheritdoc/>
    public override string Text => (UserName.Length == 0 ? $"{Provider} gives no user name"
            : $"{Provider} calls you {ProviderRules.Shown(UserName)}, which is no user name here: that is 1 to "
                + $"{AccountRules.MostOfUserName} letters without accents, digits, and - . _ @ +")
        + ". Ask an administrator of the portal for an invitation.";
}

/// <summary>Nobody can be told by what is not said.</summary>
public sealed record ProviderSaysNotWho(string Provider) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"{Provider} does not say who you are in a way that can be kept (sub). Tell whoever "
        + "runs the portal.";
}

/// <summary>Nobody pressed, in this browser, that they want to come in by a link.</summary>
public sealed record JoiningIsOver : Refusal
{
    /// <inheritdoc/>
    public override string Text => "Open the link you were sent, and begin from its page, in this browser: it took too "
        + "long, or was begun elsewhere. Nothing was changed.";
}

/// <summary>Whoever comes in to another account leaves the one they are in first.</summary>
public sealed record SignedInAlready(string Person) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"You are signed in as {VisibleText.Line(Person)} in this browser. Sign out first, "
        + "then open the link again. Nothing was changed.";
}

/// <summary>A name that a provider asserts opens nobody's account.</summary>
public sealed record ProviderNameIsTaken(string Provider, string UserName) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"{Provider} calls you {VisibleText.Line(UserName)}, and an account here that is "
        + $"not linked to {Provider} has that name. If it is yours, sign in to it as before and link {Provider} "
        + "under Your account; else ask an administrator of the portal for an invitation.";
}

/// <summary>The account that the provider leads to is disabled.</summary>
public sealed record ProviderAccountIsDisabled : Refusal
{
    /// <inheritdoc/>
    public override string Text => "Your account here is disabled. Ask an administrator of the portal.";
}

/// <summary>One person of a provider has one account.</summary>
public sealed record ProviderKnowsAnother(string Provider) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"Whoever you are at {Provider} has another account here. Nothing was linked: sign "
        + $"in to that account by {Provider}, or have it unlinked first, there or by an administrator.";
}

/// <summary>One account has one person of a provider.</summary>
public sealed record ProviderIsLinked(string Provider) : Refusal
{
    /// <inheritdoc/>
    public override string Text =>
        $"The account is linked to somebody else at {Provider} already. Nothing was changed: have it unlinked first, "
            + "under Your account or by an administrator.";
}

/// <summary>Whoever began to link signed out, or is somebody else by now.</summary>
public sealed record LinkingIsOver : Refusal
{
    /// <inheritdoc/>
    public override string Text => "It took too long, or you are not signed in as before. Nothing was changed: begin "
        + "again under Your account.";
}

/// <summary>Somebody would shut themselves out.</summary>
/// <param name="IsOnly">Nobody comes in but by a provider.</param>
public sealed record OnlyWayIn(string Provider, bool IsOnly) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"{Provider} is the only way in to your account. "
        + (IsOnly ? "If it is the wrong account, ask an administrator to unlink it."
            : "Ask an administrator for a link to choose a password first.");
}

/// <summary>The provider says that somebody else is there.</summary>
public sealed record ConfirmedSomebodyElse(string Provider) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"{Provider} confirmed somebody else than who is signed in here. Nothing is "
        + "confirmed and nothing was signed.";
}

/// <summary>The provider does not say when it asked.</summary>
public sealed record ConfirmedNoTime(string Provider) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"{Provider} does not say when it asked you (auth_time), so its word confirms "
        + "nothing. Nothing was done: tell whoever runs the portal.";
}

/// <summary>The provider did not ask anew.</summary>
public sealed record ConfirmedEarlier(string Provider) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"{Provider} did not ask you anew, or its clock differs from the portal's, so its "
        + "word confirms nothing. Nothing was done: try again.";
}

/// <summary>Only the provider can say who somebody is.</summary>
/// <param name="Undone">What did not happen, as a sentence.</param>
public sealed record NotConfirmed(string Provider, string Undone) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"Confirm with {Provider} first that it is you. A confirmation lasts five minutes, "
        + $"for one time. {Undone}";
}

/// <summary>The person said no at the provider.</summary>
public sealed record ProviderSaysNo(string Provider) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"{Provider} says that it was cancelled, or that you may not use it here.";
}

/// <summary>The provider reports an error of its own.</summary>
public sealed record ProviderHasFailed(string Provider) : Refusal
{
    /// <inheritdoc/>
    public override string Text =>
        $"{Provider} reports an error. Try again, and tell whoever runs the portal if it stays.";
}

/// <summary>The provider does not answer.</summary>
public sealed record ProviderIsAway(string Provider) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"{Provider} cannot be reached just now. Try again in a moment, and tell whoever "
        + "runs the portal if it stays.";
}

/// <summary>The answer does not belong to what this browser asked.</summary>
public sealed record ProviderAnswersAnother : Refusal
{
    /// <inheritdoc/>
    public override string Text => "This answer belongs to a sign-in that was begun in another browser, took too long, "
        + "or was used before. Begin again.";
}

/// <summary>The answer is not signed, not for this portal, or out of date.</summary>
public sealed record ProviderAnswerIsNone(string Provider) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"The answer of {Provider} cannot be believed: it is not signed by it, not for this "
        + "portal, or out of date. Try again; if it stays, tell whoever runs the portal: its log says more.";
}

/// <summary>Nobody comes in by password.</summary>
public sealed record PasswordsAreOff : Refusal
{
    /// <inheritdoc/>
    public override string Text =>
        "Passwords are switched off in this portal: sign in by your company's identity provider.";
}

/// <summary>There is nothing to unlink.</summary>
public sealed record ProviderIsNotLinked(string Person, string Provider) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"{VisibleText.Line(Person)} is not linked to {Provider}.";
}

/// <summary>One's own link one takes away oneself, with a proof.</summary>
public sealed record NotOnesOwnProvider : Refusal
{
    /// <inheritdoc/>
    public override string Text => "Your own account you unlink under Your account.";
}
