using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>The portal as a process of its own, which can be killed as no test could kill itself.</summary>
internal sealed class PortalProcess : IDisposable
{
    private readonly Process _process;

    private PortalProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <returns>When it serves.</returns>
    public static async Task<PortalProcess> StartAsync(
        IReadOnlyDictionary<string, string?> environment, CancellationToken ct)
    {
        var port = FreePort();
        var portal = Path.Combine(AppContext.BaseDirectory, "ReadinessPortal.Web.dll");
        var start = new ProcessStartInfo("dotnet", [portal, "run", "--port", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The portal did not start.");
        var serves = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string?>();
        void Hear(string? line)
        {
            lock (said)
            {
                said.Add(line);
                if (line is null)
                {
                    serves.TrySetException(new InvalidOperationException($"It ended: {string.Join('\n', said)}"));
                }
                else if (line.StartsWith("Stop with", StringComparison.Ordinal))
                {
                    serves.TrySetResult();
                }
            }
        }

        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var started = new PortalProcess(process, new($"http://127.0.0.1:{port}"));
        try
        {
            await serves.Task.WaitAsync(ct);
            return started;
        }
        catch (Exception)
        {
            started.Dispose();
            throw;
        }
    }

    /// <summary>As a power cut would: nothing is finished, nothing is put away.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
