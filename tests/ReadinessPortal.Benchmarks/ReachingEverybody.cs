using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;

namespace ReadinessPortal.Benchmarks;

/// <summary>How long after a change is committed every open brief was sent what it changes. The pages are in the same
/// process, so that their work is in the figures.</summary>
internal static class ReachingEverybody
{
    private const int Changes = 5;
    private const string ToReach = "287 ms for 1,000, 1 s for 10,000";

    public static async Task RunAsync(ResultTable table)
    {
        await using var portals = await Portals.StartAsync(listen: true);
        var cookies = new CookieContainer();
        using var client = await SignIn.AsAsync("cfo", portals.Address, cookies);
        var cookie = cookies.GetCookieHeader(portals.Address);
        var edit = portals.Get<EditFacts>();
        var boards = portals.Get<LaunchBoards>();
        var reached = new ConcurrentDictionary<Circuit, TimeSpan>();
        var watch = Stopwatch.StartNew();
        var open = new List<Circuit>();
        var pages = Settings.Pages;
        for (var i = 0; i < pages; i++)
        {
            open.Add(await Circuit.OpenAsync(
                client, cookie, DemoPaths.Brief, c => reached.TryAdd(c, watch.Elapsed)));
        }

        table.Add($"{pages:#,0} briefs opened one after the other", "s", watch.Elapsed.TotalSeconds);
        await QuietAsync(reached);
        var taken = new List<double>();
        for (var i = 0; i < Changes; i++)
        {
            reached.Clear();
            var path = FactPath.Of("criteria", "gdpr");
            var now = FactText.Read((await boards.ViewAsync(DemoPaths.Key, Viewer.System))!.Board.Facts, path, "title");
            watch.Restart();
            if (await edit.RunAsync(DemoPaths.Key, [FactChange.Setting(path, "title", now, $"{now} x")], Viewer.System)
                is not Outcome.Done)
            {
                throw new InvalidOperationException("The change was refused.");
            }

            var committed = watch.Elapsed;
            await QuietAsync(reached);
            Trace.Assert(reached.Count == pages, $"{pages - reached.Count} pages heard nothing.");
            taken.AddRange(reached.Values.Select(at => (at - committed).TotalMilliseconds));
        }

        var all = new Samples(taken);
        table.Add($"change reaches {pages:#,0} open briefs: median", "ms", all.Median);
        table.Add($"change reaches {pages:#,0} open briefs: p95", "ms", all.P95, toReach: ToReach);
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
