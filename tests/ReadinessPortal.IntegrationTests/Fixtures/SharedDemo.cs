namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>One portal for tests that only read.</summary>
public sealed class SharedDemo : IAsyncLifetime
{
    public DemoPortal Portal { get; private set; } = null!;

    public async Task InitializeAsync() => Portal = await DemoPortal.StartAsync();

    public async Task DisposeAsync() => await Portal.DisposeAsync();
}
