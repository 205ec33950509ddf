using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>One portal for tests that only look: a revision is frozen and waits to be signed.</summary>
public sealed class FrozenDemo : IAsyncLifetime
{
    public DemoPortal Portal { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Portal = await DemoPortal.StartAsync();
        var manager = await Portal.ViewerAsync("manager");
        var view = await Portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager);
        await Portal.Get<FreezeLaunch>().RunAsync(DemoPortal.Launch, FreezeRequest.Of(view!.Board), manager);
    }

    public async Task DisposeAsync() => await Portal.DisposeAsync();
}
