using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Mails;

/// <summary>The outbox says who is asked what in every launch.</summary>
public sealed record MailsAreNotYours : Refusal
{
    /// <inheritdoc/>
    public override string Text =>
        "Only an administrator of the portal can see what mails it sends, and send one again.";
}

/// <summary>There is no mail of that id.</summary>
public sealed record NoSuchMail : Refusal
{
    /// <inheritdoc/>
    public override string Text => "There is no such mail. Look at the list again.";
}

/// <summary>It will be sent without anybody's help.</summary>
public sealed record MailIsOnItsWay : Refusal
{
    /// <inheritdoc/>
    public override string Text => "This mail is still to be sent, so it cannot be sent again. Wait for it.";
}

/// <summary>The portal has nobody to give mails to.</summary>
public sealed record NoMailServer : Refusal
{
    /// <inheritdoc/>
    public override string Text =>
        "No SMTP server is configured, so nothing can be sent. Set Mail__Smtp__Host and Mail__From, and start the "
        + "portal again.";
}

/// <summary>A token is nobody who reads mail.</summary>
public sealed record TokensGetNoMail : Refusal
{
    /// <inheritdoc/>
    public override string Text => "A token gets no mail. Sign in as a person to choose.";
}
