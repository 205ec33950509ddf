using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Identity;

/// <summary>What a passkey may be called, and how many somebody has.</summary>
public static class PasskeyRules
{
    /// <summary>Most characters of a name.</summary>
    public const int MostOfName = 60;

    /// <summary>Most passkeys of one person.</summary>
    public const int Most = 20;

    /// <summary>Why a passkey cannot be called so; null when it can.</summary>
    public static Refusal? WhyNotName(string? name) =>
        string.IsNullOrWhiteSpace(name) || name.Trim().Length > MostOfName ? new PasskeyNeedsName()
        : NamedCharacter.UnseenIn(name) is { } unseen ? new NameTurns(unseen)
        : null;
}

/// <summary>Its owner has to know it again.</summary>
public sealed record PasskeyNeedsName : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"Give the passkey a name, in 1 to {PasskeyRules.MostOfName} characters: by it you "
        + "know it again when the device is gone.";
}

/// <summary>The authenticator did not answer what was asked, or not in time.</summary>
public sealed record PasskeyWasNotMade : Refusal
{
    /// <inheritdoc/>
    public override string Text => "No passkey was made. Nothing was changed: try again, and confirm within five "
        + "minutes where your browser asks.";
}

/// <summary>It belongs to nobody who may come in, or was not used in time.</summary>
public sealed record PasskeyIsNotKnown : Refusal
{
    /// <inheritdoc/>
    public override string Text => "This passkey does not let you in here, or it took more than five minutes. Try "
        + "again, or take another way.";
}

/// <summary>A list that somebody can look through.</summary>
public sealed record TooManyPasskeys : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"You have {PasskeyRules.Most} passkeys, which is the most. Remove one first.";
}

/// <summary>It was removed before.</summary>
public sealed record NoSuchPasskey : Refusal
{
    /// <inheritdoc/>
    public override string Text => "You have no such passkey. It may have been removed a moment ago.";
}

/// <summary>Somebody would shut themselves out.</summary>
public sealed record LastWayIn : Refusal
{
    /// <inheritdoc/>
    public override string Text => "This is your last way to sign in, so it stays. Add another first.";
}

/// <summary>Whoever has no password proves who they are by signing in.</summary>
public sealed record SignInIsOld : Refusal
{
    /// <inheritdoc/>
    public override string Text => "You signed in more than ten minutes ago. Nothing was changed: sign out, sign in "
        + "again, and then change it.";
}
