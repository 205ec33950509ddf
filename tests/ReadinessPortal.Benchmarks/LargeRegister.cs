using System.Net;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;

namespace ReadinessPortal.Benchmarks;

/// <summary>The page of a register with 5,000 rows against the same page of the demo: as it is first answered, and what
/// an open page is sent to draw.</summary>
internal static class LargeRegister
{
    private const int Rows = 5_000;
    private const string Register = "regions";
    private const string Launch = "MANY-ROWS";

    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(ResultTable table)
    {
        await using var portals = await Portals.StartAsync(listen: true);
        var large = (await DemoLaunch.FactsAsync()).Named(Launch).WithRows(Register, Rows);
        await portals.Get<ImportLaunch>().RunAsync(new LaunchPackage(large, []), update: false, Viewer.System);
        var cookies = new CookieContainer();
        using var client = await SignIn.AsAsync("manager", portals.Address, cookies);
        var cookie = cookies.GetCookieHeader(portals.Address);
        var (many, few) = (DemoPaths.Register(Launch, Register), DemoPaths.Register(DemoPaths.Key, Register));

        var (ours, demo) = (await PageCost.OfAsync(client, many), await PageCost.OfAsync(client, few));
        Add("page", "ms", ours.Milliseconds, demo.Milliseconds);
        Add("HTML", "KB", ours.Kilobytes, demo.Kilobytes, "does not grow with rows");
        Add("elements", "", ours.Elements, demo.Elements, "does not grow with rows");
        Add("sent to an open page", "KB", await DrawnAsync(many), await DrawnAsync(few), "does not grow with rows");

        void Add(string what, string unit, double of, double ofDemo, string toReach = "as the demo") =>
            table.Add($"register of 5,000 rows: {what} (peer: demo)", unit, of, ofDemo, toReach);

        async Task<double> DrawnAsync(string path)
        {
            await using var page = await Circuit.OpenAsync(client, cookie, path);
            await Task.Delay(_quiet);
            return page.Drawn / 1000.0;
        }
    }
}
