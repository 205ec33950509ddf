using System.Globalization;
using MimeKit;

namespace ReadinessPortal.Web.Mails;

/// <summary>Reads how mail is sent out of the settings.</summary>
internal static class MailReading
{
    private const string Host = "Mail:Smtp:Host";
    private const string Port = "Mail:Smtp:Port";
    private const string Security = "Mail:Smtp:Security";
    private const string User = "Mail:Smtp:User";
    private const string Password = "Mail:Smtp:Password";
    private const string From = "Mail:From";
    private const string PublicUrl = "Portal:PublicUrl";

    /// <param name="text">A setting, or null where it is not given.</param>
    /// <param name="problem">Told what is wrong with them, a sentence each.</param>
    /// <returns>Null where no mail server is given, and where something is wrong.</returns>
    public static MailSettings? Of(Func<string, string?> text, Action<string> problem)
    {
        var isWrong = false;
        if (text(Host) is not { } host)
        {
            if (new[] { Port, Security, User, Password, From }.FirstOrDefault(k => text(k) is not null) is { } alone)
            {
                Wrong($"{alone} is set and {Host} is not: name the mail server, or remove it.");
            }

            return null;
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            Wrong($"{Host} is '{host}': give the name or the address of a mail server, such as smtp.example.org.");
        }

        var security = SecurityOf(text(Security));
        var port = PortOf(text(Port), security);
        var from = AddressOf(text(From));
        if ((text(User) is null) != (text(Password) is null))
        {
            Wrong($"{(text(User) is null ? User : Password)} is not set: {User} and {Password} go together.");
        }

        if (security == SmtpSecurity.None && text(User) is not null && !IsThisMachine(host))
        {
            Wrong($"{Security} is none, so the password would be sent in the clear: use starttls or tls, or remove "
                + $"{User} and {Password}.");
        }

        if (!Uri.TryCreate(text(PublicUrl), UriKind.Absolute, out var home))
        {
            Wrong($"{PublicUrl} is not set, and links in mails begin with it: give the address that people open.");
        }

        return isWrong ? null
            : new(host, port, security, text(User), text(Password), from!, home!);

        void Wrong(string what)
        {
            isWrong = true;
            problem(what);
        }

        SmtpSecurity SecurityOf(string? word)
        {
            switch (word?.ToUpperInvariant())
            {
                case null or "STARTTLS":
                    return SmtpSecurity.StartTls;
                case "TLS":
                    return SmtpSecurity.Tls;
                case "NONE":
                    return SmtpSecurity.None;
                default:
                    Wrong($"{Security} is '{word}': give starttls, tls or none.");
                    return SmtpSecurity.StartTls;
            }
        }

        int PortOf(string? number, SmtpSecurity spoken)
        {
            var isNumber = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var given);
            if (number is not null && (!isNumber || given is < 1 or > 65535))
            {
                Wrong($"{Port} is '{number}': give a whole number from 1 to 65535.");
            }

            return isNumber ? given : MailSettings.UsualPort(spoken);
        }

        MailboxAddress? AddressOf(string? address)
        {
            if (MailAddresses.Read(address) is { } read)
            {
                return read;
            }

            Wrong(address is null ? $"{From} is not set: give the address that mails come from."
                : $"{From} is '{address}': give one address, such as readiness@example.org.");
            return null;
        }
    }

    private static bool IsThisMachine(string host) =>
        Uri.TryCreate($"smtp://{host}", UriKind.Absolute, out var uri) && uri.IsLoopback;
}
