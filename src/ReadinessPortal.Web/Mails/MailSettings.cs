using MimeKit;

namespace ReadinessPortal.Web.Mails;

/// <summary>How the connection to the mail server is kept from being read.</summary>
public enum SmtpSecurity
{
    /// <summary>Begun in the clear and encrypted before anything is said; a server that cannot is not used.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    /// <summary>Not at all: for a server on the same machine or in a network of one's own.</summary>
    None,
}

/// <summary>The mail server that mails are given to, and whom they come from.</summary>
/// <param name="PublicUrl">Address of the portal, which links in mails begin with.</param>
public sealed record MailSettings(
    string Host, int Port, SmtpSecurity Security, string? User, string? Password, MailboxAddress From, Uri PublicUrl)
{
    public static int UsualPort(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => 587,
        SmtpSecurity.Tls => 465,
        _ => 25,
    };

    /// <summary>Without the password, wherever it is written.</summary>
    public override string ToString() => $"{Host}:{Port}, {Security}";
}
