using Microsoft.Playwright;
using ReadinessPortal.Web.Demo;

namespace ReadinessPortal.Benchmarks;

/// <summary>Managed heap that an idle open brief keeps on the server.</summary>
internal static class CircuitHeap
{
    // Pools and caches fill with the first pages, and do not grow with the number of them.
    private const int First = 10;
    private const int Pages = 20;

    private static readonly string[] _arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-sync",
    ];

    public static async Task RunAsync()
    {
        await using var portals = await Portals.StartAsync(listen: true);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PORTAL_CHROMIUM") ?? "/usr/bin/chromium",
            Args = _arguments,
        });
        var context = await browser.NewContextAsync(new() { BaseURL = portals.Address.ToString() });
        var first = await context.NewPageAsync();
        await first.GotoAsync("/sign-in");
        await first.Locator("input[autocomplete=username]").FillAsync("cfo");
        await first.Locator("input[type=password]").FillAsync(DemoPersonas.Password);
        await first.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        for (var i = 0; i < First; i++)
        {
            await OpenAsync(await context.NewPageAsync());
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Pages; i++)
        {
            await OpenAsync(await context.NewPageAsync());
        }

        var after = GC.GetTotalMemory(forceFullCollection: true);
        var each = (after - before) / 1024.0 / Pages;
        Samples.Print($"circuit: {each:0} KiB of managed heap for each of {Pages} idle briefs");
    }

    private static async Task OpenAsync(IPage page)
    {
        await page.GotoAsync("/launches/GA-2025-001");
        await page.Locator(".live").WaitForAsync(); // only the circuit draws it
    }
}
