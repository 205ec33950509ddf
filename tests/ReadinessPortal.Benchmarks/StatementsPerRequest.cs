using System.Net;
using System.Text.RegularExpressions;

namespace ReadinessPortal.Benchmarks;

/// <summary>How many statements the database is sent for a page: at rest, one request after the other for something
/// that was asked for before; and under load, where one statement answers many.</summary>
internal static partial class StatementsPerRequest
{
    private const int Requests = 20;
    private const int Connections = 64;

    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(ResultTable table)
    {
        await using var portal = await Served.PortalAsync(counted: true);
        await using var peer = await Served.PeerAsync(counted: true);
        var cookies = new CookieContainer();
        using var ours = await SignIn.AsAsync("cfo", portal.Address, cookies);
        using var theirs = new HttpClient { BaseAddress = peer?.Address };
        var sheet = StyleSheet().Match(await ours.GetStringAsync(new Uri(DemoPaths.Brief, UriKind.Relative)));

        await CountAsync("verdict", DemoPaths.Verdict);
        await CountAsync("brief", DemoPaths.Brief, Peer.Brief);
        await CountAsync("criteria", DemoPaths.Criteria, Peer.Criteria);
        await CountAsync("launch list", "/");
        await CountAsync("my work", "/work");
        await CountAsync("register", DemoPaths.Register(DemoPaths.Key, "regions"));
        await CountAsync("style sheet", $"/{sheet.Groups[1].Value}", toReach: "0");
        if (Wrk.IsInstalled)
        {
            using var wrk = Wrk.Find();
            var verdict = LoadTarget.Of(portal.Address, DemoPaths.Verdict, cookies);
            await wrk.WarmAsync(verdict, Connections);
            var before = portal.Statements;
            var load = await wrk.RunAsync(verdict, Connections);
            table.Add(
                $"statements per verdict, {Connections} connections", "",
                (portal.Statements - before) / (double)load.Requests, toReach: "far below 1");
        }

        async Task CountAsync(string what, string path, string? beside = null, string toReach = "1") => table.Add(
            $"statements per request: {what}", "", await OfAsync(portal, ours, path),
            peer is not null && beside is not null ? await OfAsync(peer, theirs, beside) : null, toReach);
    }

    private static async Task<double> OfAsync(Served served, HttpClient client, string path)
    {
        await GetAsync(client, path);
        await QuietAsync(served);
        var counts = new List<double>();
        for (var i = 0; i < Requests; i++)
        {
            var before = served.Statements;
            await GetAsync(client, path);
            counts.Add(served.Statements - before);
        }

        return new Samples(counts).Median; // what runs in the background falls into one or two of them
    }

    private static async Task GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    // What follows from the request before is over.
    private static async Task QuietAsync(Served served)
    {
        var before = -1L;
        while (before != served.Statements)
        {
            before = served.Statements;
            await Task.Delay(_quiet);
        }
    }

    [GeneratedRegex("<link[^>]*href=\"/?([^\"]+\\.css)\"")]
    private static partial Regex StyleSheet();
}
