using Microsoft.Playwright;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Waivers;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>What was settled does not stay settled when somebody knows better, or when a value moves.</summary>
public sealed class TakingThingsBack(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const int Desktop = 1440;

    [Fact]
    public async Task A_contradiction_is_mended_and_an_accepted_one_opens_again_when_its_value_moves()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.OpenAsync("findings?show=all");
        await manager.IsLiveAsync();

        var total = manager.Page.Locator("#claim-budget-total");
        await Expect(total.GetByRole(AriaRole.Link, new() { Name = "from its facts" }))
            .ToHaveAttributeAsync("href", $"/launches/{DemoPortal.Launch}/registers/budget");
        await CorrectAsync(manager, total, "37568 USD");
        await Expect(total).ToContainTextAsync("$37,568");
        await Expect(total.GetByText("open", new() { Exact = true })).ToHaveCountAsync(0);

        var soc2 = manager.Page.Locator("#claim-summary-soc2-date");
        await AcceptAsync(soc2, "The summary is older than the plan.");
        await CorrectAsync(manager, soc2, "2026-Q2");
        await Expect(soc2).ToContainTextAsync("Open again: Launch manager (demo) accepted it while it was Q1 2026");
        await AcceptAsync(soc2, "Still older than the plan.");
        await soc2.GetByText("Reopen…").ClickAsync();
        await soc2.GetByLabel("Reason for reopening").FillAsync("The plan was signed since.");
        await manager.LookAsync("finding-take-back", Desktop);
        await soc2.GetByRole(AriaRole.Button, new() { Name = "Reopen" }).ClickAsync();
        await Expect(soc2)
            .ToContainTextAsync("Launch manager (demo) reopened what Launch manager (demo) had accepted");
        await manager.LookAsync("finding-open-again", Desktop);
    }

    [Fact]
    public async Task A_waiver_is_taken_back_by_whoever_asked_for_it_and_open_pages_follow()
    {
        await using var portal = await DemoPortal.StartAsync();
        var asked = await portal.Get<RequestWaiver>().RunAsync(DemoPortal.Launch,
            new("e2e-tests", "Two tests", "By hand", new(2026, 3, 31)), await portal.ViewerAsync("qa-lead"));
        await portal.Get<AnswerWaiver>()
            .RunAsync(DemoPortal.Launch, Guid.Parse(((Outcome.Done)asked).Key!), approve: true,
            null, await portal.ViewerAsync("cto"));
        await using var cfo = await Person.AtAsync(browser, portal, "cfo");
        await cfo.OpenAsync();
        await cfo.IsLiveAsync();
        await cfo.ReadsAsync("E2E Test Coverage: waived until 31 Mar 2026, approved by CTO (demo)");

        await using var lead = await Person.AtAsync(browser, portal, "qa-lead", 390);
        await lead.OpenAsync("criteria/e2e-tests");
        await lead.IsLiveAsync();
        await lead.Page.GetByText("Take this waiver back").ClickAsync();
        await lead.Page.GetByLabel("Reason for withdrawal").FillAsync("There are twenty of them.");
        await lead.LookAsync("waiver-take-back", 390);
        await lead.ClickAsync("Withdraw");
        await lead.ReadsAsync("There are twenty of them.");

        await lead.ReadsAsync("failed");
        await Expect(cfo.Page.GetByLabel("Verdict", new() { Exact = true })).ToContainTextAsync("NO-GO");
        await Expect(cfo.Page.Locator("main")).Not.ToContainTextAsync("waived until");
        await lead.LookAsync("waiver-taken-back", 390);
    }

    private static async Task CorrectAsync(Person manager, ILocator row, string stated)
    {
        await manager.ActAsync(row.Locator(".dots"), "Correct");
        var form = manager.Page.Locator("tr.opened");
        await form.GetByLabel("Stated value").FillAsync(stated);
        await manager.LookAsync("finding-correct", Desktop);
        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(form).ToHaveCountAsync(0);
    }

    private static async Task AcceptAsync(ILocator row, string reason)
    {
        await row.GetByRole(AriaRole.Button, new() { Name = "Accept: " }).ClickAsync();
        await row.GetByLabel("Reason for acceptance").FillAsync(reason);
        await row.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();
        await Expect(row).ToContainTextAsync($"by Launch manager (demo): {reason}");
    }
}
