using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;

namespace ReadinessPortal.Benchmarks;

/// <summary>
/// A board read and its readiness derived, at 1, 10 and 100 times the demo's criteria and register rows.
/// </summary>
internal static class BoardTimes
{
    private const int Warm = 3;
    private const int Times = 5;

    public static async Task RunAsync(ResultTable table)
    {
        await using var portals = await Portals.StartAsync(listen: false);
        var facts = await DemoLaunch.FactsAsync();
        var import = portals.Get<ImportLaunch>();
        var perTime = 0.0;
        foreach (var times in new[] { 1, 10, 100 })
        {
            var larger = facts.Times(times);
            await import.RunAsync(new LaunchPackage(larger, []), update: false, Viewer.System);
            Task ReadAsync() => ColdAsync(portals, larger.Launch.Key);
            await Samples.OfAsync(Warm, ReadAsync);
            var taken = await Samples.OfAsync(Times, ReadAsync);
            perTime = times == 1 ? taken.Median : perTime;
            table.Add(
                times == 1 ? "board of the demo, cold" : $"board of {times} demos, cold (peer: {times} times one)",
                "ms", taken.Median, times == 1 ? null : perTime * times);
        }
    }

    /// <summary>As another instance of the portal that has never seen the launch.</summary>
    private static async Task ColdAsync(Portals portals, string key)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddPortalApplication(portals.Database.Portal).BuildServiceProvider();
        var view = await services.GetRequiredService<LaunchBoards>().ViewAsync(key, Viewer.System);
        Trace.Assert(view is not null, "The launch was not there.");
    }
}
