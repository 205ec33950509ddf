using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using ReadinessPortal.Web.Demo;

namespace ReadinessPortal.Benchmarks;

/// <summary>The prerendered brief over HTTP, signed in, at several numbers of connections on this machine.</summary>
internal static partial class PageTimes
{
    private const int Requests = 600;

    public static async Task RunAsync()
    {
        await using var portals = await Portals.StartAsync(listen: true);
        using var client = await SignedInAsync(portals.Address, "cfo");
        await LoadAsync(client, 8, 200);
        foreach (var connections in new[] { 8, 32 })
        {
            var (seconds, taken) = await LoadAsync(client, connections, Requests);
            var rate = Requests / seconds;
            Samples.Print($"brief, {connections} connections: {rate:0} requests/s");
            Samples.Print($"brief, {connections} connections: median {taken.Median:0} ms, p95 {taken.P95:0} ms");
        }
    }

    public static async Task<HttpClient> SignedInAsync(
        Uri address, string user, CookieContainer? cookies = null)
    {
        var handler = new SocketsHttpHandler { CookieContainer = cookies ?? new CookieContainer() };
        var client = new HttpClient(handler) { BaseAddress = address };
        var form = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var names = Named().Matches(form).Select(m => m.Groups["name"].Value).ToList();
        string Ending(string with) => names.First(n => n.EndsWith(with, StringComparison.OrdinalIgnoreCase));
        var fields = Hidden().Matches(form).ToDictionary(
            m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
        fields[Ending("UserName")] = user;
        fields[Ending("Password")] = DemoPersonas.Password;
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
        return client;
    }

    private static async Task<(double Seconds, Samples Taken)> LoadAsync(
        HttpClient client, int connections, int requests)
    {
        var taken = new List<double>();
        var left = requests;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var one = Stopwatch.StartNew();
                using var answer = await client.GetAsync(new Uri("/launches/GA-2025-001", UriKind.Relative));
                var page = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
                Trace.Assert(page.Contains("NO-GO", StringComparison.Ordinal), "The brief was not served.");
                lock (taken)
                {
                    taken.Add(one.Elapsed.TotalMilliseconds);
                }
            }
        }));
        return (watch.Elapsed.TotalSeconds, new(taken));
    }

    [GeneratedRegex("""<input[^>]*type="hidden"[^>]*name="(?<name>[^"]+)"[^>]*value="(?<value>[^"]*)""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<input[^>]*name="(?<name>[^"]+)""")]
    private static partial Regex Named();
}
