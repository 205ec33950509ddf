using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Tokens;

namespace ReadinessPortal.Application.Tokens;

/// <summary>A name that could not be told from another, or not be written on a command line.</summary>
public sealed record TokenNameNotKept : NotAcceptable
{
    /// <inheritdoc/>
    public override string Text =>
        $"A token needs a name of at most {ApiToken.NameLength} letters, digits, dots, hyphens and underscores, such "
        + "as ci-main.";
}

/// <summary>A token of that name opens the launch already.</summary>
public sealed record TokenExists(string Token) : NotAcceptable
{
    /// <inheritdoc/>
    public override string Text => $"There is a token {Token} already. Revoke it first, or choose another name.";
}

/// <summary>It would last for no time at all, or for too long.</summary>
public sealed record TokenLastsTooLong(int Days) : NotAcceptable
{
    /// <inheritdoc/>
    public override string Text =>
        $"A token lasts from 1 to {ApiToken.MostDays} days, not {Format.Number(Days)}. Give a number of days between.";
}

/// <summary>It is narrowed to a category that the launch does not have.</summary>
public sealed record NoSuchCategory(string Category, string Known) : NotAcceptable
{
    /// <inheritdoc/>
    public override string Text =>
        $"This launch has no category '{VisibleText.Line(Category)}'. Give one of {Known}.";
}

/// <summary>A category was given for a token that delivers nothing.</summary>
public sealed record CategoryWithoutWriting(TokenScope Scope) : NotAcceptable
{
    /// <inheritdoc/>
    public override string Text =>
        $"Categories narrow what evidence a token may deliver, and {Scope.Word()} delivers none. Leave them out, or "
        + $"choose {TokenScope.EvidenceWrite.Word()}.";
}

/// <summary>Nothing of that name is left to be revoked.</summary>
public sealed record NoSuchToken(string Token) : Refusal
{
    /// <inheritdoc/>
    public override string Text =>
        $"This launch has no token '{VisibleText.Line(Token)}' that is not revoked. Look at the list of its tokens.";
}

/// <summary>A token does not open the portal, for one of several reasons.</summary>
public abstract record TokenNotValid : Refusal;

/// <summary>Nobody has made it, or it was copied badly; the two cannot be told apart.</summary>
public sealed record UnknownToken : TokenNotValid
{
    /// <inheritdoc/>
    public override string Text =>
        $"This token is unknown. A token begins with {TokenSecret.Prefix} and is sent whole, as the header "
        + $"Authorization: Bearer {TokenSecret.Prefix}...; check the secret that your pipeline stores.";
}

/// <summary>Its time is over. Only its holder gets here, so that it may be said.</summary>
public sealed record TokenExpired(string Token, DateTimeOffset At) : TokenNotValid
{
    /// <inheritdoc/>
    public override string Text =>
        $"The token {Token} expired on {Format.Day(DateOnly.FromDateTime(At.UtcDateTime))}. Ask the launch manager for "
        + "a new one.";
}

/// <summary>Somebody ended it.</summary>
public sealed record TokenRevoked(string Token, DateTimeOffset At) : TokenNotValid
{
    /// <inheritdoc/>
    public override string Text =>
        $"The token {Token} was revoked on {Format.Day(DateOnly.FromDateTime(At.UtcDateTime))}. Ask the launch manager "
        + "for a new one.";
}

/// <summary>It ended while what it had sent was on its way.</summary>
public sealed record TokenIsOver : TokenNotValid
{
    /// <inheritdoc/>
    public override string Text =>
        "This token was revoked or expired while the request was under way. Nothing was saved; ask the launch manager "
        + "for a new one.";
}
