using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>The network between a browser and the portal: it can be cut, and mended.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private readonly Uri _portal;
    private readonly Task _accepting;
    private volatile bool _isCut;

    private Wire(Uri portal)
    {
        _portal = portal;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where the browser reaches the portal.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public static Wire To(Uri portal) => new(portal);

    /// <summary>Ends every connection and lets none through.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var client in _open.Keys)
        {
            client.Close();
        }
    }

    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        Cut();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (SocketException)
        {
            return; // stopped
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var portal = new TcpClient();
        using (browser)
        {
            _open[browser] = true;
            try
            {
                if (!_isCut)
                {
                    await portal.ConnectAsync(IPAddress.Loopback, _portal.Port);
                    await Task.WhenAny(
                        browser.GetStream().CopyToAsync(portal.GetStream()), portal.GetStream()
                            .CopyToAsync(browser.GetStream()));
                }
            }
            catch (Exception ended) when (
                ended is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return; // either side hung up, or the wire was cut
            }
            finally
            {
                _open.TryRemove(browser, out _);
            }
        }
    }
}
