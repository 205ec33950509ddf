using System.Collections.Concurrent;
using Microsoft.Playwright;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>The one browser of all tests, which ends with them; each test has windows for itself, and those of a class
/// who only look share theirs.</summary>
public sealed class PortalBrowser : IAsyncLifetime
{
    /// <summary>
    /// What the address bar would drop down is a page of its own, and two of them are made for each window: they cost
    /// more than the pages of a test. So does a renderer kept in reserve, which no new context can use, and one that a
    /// page leaves for another because of who opened it. The rest is what Playwright switches off, because the last
    /// list given counts.
    /// </summary>
    private const string SwitchedOff = "SpareRendererForSitePerProcess,WebUIOmniboxPopup,WebUIOmniboxAimPopup,"
        + "WebUIOmniboxFullPopup,AimEnabled,AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,"
        + "DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,"
        + "ThirdPartyStoragePartitioning,BlockOriginHeaderModificationOnRedirect,"
        + "AvoidCorsURLLoaderRestartOnRedirect,Translate,OptimizationHints,NetworkTimeServiceQuerying,"
        + "CrossOriginOpenerPolicy";

    private static readonly Lazy<Task<IBrowser>> _browser = new(StartAsync);
    private static readonly ConcurrentDictionary<Uri, ConcurrentStack<Window>> _left = [];

    private readonly Dictionary<(DemoPortal Portal, string Persona), Person> _visitors = [];

    public Task InitializeAsync() => _browser.Value;

    /// <summary>
    /// Somebody who only looks: signed in once at each portal, on one page that stays open, because a new window and
    /// its first page cost more than all that is looked at.
    /// </summary>
    /// <param name="persona">Null: nobody is signed in.</param>
    public async Task<Person> VisitorAsync(DemoPortal portal, string? persona)
    {
        if (!_visitors.TryGetValue((portal, persona ?? ""), out var visitor))
        {
            visitor = await Person.AtAsync(this, portal, persona);
            _visitors.Add((portal, persona ?? ""), visitor);
        }

        await visitor.Page.GotoAsync("/healthz/live"); // of the portal, so that the renderer stays with its scripts
        visitor.Complaints.Clear();
        await visitor.Page.SetViewportSizeAsync(1440, 900);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return visitor;
    }

    /// <summary>A window at one address as a new one is: a new one, or one that somebody has left.</summary>
    /// <param name="scripts">Whether pages may run theirs.</param>
    /// <param name="isLast">It is closed when it is left.</param>
    internal async Task<Window> OpenAsync(Uri address, bool scripts, bool isLast)
    {
        if (scripts && !isLast && _left.TryGetValue(address, out var left) && left.TryPop(out var window))
        {
            return window;
        }

        var context = await (await _browser.Value).NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = 1440, Height = 900 },
            JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        return new(address, context, await context.NewPageAsync(), isLast || !scripts);
    }

    /// <summary>Leaves a window to whoever opens one next: no sign-in, nothing kept, no other page. A new one costs
    /// more than all that most tests do in it.</summary>
    internal async Task LeaveAsync(Window window)
    {
        if (window.IsLast || window.Page.IsClosed)
        {
            await window.Context.DisposeAsync();
            return;
        }

        try
        {
            await ClearAsync(window);
        }
        // Its portal or its page is gone, or goes elsewhere by itself: where that is a fault, the test has said so.
        catch (Exception problem) when (problem is PlaywrightException or TimeoutException)
        {
            await window.Context.DisposeAsync();
            return;
        }

        _left.GetOrAdd(window.Address, _ => []).Push(window);
    }

    private static async Task ClearAsync(Window window)
    {
        foreach (var other in window.Context.Pages.Where(p => p != window.Page).ToList())
        {
            await other.CloseAsync();
        }

        await window.Page.UnrouteAllAsync();
        await window.Page.GotoAsync("/healthz/live"); // of the portal, so that the renderer stays with its scripts
        await window.Page.EvaluateAsync("localStorage.clear(), sessionStorage.clear()");
        await window.Context.ClearCookiesAsync();
        await window.Context.ClearPermissionsAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var visitor in _visitors.Values)
        {
            await visitor.DisposeAsync();
        }
    }

    private static async Task<IBrowser> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Patience.Limit.TotalMilliseconds);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PORTAL_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--disable-features={SwitchedOff}",
            ],
        });
    }
}

/// <param name="IsLast">It is closed when it is left.</param>
internal sealed record Window(Uri Address, IBrowserContext Context, IPage Page, bool IsLast);
