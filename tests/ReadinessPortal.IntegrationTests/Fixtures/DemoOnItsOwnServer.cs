using System.Runtime.Versioning;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>The demo on a small server of its own, for tests that stop it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DemoOnItsOwnServer : IAsyncLifetime
{
    public PostgresServer Server { get; private set; } = null!;

    public DemoPortal Portal { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await PostgresServer.StartAsync("max_connections = 30");
        Portal = await DemoPortal.OnAsync(
            Server.Connection("readiness_portal"), Server.Connection("readiness_owner"));
    }

    public async Task DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Server.DisposeAsync();
    }
}
