using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Benchmarks;

/// <summary>The launch list and my work of somebody who manages a thousand launches, against those of ten.</summary>
internal static class ManyLaunches
{
    private const int Few = 10;
    private const int Many = 1_000;
    private const string Manager = "manager";
    private const string ToReach = "1.2 times";

    public static async Task RunAsync(ResultTable table)
    {
        await using var portals = await Portals.StartAsync(listen: true);
        using var client = await SignIn.AsAsync(Manager, portals.Address);
        var viewer = await ViewerAsync(portals);
        var facts = Small(await DemoLaunch.FactsAsync());

        await ImportAsync(1, Few);
        var (few, fewWork) = (await PageCost.OfAsync(client, "/"), await PageCost.OfAsync(client, "/work"));
        await ImportAsync(Few, Many);
        var (many, manyWork) = (await PageCost.OfAsync(client, "/"), await PageCost.OfAsync(client, "/work"));

        Add("launch list", many, few);
        Add("my work", manyWork, fewWork);

        void Add(string page, PageCost ours, PageCost ten)
        {
            var what = $"{page} of {Many:#,0} launches";
            table.Add($"{what} (peer: of ten)", "ms", ours.Milliseconds, ten.Milliseconds, ToReach);
            table.Add($"{what}: size (peer: of ten)", "KB", ours.Kilobytes, ten.Kilobytes);
        }

        async Task ImportAsync(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                var package = new LaunchPackage(facts.Named($"LAUNCH-{i}"), []);
                await portals.Get<ImportLaunch>().RunAsync(package, update: false, viewer);
            }

            await portals.Get<FollowUpWorkers>().WhenIdleAsync();
        }
    }

    // The demo with what its launch card shows and little else: many launches, not large ones.
    private static LaunchFacts Small(LaunchFacts facts) => facts with
    {
        Criteria = [.. facts.Criteria.Take(3)],
        Gates = [],
        Registers = [],
        Drills = [],
        Items = [],
        Risks = [],
        Narratives = [],
        Figures = [],
        Claims = [],
        Evidence = [],
    };

    private static async Task<Viewer> ViewerAsync(Portals portals)
    {
        await using var scope = portals.App.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().FindByNameAsync(Manager);
        return new(user!.Id, user.Name, user.IsAdministrator);
    }
}
