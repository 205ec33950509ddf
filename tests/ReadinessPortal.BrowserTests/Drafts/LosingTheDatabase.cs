using System.Runtime.Versioning;
using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Drafts;

/// <summary>The database goes while pages are open: they say so, and are back by themselves with what was typed.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class LosingTheDatabase(PortalBrowser browser, DemoOnItsOwnServer demo)
    : IClassFixture<PortalBrowser>, IClassFixture<DemoOnItsOwnServer>
{
    private const string Away = "cannot reach its database";

    [Fact]
    public async Task Open_pages_are_back_by_themselves_with_what_was_typed()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "qa-lead");
        await using var other = await Person.AtAsync(browser, demo.Portal, "manager");
        await lead.OpenAsync("criteria/e2e-tests");
        await lead.IsLiveAsync();
        await other.OpenAsync();
        await other.IsLiveAsync();
        var rationale = lead.Page.GetByLabel("Rationale");
        await rationale.FillAsync("Typed before the database went");

        await demo.Server.StopAsync("immediate");
        await lead.ClickAsync("Save");
        await Expect(lead.Page.GetByText("database does not answer just now")).ToBeVisibleAsync();
        await other.Page.Locator("nav a[href$='/criteria']").ClickAsync();
        await Expect(other.Page.GetByText(Away)).ToBeVisibleAsync();
        await Expect(rationale).ToHaveValueAsync("Typed before the database went");
        await demo.Server.StartAgainAsync();

        await Expect(other.Page.GetByRole(AriaRole.Heading, new() { Name = "Criteria", Level = 1 }))
            .ToBeVisibleAsync();
        await Expect(other.Page.GetByText(Away)).ToHaveCountAsync(0);
        await lead.ClickAsync("Save");
        await Expect(lead.Page.GetByText("saved", new() { Exact = true }))
            .ToBeVisibleAsync();
        await other.OpenAsync("criteria/e2e-tests");
        await Expect(other.Page.GetByText("Typed before the database went").First).ToBeVisibleAsync();
        await Expect(lead.Page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        await Expect(other.Page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
    }
}
