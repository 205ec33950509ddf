using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.Facts;
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
        await Expect(reader.Page.Locator("#contacts li:focus")).ToContainTextAsync("SRE Team");

        // The last of its list: what stands before it.
        await other.ActAsync("SRE Team", "Archive…");
        await other.ClickAsync("Archive it");
        await Expect(reader.MenuOf("SRE Team")).ToHaveCountAsync(0);
        await Expect(reader.Page.Locator("#contacts li:focus")).ToContainTextAsync("Database Team");
    }

    [Fact]
    public async Task Whoever_types_on_when_the_row_is_archived_changes_nothing_else()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var writer = await AtAsync(portal, "settings");
        await using var other = await AtAsync(portal, "settings");
        await writer.ActAsync("SRE Team", "Edit");
        await writer.Page.Locator(".fact-editor [name=title]").FillAsync("SRE Team of the night");

        await other.ActAsync("SRE Team", "Archive…");
        await other.ClickAsync("Archive it");
        await Expect(writer.Page.Locator("#contacts .fact-editor")).ToHaveCountAsync(0);
        await writer.Page.Keyboard.TypeAsync(" shift and of the weekend duty");
        await writer.Page.Keyboard.PressAsync("Enter");
        await writer.Page.Keyboard.PressAsync("Control+Enter");

        await Expect(writer.Page.Locator("#contacts li:focus")).ToHaveCountAsync(1);
        await Expect(writer.Page.Locator(".choices:popover-open")).ToHaveCountAsync(0);
        await Expect(writer.Page.GetByText("SRE Team of the night")).ToBeVisibleAsync(); // what was left behind
    }

    [Fact]
    public async Task A_choice_stays_what_it_is_when_its_list_changes_under_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var writer = await AtAsync(portal, "risks");
        await writer.ActAsync("APAC latency", "Edit");
        var choice = writer.Page.Locator(".fact-editor [name=item]");
        await choice.SelectOptionAsync("cost-anomalies");
        var chosen = choice.Locator("option:checked");
        await Expect(chosen).ToHaveTextAsync("Advanced cost anomaly detection");

        await EditAsync(portal, new FactChange.Move { Fact = FactPath.Of("items", "cost-anomalies"), After = "" });
        await Expect(choice.Locator("option").Nth(1)).ToHaveTextAsync("Advanced cost anomaly detection");
        await Expect(chosen).ToHaveTextAsync("Advanced cost anomaly detection");

        await EditAsync(portal, new FactChange.Archive { Fact = FactPath.Of("items", "cost-anomalies") });
        await Expect(chosen).ToHaveTextAsync("cost-anomalies (not there any more)");
        await writer.ClickAsync("Save");
        await Expect(writer.Page.Locator(".fact-editor .bad")).ToContainTextAsync("'cost-anomalies'");
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

    private static async Task EditAsync(DemoPortal portal, FactChange change) =>
        (await portal.Get<EditFacts>().RunAsync(DemoPortal.Launch, [change], await portal.ViewerAsync("manager")))
            .Should().BeOfType<Outcome.Done>();

    private async Task<Person> AtAsync(DemoPortal portal, string page)
    {
        var person = await Person.AtAsync(browser, portal, "manager");
        await person.OpenAsync(page);
        await person.IsLiveAsync();
        return person;
    }
}
