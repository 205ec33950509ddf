using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>
/// The demo launch at a desk, from NO-GO to a YES that overrides nothing: a failure is waived by a second person, a
/// log is picked, a file proves what nothing proved, contradictions are accepted, a condition is asked for and met.
/// </summary>
[TakesLong]
public sealed class FromNoGoToAConditionalYes(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const int Desktop = 1440;

    [Fact]
    public async Task Everything_that_stands_against_it_is_settled_by_whoever_may_and_the_final_report_says_so()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, persona: null);
        await ReadWhyAndAskForAWaiverAsync(lead);
        await AnswerTheWaiverAsync(portal, lead);
        await PickTheLogAsync(portal);
        await ProveTheRunbooksAsync(portal);
        await AcceptTheHeadlinesAsync(portal);
        await FreezeAndSignAsync(portal);
        await DecideAsync(portal);
        await MeetTheConditionAsync(portal);
        (await portal.ReportAsync()).Should().Contain("FINAL").And.Contain("CONDITIONAL").And.Contain("YES, proceed")
            .And.Contain("Two tests of a page nobody uses").And.Contain("Approved by Launch manager (demo)")
            .And.Contain("Looked at by hand after each rollout").And.Contain("until 31 Mar 2026")
            .And.Contain("Written while it happened").And.Contain("Runbook review")
            .And.Contain("The old report stays as it was printed").And.Contain("Rotate the signing keys")
            .And.NotContain("This decision overrides").And.NotContain("Rotated on Tuesday");
    }

    private static async Task ReadWhyAndAskForAWaiverAsync(Person lead)
    {
        await lead.SignInAsync("QA lead (demo)");
        var verdict = lead.Page.GetByLabel("Verdict", new() { Exact = true });
        await Expect(verdict).ToContainTextAsync("NO-GO");
        await lead.IsLiveAsync();
        await verdict.GetByRole(AriaRole.Link, new() { NameRegex = new("^E2E tests passing") }).ClickAsync();
        var gate = lead.Page.Locator("#gate-e2e-tests");
        await gate.GetByRole(AriaRole.Link, new() { Name = "E2E Test Coverage", Exact = true }).ClickAsync();
        await lead.ReadsAsync("Request a waiver");
        await lead.LookAsync("waiver-asked-before", Desktop);
        await lead.Page.GetByText("Request a waiver", new() { Exact = true }).ClickAsync();
        await lead.Page.GetByLabel("Why this failure can be accepted").FillAsync("Two tests of a page nobody uses.");
        await lead.Page.GetByLabel("Compensating control").FillAsync("Looked at by hand after each rollout.");
        await lead.Page.GetByLabel("Last day it holds").FillAsync("2026-03-31");
        await lead.LookAsync("waiver-request", Desktop);
        await lead.ClickAsync("Request waiver");
        await lead.ReadsAsync("The launch manager or an executive answers it.");
        await Expect(lead.Page.GetByRole(AriaRole.Button, new() { Name = "Approve the waiver" })).ToHaveCountAsync(0);
    }

    private async Task AnswerTheWaiverAsync(DemoPortal portal, Person lead)
    {
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.OpenAsync();
        await manager.ReadsAsync("QA lead (demo) asks for a waiver of E2E Test Coverage");
        await manager.IsLiveAsync();
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = "Answer", Exact = true }).First.ClickAsync();
        await manager.ClickAsync("Decline");
        await Expect(manager.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why you decline it");
        await manager.LookAsync("waiver-answer", Desktop);
        await manager.ClickAsync("Approve the waiver");
        await manager.ReadsAsync("Waived until 31 Mar 2026");
        await lead.ReadsAsync("Waived until 31 Mar 2026");
        await lead.LookAsync("waiver-approved", Desktop);
    }

    private async Task PickTheLogAsync(DemoPortal portal)
    {
        await using var cto = await Person.AtAsync(browser, portal, "cto");
        await cto.OpenAsync("drills");
        await cto.IsLiveAsync();
        await cto.Page.GetByRole(AriaRole.Radio, new() { Name = "14:23" }).CheckAsync();
        await cto.Page.GetByLabel("Why it counts and the other does not").FillAsync("Written while it happened.");
        await cto.LookAsync("log-pick", Desktop);
        await cto.ClickAsync("Select this log");
        await cto.ReadsAsync("chose the log: Written while it happened.");
    }

    private async Task ProveTheRunbooksAsync(DemoPortal portal)
    {
        await using var platform = await Person.AtAsync(browser, portal, "platform-lead");
        await platform.OpenAsync("criteria/runbooks");
        await platform.IsLiveAsync();
        await platform.DropAsync(
            platform.Page.Locator("[data-attach-zone]").First, (
                "runbook-review.txt", "Every runbook was walked through."));
        var file = platform.File("runbook-review.txt");
        await file.GetByLabel("Title").FillAsync("Runbook review");
        await file.GetByLabel("Captured on").FillAsync("2025-11-14");
        await platform.LookAsync("evidence-dropped", Desktop);
        await platform.Tray().GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();
        await Expect(platform.Tray().GetByText("Attached as Runbook review.")).ToBeVisibleAsync();
        await platform.ClickAsync("Done");
        await platform.ReadsAsync("Runbook review");
    }

    private async Task AcceptTheHeadlinesAsync(DemoPortal portal)
    {
        await using var cfo = await Person.AtAsync(browser, portal, "cfo");
        await cfo.OpenAsync("findings");
        await cfo.IsLiveAsync();
        foreach (var (index, claim) in (await portal.HeadlinesAsync()).Index())
        {
            var row = cfo.Page.Locator($"#claim-{claim}");
            await row.GetByRole(AriaRole.Button, new() { Name = "Accept: " }).ClickAsync();
            await row.GetByLabel("Reason for acceptance").FillAsync("The old report stays as it was printed.");
            if (index == 0)
            {
                await cfo.LookAsync("finding-accept", Desktop);
            }

            await row.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();
            await Expect(row).ToContainTextAsync("by CFO (demo): The old report stays as it was printed.");
        }

        await cfo.LookAsync("findings-accepted", Desktop);
        await cfo.OpenAsync();
        await Expect(cfo.Page.GetByLabel("Verdict", new() { Exact = true }))
            .ToContainTextAsync("waived until 31 Mar 2026");
        await cfo.LookAsync("brief-before-freeze", Desktop);
    }

    private async Task FreezeAndSignAsync(DemoPortal portal)
    {
        await using (var manager = await Person.AtAsync(browser, portal, "manager"))
        {
            await manager.FreezeAsync();
            await manager.OpenAsync("revisions");
            await Expect(manager.Page.Locator("#revision-1")).ToContainTextAsync("CONDITIONAL");
        }

        await using (var security = await Person.AtAsync(browser, portal, "security-lead"))
        {
            await security.ApproveIfAsync("Rotate the signing keys", "Platform lead", SignOffActs.NextWeek);
            await security.LookAsync("signed-with-condition", Desktop);
        }

        foreach (var persona in new[] { "platform-lead", "database-lead", "qa-lead", "cto", "cfo" })
        {
            await using var signer = await Person.AtAsync(browser, portal, persona);
            await signer.ApproveAsync();
        }
    }

    private async Task DecideAsync(DemoPortal portal)
    {
        await using var ceo = await Person.AtAsync(browser, portal, "ceo");
        await ceo.OpenAsync("sign-off");
        await ceo.ReadsAsync("CONDITIONAL");
        await Expect(ceo.Page.GetByLabel("Why you override it")).ToHaveCountAsync(0);
        await ceo.Page.GetByLabel("YES, we launch").CheckAsync();
        await ceo.LookAsync("decide", Desktop);
        await ceo.EnterPasswordAsync();
        await ceo.ClickAsync("Sign and decide");
        await Expect(ceo.Page.GetByLabel("Final decision")).ToContainTextAsync("YES, we launch");
        await ceo.LookAsync("decided", Desktop);
    }

    private async Task MeetTheConditionAsync(DemoPortal portal)
    {
        await using var platform = await Person.AtAsync(browser, portal, "platform-lead", 390);
        await platform.OpenAsync("sign-off");
        await platform.Page.GetByText("Mark as met").ClickAsync();
        await platform.Page.GetByLabel("How it is met").FillAsync("Rotated on Tuesday.");
        await platform.Page.GetByLabel("What shows it").SelectOptionAsync("Runbook review");
        await platform.LookAsync("condition-meet", 390);
        await platform.ClickAsync("The condition is met");
        await platform.ReadsAsync("Platform lead (demo): Rotated on Tuesday.");
        await platform.OpenAsync();
        await platform.ReadsAsync("Rotated on Tuesday.");
        await platform.LookAsync("brief-condition-met", 390);
    }
}
