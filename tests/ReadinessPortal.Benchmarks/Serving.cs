using System.Net;

namespace ReadinessPortal.Benchmarks;

/// <summary>Requests per second and the slowest twentieth of answers: brief and criteria in turn with the pages of the
/// peer, the verdict in turn with a bare endpoint.</summary>
internal static class Serving
{
    private const int ManyConnections = 64;

    private static readonly int[] _connections = [8, 32, ManyConnections];

    public static async Task RunAsync(ResultTable table)
    {
        using var wrk = Wrk.Find();
        await using var portal = await Served.PortalAsync();
        await using var peer = await Served.PeerAsync();
        var cookies = new CookieContainer();
        using var client = await SignIn.AsAsync("cfo", portal.Address, cookies);
        LoadTarget Ours(string path) => LoadTarget.Of(portal.Address, path, cookies);
        LoadTarget? Theirs(string? path) =>
            peer is not null && path is not null ? new(new Uri(peer.Address, path)) : null;

        await CompareAsync("brief", Ours(DemoPaths.Brief), Theirs(Peer.Brief), "3 times the peer", "287 ms");
        await CompareAsync("criteria", Ours(DemoPaths.Criteria), Theirs(Peer.Criteria), "3 times the peer", "287 ms");

        using var verdict = await client.GetAsync(new Uri(DemoPaths.Verdict, UriKind.Relative));
        await using var bare = await BareEndpoint.StartAsync(
            await verdict.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(),
            $"{verdict.Content.Headers.ContentType}");
        await CompareAsync(
            "verdict (peer: bare endpoint)", Ours(DemoPaths.Verdict), new(bare.Address),
            "12,450 and 0.33 of the peer", "20 ms");

        async Task CompareAsync(string what, LoadTarget ours, LoadTarget? theirs, string toReach, string p95)
        {
            await wrk.WarmAsync(ours, ManyConnections);
            await (theirs is null ? Task.CompletedTask : wrk.WarmAsync(theirs, ManyConnections));
            foreach (var connections in _connections)
            {
                var (our, their) = (new List<Load>(), new List<Load>());
                for (var i = 0; i < Settings.Rounds; i++)
                {
                    our.Add(await wrk.RunAsync(ours, connections));
                    if (theirs is not null)
                    {
                        their.Add(await wrk.RunAsync(theirs, connections));
                    }
                }

                var isMany = connections == ManyConnections;
                var at = $"{what}, {connections} connections";
                table.Add(at, "/s", Median(our, l => l.Rate)!.Value, Median(their, l => l.Rate), toReach);
                table.Add(
                    $"{at}: p95", "ms", Median(our, l => l.P95)!.Value, Median(their, l => l.P95), isMany ? p95 : "");
            }
        }
    }

    private static double? Median(List<Load> loads, Func<Load, double> figure) =>
        loads.Count > 0 ? new Samples(loads.Select(figure)).Median : null;
}
