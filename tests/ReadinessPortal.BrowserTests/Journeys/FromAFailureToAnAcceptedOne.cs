using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>What a second person settles, in a real browser, on a desk and on an executive's phone.</summary>
[Collection(OneBrowser.Name)]
public sealed class FromAFailureToAnAcceptedOne(PortalBrowser browser)
{
    private const int Phone = 390;

    [Fact]
    public async Task Waiver_log_finding_and_condition_are_each_settled_by_whoever_may()
    {
        await using var portal = await DemoPortal.StartAsync();
        await WaiveAsync(portal);
        await PickTheLogAsync(portal);
        await AcceptAFindingAsync(portal);
        await MeetAConditionAsync(portal);
    }

    private async Task WaiveAsync(DemoPortal portal)
    {
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        await lead.OpenAsync("criteria/e2e-tests");
        await lead.IsLiveAsync();
        await lead.Page.GetByText("Request a waiver", new() { Exact = true }).ClickAsync();
        await lead.Page.GetByLabel("Why this failure can be accepted").FillAsync("Two tests of a page nobody uses.");
        await lead.Page.GetByLabel("What is done instead").FillAsync("Looked at by hand after each rollout.");
        await lead.Page.GetByLabel("Last day it holds").FillAsync("2026-03-31");
        await Screenshots.TakeAsync(lead.Page, "waiver-request", 1440, ColorScheme.Light);
        await lead.ClickAsync("Request waiver");
        await lead.ReadsAsync("The launch manager or an executive answers it.");

        await using var manager = await Person.AtAsync(browser, portal, "manager", Phone);
        await manager.OpenAsync();
        await manager.ReadsAsync("your answer to the waiver");
        await manager.OpenAsync("criteria/e2e-tests");
        await manager.IsLiveAsync();
        await manager.ClickAsync("Decline");
        await Expect(manager.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why you decline it");
        await Screenshots.TakeAsync(manager.Page, "waiver-answer", Phone, ColorScheme.Light);
        await manager.ClickAsync("Approve the waiver");
        await manager.ReadsAsync("Waived until 31 Mar 2026");
        await lead.ReadsAsync("Waived until 31 Mar 2026");
    }

    private async Task PickTheLogAsync(DemoPortal portal)
    {
        await using var cto = await Person.AtAsync(browser, portal, "cto", Phone);
        await cto.OpenAsync("drills");
        await cto.IsLiveAsync();
        await cto.Page.GetByRole(AriaRole.Radio, new() { Name = "14:23" }).CheckAsync();
        await cto.Page.GetByLabel("Why it counts and the other does not").FillAsync("Written while it happened.");
        await Screenshots.TakeAsync(cto.Page, "pick-log", Phone, ColorScheme.Light);
        await cto.ClickAsync("Pick this log");
        await cto.ReadsAsync("picked the log that counts: Written while it happened.");
    }

    private async Task AcceptAFindingAsync(DemoPortal portal)
    {
        await using var cfo = await Person.AtAsync(browser, portal, "cfo", Phone);
        await cfo.OpenAsync("findings");
        await cfo.IsLiveAsync();
        var row = cfo.Page.Locator("#claim-summary-soc2-date");
        await row.GetByRole(AriaRole.Button, new() { Name = "Accept: " }).ClickAsync();
        await row.GetByLabel("Why it can be lived with").FillAsync("The summary is older than the plan.");
        await Screenshots.TakeAsync(cfo.Page, "accept-finding", Phone, ColorScheme.Light);
        await row.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();
        await Expect(row).ToContainTextAsync("by CFO (demo): The summary is older than the plan.");

        await using var auditor = await Person.AtAsync(browser, portal, "auditor");
        await auditor.OpenAsync("findings");
        await auditor.IsLiveAsync();
        await Expect(auditor.Page.GetByRole(AriaRole.Button, new() { Name = "Accept: " })).ToHaveCountAsync(0);
        await Screenshots.TakeAsync(auditor.Page, "findings-accepted", 1440, ColorScheme.Light);
    }

    private async Task MeetAConditionAsync(DemoPortal portal)
    {
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.FreezeAsync();
        await using (var security = await Person.AtAsync(browser, portal, "security-lead"))
        {
            await security.ApproveIfAsync("Rotate the signing keys", "Platform lead", SignOffDesk.NextWeek);
        }

        await using var platform = await Person.AtAsync(browser, portal, "platform-lead", Phone);
        await platform.OpenAsync("sign-off");
        await platform.Page.GetByText("Say that it is met").ClickAsync();
        await platform.Page.GetByLabel("How it is met").FillAsync("Rotated on Tuesday.");
        await platform.Page.GetByLabel("What shows it").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Screenshots.TakeAsync(platform.Page, "meet-condition", Phone, ColorScheme.Light);
        await platform.ClickAsync("The condition is met");
        await platform.ReadsAsync("Platform lead (demo): Rotated on Tuesday.");
        await manager.OpenAsync();
        await manager.ReadsAsync("Rotated on Tuesday.");
    }
}
