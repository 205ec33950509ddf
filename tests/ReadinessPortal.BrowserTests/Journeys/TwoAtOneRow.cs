using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>What is open belongs to one row, whatever somebody else does with the rows around it.</summary>
public sealed class TwoAtOneRow(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task A_menu_closes_with_its_row_and_never_becomes_that_of_another()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var reader = await AtAsync(portal, "items");
        await using var other = await AtAsync(portal, "items");
        await reader.MenuOf("Advanced cost anomaly detection").ClickAsync();
        await Expect(reader.Page.Locator(".choices:popover-open")).ToBeVisibleAsync();

        await other.ActAsync("Advanced cost anomaly detection", "Archive…");
        await Expect(other.Page.Locator(".fact-editor")).ToContainTextAsync("states Q1 2026");
        await other.ClickAsync("Archive it");

        await Expect(reader.MenuOf("Advanced cost anomaly detection")).ToHaveCountAsync(0);
        await Expect(reader.Page.Locator(".choices:popover-open")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("narrative", "Two regions")]
    [InlineData("settings", "Platform Engineering")]
    [InlineData("drills", "Automatic failover initiated")]
    public async Task An_editor_stays_open_with_what_was_typed_when_its_row_moves(string page, string row)
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var writer = await AtAsync(portal, page);
        await using var other = await AtAsync(portal, page);
        await writer.ActAsync(row, "Edit");
        var field = writer.Page.Locator(".fact-editor input[type=text], .fact-editor input:not([type])").First;
        await field.FillAsync("As I am typing it");

        await other.ActAsync(row, "Move down");
        await Expect(other.MenuOf(row)).ToBeFocusedAsync();

        await Expect(field).ToHaveValueAsync("As I am typing it");
    }

    [Fact]
    public async Task Escape_leaves_what_was_to_be_archived_as_it_is()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await AtAsync(portal, "items");
        await manager.ActAsync("Advanced cost anomaly detection", "Archive…");
        await Expect(manager.Page.Locator(".fact-editor")).ToBeFocusedAsync();

        await manager.Page.Keyboard.PressAsync("Escape");

        await Expect(manager.Page.Locator(".fact-editor")).ToHaveCountAsync(0);
        await Expect(manager.MenuOf("Advanced cost anomaly detection")).ToBeFocusedAsync();
    }

    private async Task<Person> AtAsync(DemoPortal portal, string page)
    {
        var person = await Person.AtAsync(browser, portal, "manager");
        await person.OpenAsync(page);
        await person.IsLiveAsync();
        return person;
    }
}
