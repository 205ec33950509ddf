using Microsoft.Playwright;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>A browser for all tests of its collection; each test has contexts of its own, unless it only looks.
/// </summary>
public sealed class PortalBrowser : IAsyncLifetime
{
    /// <summary>
    /// What the address bar would drop down is a page of its own, and two of them are made for each window: they cost
    /// more than the pages of a test. So does a renderer kept in reserve, which no new context can use. The rest is
    /// what Playwright switches off, because the last list given counts.
    /// </summary>
    private const string SwitchedOff = "SpareRendererForSitePerProcess,WebUIOmniboxPopup,WebUIOmniboxAimPopup,"
        + "WebUIOmniboxFullPopup,AimEnabled,AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,"
        + "DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,"
        + "ThirdPartyStoragePartitioning,BlockOriginHeaderModificationOnRedirect,"
        + "AvoidCorsURLLoaderRestartOnRedirect,Translate,OptimizationHints,NetworkTimeServiceQuerying";

    private readonly Dictionary<(DemoPortal Portal, string Persona), Person> _visitors = [];
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Patience.Limit.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PORTAL_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--disable-features={SwitchedOff}",
            ],
        });
    }

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

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
