using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Facts;

namespace ReadinessPortal.Benchmarks;

/// <summary>How long after a change is committed every open brief was sent what it changes. The pages are in the same
/// process, so that their work is in the figures.</summary>
internal static class ReachingEverybody
{
    private const string Launch = "GA-2025-001";
    private const int Changes = 5;
    private const int Pages = 1000;

    public static async Task RunAsync()
    {
        await using var portals = await Portals.StartAsync(listen: true);
        var cookies = new CookieContainer();
        using var client = await PageTimes.SignedInAsync(portals.Address, "cfo", cookies);
        var cookie = cookies.GetCookieHeader(portals.Address);
        var edit = portals.App.Services.GetRequiredService<EditFacts>();
        var boards = portals.App.Services.GetRequiredService<LaunchBoards>();
        var reached = new ConcurrentDictionary<Circuit, TimeSpan>();
        var watch = Stopwatch.StartNew();
        var open = new List<Circuit>();
        for (var i = 0; i < Pages; i++)
        {
            open.Add(await Circuit.OpenAsync(
                client, cookie, $"/launches/{Launch}", c => reached.TryAdd(c, watch.Elapsed)));
        }

        Samples.Print($"reach: {Pages} briefs opened in {watch.Elapsed.TotalSeconds:0} s");
        await QuietAsync(reached);
        var taken = new List<double>();
        for (var i = 0; i < Changes; i++)
        {
            reached.Clear();
            var path = FactPath.Of("criteria", "gdpr");
            var now = FactText.Read((await boards.ViewAsync(Launch, Viewer.System))!.Board.Facts, path, "title");
            watch.Restart();
            if (await edit.RunAsync(Launch, [FactChange.Setting(path, "title", now, $"{now} x")], Viewer.System)
                is not Outcome.Done)
            {
                throw new InvalidOperationException("The change was refused.");
            }

            var committed = watch.Elapsed;
            await QuietAsync(reached);
            Trace.Assert(reached.Count == Pages, $"{Pages - reached.Count} pages heard nothing.");
            taken.AddRange(reached.Values.Select(at => (at - committed).TotalMilliseconds));
        }

        var all = new Samples(taken);
        Samples.Print($"reach: {Pages} open briefs, after the commit: median {all.Median:0} ms, p95 {all.P95:0} ms");
        foreach (var page in open)
        {
            await page.DisposeAsync();
        }
    }

    // Until two seconds went by in which nobody was sent anything.
    private static async Task QuietAsync(ConcurrentDictionary<Circuit, TimeSpan> reached)
    {
        var before = -1;
        while (before != reached.Count)
        {
            before = reached.Count;
            await Task.Delay(TimeSpan.FromSeconds(2));
        }
    }
}
