using Microsoft.Playwright;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>A browser for all tests of its collection; each test has a portal and contexts of its own.</summary>
public sealed class PortalBrowser : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("PORTAL_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>One after the other: two at a time on two cores are hardly sooner done, and miss deadlines.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<PortalBrowser>
{
    public const string Name = "browser";
}
