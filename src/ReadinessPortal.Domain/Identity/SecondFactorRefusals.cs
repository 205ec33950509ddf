using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Identity;

/// <summary>A recovery code lets somebody in; it does not sign.</summary>
public sealed record RecoveryCodeSignsNothing : Refusal
{
    /// <inheritdoc/>
    public override string Text => "A signature needs a code of the app, not a recovery code. Set the app up again "
        + "under Your account, then sign.";
}

/// <summary>Not the code that the app shows now.</summary>
public sealed record CodeIsNotRight : Refusal
{
    /// <inheritdoc/>
    public override string Text => "This is not the code that the app shows now. Wait for the next one and enter it; "
        + "if that is not right either, set the clock of the phone to automatic.";
}

/// <summary>A code of another kind was entered.</summary>
public sealed record CodeIsForRecovery : Refusal
{
    /// <inheritdoc/>
    public override string Text => "This looks like a recovery code. Enter it below, under The phone is lost.";
}

/// <summary>Not one of the recovery codes, or one that was used.</summary>
public sealed record RecoveryCodeIsNotRight : Refusal
{
    /// <inheritdoc/>
    public override string Text => "This is none of your recovery codes, or it was used before. Each works once.";
}

/// <summary>Nothing was entered.</summary>
public sealed record CodeIsMissing : Refusal
{
    /// <inheritdoc/>
    public override string Text => "Enter a code.";
}

/// <summary>Too many wrong ones.</summary>
public sealed record CodesAreLocked(string Why) : Refusal
{
    /// <inheritdoc/>
    public override string Text => Why;
}

/// <summary>Who gave the password took too long for the code.</summary>
public sealed record SignInIsOver : Refusal
{
    /// <inheritdoc/>
    public override string Text => "It took too long, or something about the account changed. Sign in again.";
}

/// <summary>A secret waits only so long to be put into an app.</summary>
public sealed record AppOfferIsOver : Refusal
{
    /// <inheritdoc/>
    public override string Text => "This picture is more than half an hour old, or was made for another account. "
        + "Nothing was changed: begin again with the new one below, and remove the entry you made in the app.";
}

/// <summary>There is one app, which is removed before another is added.</summary>
public sealed record HasAppAlready : Refusal
{
    /// <inheritdoc/>
    public override string Text => "An authenticator app is set up already. Remove it before you add another.";
}

/// <summary>Whoever can sign in removes their own devices by themselves, with a proof.</summary>
public sealed record NotOnesOwnDevices : Refusal
{
    /// <inheritdoc/>
    public override string Text => "Your own authenticator app and passkeys you change under Your account.";
}

/// <summary>There is nothing to forget.</summary>
public sealed record NoDevices(string Person) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"{Figures.VisibleText.Line(Person)} has no authenticator app and no passkey.";
}

/// <summary>There is no app to do something with.</summary>
public sealed record HasNoApp : Refusal
{
    /// <inheritdoc/>
    public override string Text => "No authenticator app is set up.";
}
