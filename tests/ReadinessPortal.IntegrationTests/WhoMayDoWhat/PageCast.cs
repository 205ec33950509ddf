using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.WhoMayDoWhat;

/// <summary>The demo with somebody signed in for every part there is. The tests only look.</summary>
public sealed class PageCast : IAsyncLifetime
{
    public const string SignedOut = "signed out";
    public const string Stranger = "stranger";

    private readonly Dictionary<string, (HttpClient Client, Viewer? Viewer)> _people = [];

    public DemoPortal Portal { get; private set; } = null!;

    public IEnumerable<string> People => _people.Keys;

    public HttpClient Client(string person) => _people[person].Client;

    /// <summary>The launch as the person sees it; null when they do not.</summary>
    public async Task<LaunchView?> ViewAsync(string person) => _people[person].Viewer is { } viewer
        ? await Portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, viewer)
        : null;

    public async Task InitializeAsync()
    {
        Portal = await DemoPortal.StartAsync();
        foreach (var persona in (string[])["manager", "platform-lead", "qa-lead", "cfo", "ceo", "auditor"])
        {
            _people[persona] = (await Portal.SignedInAsync(persona), await Portal.ViewerAsync(persona));
        }

        var manager = _people["manager"].Viewer!;
        var viewer = await ArrivesAsync("viewer");
        Done(await Portal.Get<AddMember>()
            .RunAsync(DemoPortal.Launch, viewer.UserId, viewer.Name, LaunchPart.Viewer, manager));
        var contributor = await ArrivesAsync("contributor");
        Done(await Portal.Get<AddMember>().RunAsync(
            DemoPortal.Launch, contributor.UserId, contributor.Name, LaunchPart.Contributor, manager));
        var deputy = await ArrivesAsync("deputy");
        Done(await Portal.Get<NameDeputy>().RunAsync(
            DemoPortal.Launch, "platform-lead", deputy.UserId, deputy.Name, new(2100, 1, 1), manager));
        await ArrivesAsync("administrator", isAdministrator: true);
        await ArrivesAsync(Stranger);
        _people[SignedOut] = (Portal.Anonymous(), null);
    }

    public async Task DisposeAsync()
    {
        foreach (var (client, _) in _people.Values)
        {
            client.Dispose();
        }

        await Portal.DisposeAsync();
    }

    private async Task<Viewer> ArrivesAsync(string name, bool isAdministrator = false)
    {
        var viewer = await Portal.SomebodyAsync(name, isAdministrator);
        _people[name] = (await Portal.SignedInAsync(name), viewer);
        return viewer;
    }
}
