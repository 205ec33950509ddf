namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>
/// One portal with the demo for all tests of a class; none of them depends on what another one changed.
/// </summary>
public sealed class OnePortal : IAsyncLifetime
{
    public DemoPortal Portal { get; private set; } = null!;

    public async Task InitializeAsync() => Portal = await DemoPortal.StartAsync();

    public Task DisposeAsync() => Portal.DisposeAsync().AsTask();
}
