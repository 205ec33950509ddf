using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>The portal as a process of its own on another portal's database, to be killed and started again.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private readonly DemoPortal _portal;
    private readonly int _port = FreePort();
    private readonly LogWatch _watch = new();
    private Process? _process;
    private Task _reading = Task.CompletedTask;

    private PortalProcess(DemoPortal portal) => _portal = portal;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public static async Task<PortalProcess> StartAsync(DemoPortal portal)
    {
        var process = new PortalProcess(portal);
        await process.StartAsync();
        return process;
    }

    /// <summary>Starts it on the same address as before, and waits until it serves.</summary>
    public async Task StartAsync()
    {
        var start =
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ReadinessPortal.Web.dll"), "run"])
            {
                RedirectStandardOutput = true,
            };
        start.Environment["ConnectionStrings__Portal"] = _portal.App.Settings.Portal;
        start.Environment["ConnectionStrings__PortalOwner"] = _portal.App.Settings.PortalOwner;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        _process = Process.Start(start) ?? throw new InvalidOperationException("The portal did not start.");
        using var late = Patience.StartsWithAProgram();
        while (await _process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            if (line.StartsWith("Stop with", StringComparison.Ordinal))
            {
                _reading = ReadAsync(_process.StandardOutput); // a full pipe would stop it
                return;
            }

            Look(line);
        }

        throw new InvalidOperationException("The portal ended before it served.");
    }

    /// <summary>Ends it without a word, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();
            await process.WaitForExitAsync();
            await _reading;
            process.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _watch.Check();
    }

    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            Look(line);
        }
    }

    // Whoever starts a demo is told its password.
    private void Look(string line)
    {
        if (!line.StartsWith("Demo:", StringComparison.Ordinal))
        {
            _watch.Read(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
