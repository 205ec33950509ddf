using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Identity;

/// <summary>What an account may be called, and who looks after accounts.</summary>
public static class AccountRules
{
    /// <summary>Most characters of what somebody signs in with.</summary>
    public const int MostOfUserName = 64;

    /// <summary>Most characters of a name.</summary>
    public const int MostOfName = 120;

    /// <summary>Everything that is wrong with a new account; null where nothing is.</summary>
    /// <param name="others">Of what else is asked for.</param>
    public static Refusal? WhyNot(string userName, string name, params IEnumerable<Refusal?> others) =>
        SeveralProblems.Of([WhyNotUserName(userName), WhyNotName(name), .. others]);

    /// <summary>Why nobody can sign in with it; null when somebody can.</summary>
    public static Refusal? WhyNotUserName(string userName) =>
        userName.Length is 0 or > MostOfUserName
            || !userName.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '@' or '+')
            ? new UserNameIsNone() : null;

    private static Refusal? WhyNotName(string name) =>
        string.IsNullOrWhiteSpace(name) || name.Length > MostOfName ? new PersonNeedsName()
        : NamedCharacter.UnseenIn(name) is { } unseen ? new NameTurns(unseen)
        : name.Any(char.IsLetterOrDigit) ? null : new PersonNeedsName();
}

/// <summary>Nobody can sign in with it.</summary>
public sealed record UserNameIsNone : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"A user name has 1 to {AccountRules.MostOfUserName} characters: letters without "
        + "accents, digits, and - . _ @ +.";
}

/// <summary>Signatures and the audit show a name.</summary>
public sealed record PersonNeedsName : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"Give the person's name, in 1 to {AccountRules.MostOfName} characters: signatures "
        + "and the audit show it.";
}

/// <summary>A character that nobody sees, or that turns the text around it.</summary>
public sealed record NameTurns(string Character) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"A name cannot hold a {Character}: remove it.";
}

/// <summary>No mail reaches it.</summary>
public sealed record MailIsNone : Refusal
{
    /// <inheritdoc/>
    public override string Text => "This is no address that a mail can be sent to. Give one, such as "
        + "ana@example.org, or leave it empty.";
}

/// <summary>Two would sign in with one name.</summary>
public sealed record UserNameIsTaken(string UserName) : Refusal
{
    /// <inheritdoc/>
    public override string Text =>
        $"Somebody signs in as {VisibleText.Line(UserName)} already: choose another user name.";
}

/// <summary>Two people of one name cannot be told apart where they sign.</summary>
public sealed record NameIsTaken(string Person) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"There is somebody called {VisibleText.Line(Person)} here already. If this is "
        + "somebody else, add what tells them apart, such as a department; an administrator can give two people "
        + "one name.";
}

/// <summary>Looking after accounts is for administrators.</summary>
public sealed record AccountsAreForAdministrators : Refusal
{
    /// <inheritdoc/>
    public override string Text => "Only an administrator of the portal looks after accounts.";
}

/// <summary>There is no such account.</summary>
public sealed record NoSuchAccount : Refusal
{
    /// <inheritdoc/>
    public override string Text => "There is no such account. Look again at the list of people.";
}

/// <summary>The portal would be left without anybody who lets people in.</summary>
public sealed record LastAdministrator : Refusal
{
    /// <inheritdoc/>
    public override string Text => "This is the last administrator who can sign in. Let somebody else administer the "
        + "portal first: ./portal user USER --administrator yes.";
}

/// <summary>Somebody would shut themselves out.</summary>
public sealed record NotOneself : Refusal
{
    /// <inheritdoc/>
    public override string Text => "Nobody disables their own account. Ask another administrator.";
}

/// <summary>A disabled account is not given a way in.</summary>
public sealed record AccountIsDisabled(string Person) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"The account of {VisibleText.Line(Person)} is disabled. Enable it first.";
}

/// <summary>A password nobody should choose.</summary>
public sealed record PasswordWillNotDo(string Why) : Refusal
{
    /// <inheritdoc/>
    public override string Text => $"Choose another password. {Why}";
}

/// <summary>The present password is asked for before another is set.</summary>
public sealed record PasswordIsNotRight(string Why) : Refusal
{
    /// <inheritdoc/>
    public override string Text => Why;
}

/// <summary>What cannot be seen while it is typed is typed twice.</summary>
public sealed record PasswordsDiffer : Refusal
{
    /// <inheritdoc/>
    public override string Text => "The two new passwords are not the same. Nothing was changed: enter both again.";
}

/// <summary>A link works once, and not for long.</summary>
public sealed record LinkIsOver : Refusal
{
    /// <inheritdoc/>
    public override string Text => "This link does not work any more: it was used, it ran out, or a newer one was "
        + "made. Ask whoever sent it for another.";
}
