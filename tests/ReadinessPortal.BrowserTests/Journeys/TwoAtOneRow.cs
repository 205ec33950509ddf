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
        await field.FillAsync("As I am typing");

        await other.ActAsync(row, "Move down");
        await Expect(other.MenuOf(row)).ToBeFocusedAsync();
        await Expect(field).ToBeFocusedAsync();
        await writer.Page.Keyboard.TypeAsync(" it");
        await Expect(field).ToHaveValueAsync("As I am typing it");
    }

    [Fact]
    public async Task The_focus_stays_with_a_row_that_moves_and_goes_to_its_place_when_it_is_archived()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var reader = await AtAsync(portal, "settings");
        await using var other = await AtAsync(portal, "settings");
        await reader.MenuOf("Security Team").FocusAsync();

        await other.ActAsync("Security Team", "Move down");
        await Expect(reader.Page.Locator("#contacts li").Nth(2)).ToContainTextAsync("Security Team");
        await Expect(reader.MenuOf("Security Team")).ToBeFocusedAsync();

        await other.ActAsync("Security Team", "Archive…");
        await other.ClickAsync("Archive it");
        await Expect(reader.MenuOf("Security Team")).ToHaveCountAsync(0);
        await Expect(reader.MenuOf("SRE Team")).ToBeFocusedAsync();

        // The last of its list: what stands before it.
        await other.ActAsync("SRE Team", "Archive…");
        await other.ClickAsync("Archive it");
        await Expect(reader.MenuOf("SRE Team")).ToHaveCountAsync(0);
        await Expect(reader.MenuOf("Database Team")).ToBeFocusedAsync();
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
