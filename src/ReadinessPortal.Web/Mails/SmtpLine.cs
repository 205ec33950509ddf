using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ReadinessPortal.Web.Mails;

/// <summary>A mail was not taken. What the server said may name an address: it is for administrators, and no log.
/// </summary>
/// <param name="said">In words, with what the server said.</param>
/// <param name="reason">The same for a log: it names nobody.</param>
/// <param name="isFinal">The server would refuse it again.</param>
/// <param name="isServer">It is the server's trouble and not that of one mail: nothing else would be taken.</param>
internal sealed class MailNotTakenException(string said, string reason, bool isFinal, bool isServer)
    : Exception(reason)
{
    public string Said => said;

    public bool IsFinal => isFinal;

    public bool IsServer => isServer;
}

/// <summary>One connection to the mail server, opened when the first mail needs it.</summary>
internal sealed class SmtpLine(MailSettings settings) : IAsyncDisposable
{
    /// <summary>Longest wait for the server to go on.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private SmtpClient? _client;

    /// <exception cref="MailNotTakenException">The server did not take it, or it is not known that it did.</exception>
    /// <exception cref="OperationCanceledException">Nobody waited for it any longer.</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken ct)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(_patience * 3); // less than the lease of a mail, whatever the server does
        try
        {
            var client = _client is { IsConnected: true } open ? open : await OpenAsync(late.Token);
            await client.SendAsync(message, late.Token);
        }
        catch (Exception problem) when (!ct.IsCancellationRequested && Explained(problem) is { } taken)
        {
            if (taken.IsServer)
            {
                await DisposeAsync();
            }

            throw taken;
        }
    }

    public async ValueTask DisposeAsync()
    {
        var client = _client;
        _client = null;
        if (client is null)
        {
            return;
        }

        try
        {
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await client.DisconnectAsync(quit: true, late.Token);
        }
        catch (Exception problem) when (Explained(problem) is not null)
        {
            // It is gone, and everything it was given is settled.
        }

        client.Dispose();
    }

    private async Task<SmtpClient> OpenAsync(CancellationToken ct)
    {
        await DisposeAsync();
        _client = new SmtpClient { Timeout = (int)_patience.TotalMilliseconds };
        await _client.ConnectAsync(settings.Host, settings.Port, settings.Security switch
        {
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.None,
        }, ct);
        if (settings is { User: { } user, Password: { } password })
        {
            await _client.AuthenticateAsync(user, password, ct);
        }

        return _client;
    }

    // Null for what nobody foresaw: that is a fault of the portal, and is shown as one.
    private static MailNotTakenException? Explained(Exception problem) => problem switch
    {
        SmtpCommandException refused => Refused(
            refused, refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted),
        AuthenticationException => Server("The mail server does not let the portal sign in", problem),
        SslHandshakeException => Server("No secure connection to the mail server can be made", problem),
        SocketException or TimeoutException => Server("The mail server does not answer", problem),
        OperationCanceledException => Server("The mail server takes too long", problem),
        SmtpProtocolException or IOException or ServiceNotConnectedException or ServiceNotAuthenticatedException =>
            Server("The connection to the mail server was lost", problem),
        NotSupportedException => Server("The mail server cannot do what is asked of it", problem),
        _ => null,
    };

    // Of the sender, or of any command at all, it says no to every mail: that is put right, and not given up.
    private static MailNotTakenException Refused(SmtpCommandException problem, bool isThisMail) => new(
        $"The mail server refused it: {(int)problem.StatusCode} {problem.Message}",
        $"The mail server refused it ({problem.ErrorCode}, {(int)problem.StatusCode})",
        isFinal: isThisMail && (int)problem.StatusCode >= 500, isServer: !isThisMail);

    private static MailNotTakenException Server(string what, Exception problem) =>
        new($"{what}: {problem.Message}", $"{what} ({problem.GetType().Name})", isFinal: false, isServer: true);
}
