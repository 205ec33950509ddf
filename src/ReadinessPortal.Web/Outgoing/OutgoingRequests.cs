using System.Net;
using System.Net.Sockets;

namespace ReadinessPortal.Web.Outgoing;

/// <summary>
/// How the portal asks other servers: identity providers and timestamp authorities. A client connects to the very
/// address that it has looked at, so that no name leads to a server inside of the network; it follows nobody
/// elsewhere, and waits and reads no longer than it has to.
/// </summary>
/// <param name="allowPrivate">Whether addresses of this machine and of private networks may be asked.</param>
internal sealed class OutgoingRequests(bool allowPrivate)
{
    // So that a server that moves is found.
    private static readonly TimeSpan _connectionLifetime = TimeSpan.FromMinutes(5);

    // Loopback, link-local and multicast are told by the framework; these are of RFC 1918, 6598, 4193 and 6890.
    private static readonly IPNetwork[] _private =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("224.0.0.0/3"), IPNetwork.Parse("::/128"), IPNetwork.Parse("::1/128"),
        IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("ff00::/8"),
        IPNetwork.Parse("64:ff9b::/96"),
    ];

    /// <param name="patience">How long an answer may take.</param>
    /// <param name="largest">Bytes of it that are read.</param>
    /// <param name="host">The only one that is asked; null where the servers name each other, as an identity provider
    /// names its own parts.</param>
    public HttpClient Client(TimeSpan patience, int largest, string? host = null) => new(new OneHost(host)
    {
        InnerHandler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false, // it would look up the name itself
            PooledConnectionLifetime = _connectionLifetime,
            ConnectTimeout = patience,
            ConnectCallback = ConnectAsync,
        },
    })
    {
        Timeout = patience,
        MaxResponseContentBufferSize = largest,
    };

    /// <summary>Whether it is of this machine or of a private network.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _private.Any(network => network.Contains(plain));
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var allowed = allowPrivate ? found : [.. found.Where(a => !IsPrivate(a))];
        if (allowed.Length == 0)
        {
            throw new HttpRequestException(found.Length == 0 ? $"{context.DnsEndPoint.Host} is not known."
                : $"{context.DnsEndPoint.Host} is an address of this machine or of a private network: "
                    + "Outgoing:AllowPrivateNetworks allows those.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class OneHost(string? host) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) =>
            host is null || string.Equals(request.RequestUri?.Host, host, StringComparison.OrdinalIgnoreCase)
                ? base.SendAsync(request, ct)
                : throw new HttpRequestException($"{request.RequestUri?.Host} is not the server that is to be asked.");
    }
}
