using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using ReadinessPortal.Web.Mails;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using ServiceProvider = SmtpServer.ComponentModel.ServiceProvider;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>What a mail server does with a message that is given to it.</summary>
public enum MailAnswer
{
    Takes,

    /// <summary>Refuses it for good.</summary>
    Refuses,

    /// <summary>Asks to be tried later.</summary>
    Later,

    /// <summary>Ends the connection before it has taken it.</summary>
    Drops,

    /// <summary>Takes it and ends the connection before it says so.</summary>
    TakesAndDrops,

    /// <summary>Says nothing, for as long as the connection lasts.</summary>
    Stalls,
}

/// <summary>A mail server that keeps what it takes, and does with the next message what a test wants.</summary>
public sealed class TestMailServer : MessageStore, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<MailAnswer> _next = new();
    private readonly Task _serving;
    private int _stalled;

    private TestMailServer(int port)
    {
        Port = port;
        var options = new SmtpServerOptionsBuilder().ServerName("test")
            .Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, port))).Build();
        var services = new ServiceProvider();
        services.Add(this);
        _serving = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    /// <summary>What it took, in order; a message that was given to it twice stands here twice.</summary>
    public ConcurrentQueue<MimeMessage> Taken { get; } = new();

    /// <summary>Messages that it says nothing to.</summary>
    public int Stalled => Volatile.Read(ref _stalled);

    public MailSettings Settings => new("127.0.0.1", Port, SmtpSecurity.None, null, null,
        new MailboxAddress("", "readiness@example.org"), new("https://readiness.example.org"));

    /// <summary>The same for a process of its own.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["Mail__Smtp__Host"] = Settings.Host,
        ["Mail__Smtp__Port"] = $"{Port}",
        ["Mail__Smtp__Security"] = "none",
        ["Mail__From"] = Settings.From.Address,
        ["Portal__PublicUrl"] = Settings.PublicUrl.AbsoluteUri,
    };

    public static TestMailServer Start() => new(FreePort());

    /// <summary>What it does with the next messages, one after the other; with those after them it takes.</summary>
    public void Next(params MailAnswer[] answers) => Array.ForEach(answers, _next.Enqueue);

    /// <summary>Ends when it has taken so many.</summary>
    public Task TakesAsync(int messages) => Patience.UntilAsync(() => Taken.Count >= messages);

    public IEnumerable<MimeMessage> To(string user) =>
        Taken.Where(m => m.To.Mailboxes.Any(a => a.Address == AddressOf(user)));

    public static string AddressOf(string user) => $"{user}@example.com";

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken)
    {
        var answer = _next.TryDequeue(out var next) ? next : MailAnswer.Takes;
        if (answer is MailAnswer.Takes or MailAnswer.TakesAndDrops)
        {
            using var bytes = new MemoryStream(buffer.ToArray());
            Taken.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
        }

        switch (answer)
        {
            case MailAnswer.Refuses:
                return new(SmtpReplyCode.MailboxUnavailable, "nobody here of that name");
            case MailAnswer.Later:
                return new(SmtpReplyCode.Aborted, "busy, come again");
            case MailAnswer.Drops or MailAnswer.TakesAndDrops:
                (context.Pipe as IDisposable)!.Dispose();
                throw new IOException("dropped");
            case MailAnswer.Stalls:
                Interlocked.Increment(ref _stalled);
                await Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token);
                break;
        }

        return SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
