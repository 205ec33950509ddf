using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;

namespace ReadinessPortal.IntegrationTests.Starting;

[UnsupportedOSPlatform("windows")]
[TakesLong]
public sealed class ServingAndStopping(DataFolder data) : IClassFixture<DataFolder>
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task The_portal_serves_until_it_is_told_to_stop_and_takes_its_server_along(string signal)
    {
        using var late = Patience.StartsWithAProgram();
        var port = FreePort();
        using var portal = Script.Start(data.Path, null, "run", "--port", $"{port}");
        var said = await ReadUntilAsync(portal, "Stop with Ctrl-C", late.Token);
        var errors = portal.StandardError.ReadToEndAsync(late.Token);

        said.Should().Contain($"http://localhost:{port}").And.Contain("sign in as");
        using var http = new HttpClient();
        (await http.GetAsync(new Uri($"http://localhost:{port}/healthz/ready"), late.Token))
            .StatusCode.Should().Be(HttpStatusCode.OK);

        // A verb joins the server, and leaves it to the portal.
        (await Script.RunAsync(data.Path, "health", "--port", $"{port}")).Status.Should().Be(0);
        data.ServerRuns.Should().BeTrue();

        using (Process.Start("kill", [$"-{signal}", $"{portal.Id}"]))
        {
            await portal.StandardOutput.ReadToEndAsync(late.Token);
            await portal.WaitForExitAsync(late.Token);
        }

        portal.ExitCode.Should().Be(0, await errors);
        data.ServerRuns.Should().BeFalse();
    }

    private static async Task<string> ReadUntilAsync(Process process, string end, CancellationToken ct)
    {
        var said = "";
        while (!said.Contains(end, StringComparison.Ordinal))
        {
            var line = await process.StandardOutput.ReadLineAsync(ct);
            if (line is null)
            {
                throw new InvalidOperationException(
                    $"It ended: {said}{await process.StandardError.ReadToEndAsync(ct)}");
            }

            said += line + "\n";
        }

        return said;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
