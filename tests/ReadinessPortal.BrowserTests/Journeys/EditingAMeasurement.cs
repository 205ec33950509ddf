using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>A lead edits in place with the keyboard alone; another page shows it as it is saved.</summary>
public sealed class EditingAMeasurement(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const string Criterion = "criteria/traffic-routing";
    private const string Row = "Healthy load-balancer targets";

    [Fact]
    public async Task A_lead_changes_a_value_by_keyboard_and_an_open_page_follows()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await AtCriterionAsync(portal, "platform-lead");
        await using var cfo = await AtCriterionAsync(portal, "cfo");
        await Expect(cfo.Page.Locator("[data-edits]")).ToHaveCountAsync(0);

        await lead.PressActAsync(Row, "Edit");
        await Expect(lead.Page.GetByLabel("What was measured")).ToBeFocusedAsync();
        await ReplaceAsync(lead, Value(lead), "95 %");
        await Expect(lead.Page.Locator(".preview")).ToContainTextAsync("95 % misses exactly 100 %");
        await lead.Page.Keyboard.PressAsync("Enter");

        await Expect(lead.MenuOf(Row)).ToBeFocusedAsync();
        var row = cfo.Page.Locator("tr", new() { HasText = "Healthy load-balancer targets" }).First;
        await Expect(row).ToContainTextAsync("95 %");
        await Expect(row).ToContainTextAsync("missed");
        await Expect(cfo.Page.Locator(".standing")).ToContainTextAsync("failed");
        lead.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task What_does_not_fit_is_said_at_its_field_and_closing_asks_first()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await AtCriterionAsync(portal, "platform-lead");
        await lead.PressActAsync(Row, "Edit");
        await ReplaceAsync(lead, Value(lead), "quick");
        await lead.Page.Keyboard.PressAsync("Enter");

        await Expect(Value(lead)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Value(lead)).ToBeFocusedAsync();
        await Expect(lead.Page.Locator(".fact-form .bad")).ToContainTextAsync("'quick' is not a number");
        (await lead.Page.FaultsAsync()).Should().BeEmpty();

        await lead.Page.Keyboard.PressAsync("Escape");
        await lead.PressAsync(lead.Page.GetByRole(AriaRole.Button, new() { Name = "Discard it" }));
        await Expect(Value(lead)).ToHaveCountAsync(0);
        await Expect(lead.MenuOf(Row)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_was_typed_is_there_when_its_row_is_archived_elsewhere()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await AtCriterionAsync(portal, "platform-lead");
        await using var manager = await AtCriterionAsync(portal, "manager");
        await lead.PressActAsync(Row, "Edit");
        await ReplaceAsync(lead, Value(lead), "95 %");

        await manager.ActAsync(Row, "Archive…");
        await manager.ClickAsync("Archive it");

        var left = lead.Page.Locator(".left");
        await Expect(left).ToContainTextAsync("archived");
        await Expect(left).ToContainTextAsync("95 %");
        await Expect(Value(lead)).ToHaveCountAsync(0);
    }

    private async Task<Person> AtCriterionAsync(DemoPortal portal, string persona)
    {
        var person = await Person.AtAsync(browser, portal, persona);
        await person.OpenAsync(Criterion);
        await person.IsLiveAsync();
        return person;
    }

    private static ILocator Value(Person person) => person.Page.GetByLabel("Value", new() { Exact = true });

    private static async Task ReplaceAsync(Person person, ILocator field, string text)
    {
        await person.TabToAsync(field);
        await person.Page.Keyboard.PressAsync("Control+A");
        await person.Page.Keyboard.TypeAsync(text);
    }
}
