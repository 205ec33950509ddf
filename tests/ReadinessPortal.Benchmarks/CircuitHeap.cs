using System.Net;

namespace ReadinessPortal.Benchmarks;

/// <summary>Managed heap that an idle open page keeps on the server, in turn with the peer's.</summary>
internal static class CircuitHeap
{
    // Pools and caches fill with the first pages, and do not grow with the number of them.
    private const int First = 20;
    private const int Pages = 100;

    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(ResultTable table)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var i = 0; i < Settings.Rounds; i++)
        {
            await using (var portal = await Served.PortalAsync(tellsHeap: true))
            {
                var cookies = new CookieContainer();
                using var client = await SignIn.AsAsync("cfo", portal.Address, cookies);
                ours.Add(await EachAsync(
                    portal, client, cookies.GetCookieHeader(portal.Address), DemoPaths.Brief));
            }

            await using var peer = await Served.PeerAsync(tellsHeap: true);
            if (peer is not null)
            {
                using var client = new HttpClient { BaseAddress = peer.Address };
                theirs.Add(await EachAsync(peer, client, "", Peer.Brief));
            }
        }

        table.Add("idle open brief, managed heap", "KiB", new Samples(ours).Median,
            theirs.Count > 0 ? new Samples(theirs).Median : null, "100 KiB");
    }

    private static async Task<double> EachAsync(Served served, HttpClient client, string cookies, string path)
    {
        var open = new List<Circuit>();
        await OpenAsync(First);
        var before = await served.HeapAsync();
        await OpenAsync(Pages);
        var after = await served.HeapAsync();
        foreach (var page in open)
        {
            await page.DisposeAsync();
        }

        return (after - before) / 1024.0 / Pages;

        async Task OpenAsync(int pages)
        {
            for (var i = 0; i < pages; i++)
            {
                open.Add(await Circuit.OpenAsync(client, cookies, path));
            }

            await Task.Delay(_quiet); // what pages still ask for and draw
        }
    }
}
