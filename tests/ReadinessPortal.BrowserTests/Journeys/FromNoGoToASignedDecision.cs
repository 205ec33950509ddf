using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>The whole way, in a real browser: read why, prove what is missing, freeze, sign, decide, print.</summary>
public sealed class FromNoGoToASignedDecision(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task Everybody_signs_one_revision_and_the_final_report_says_so()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var cfo = await Person.AtAsync(browser, portal, persona: null);
        await SignInAsCfoAsync(cfo.Page);
        await ReadWhyNoGoAsync(cfo);
        await OpenThreeFiguresAsync(cfo);
        await WatchTheRunbooksTurnGreenAsync(portal, cfo);
        await SignAsync(portal, cfo);
        await DecideAsync(portal);
        await ReadTheFinalReportAsync(portal);
    }

    private static async Task SignInAsCfoAsync(IPage page)
    {
        await page.GotoAsync($"/launches/{DemoPortal.Launch}");
        await page.GetByRole(AriaRole.Link, new() { Name = "CFO (demo)" }).ClickAsync();
        await Expect(page.GetByLabel("User name"))
            .ToHaveValueAsync("cfo"); // the click returns before the page has changed
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    private static async Task ReadWhyNoGoAsync(Person cfo)
    {
        var verdict = cfo.Page.GetByLabel("Verdict", new() { Exact = true });
        await Expect(verdict).ToContainTextAsync("NO-GO");
        await Expect(verdict).ToContainTextAsync("94");
        await Expect(verdict).ToContainTextAsync("E2E tests passing");
        await Expect(verdict).ToContainTextAsync("15:00");
        await Expect(verdict).ToBeInViewportAsync();
    }

    private static async Task OpenThreeFiguresAsync(Person cfo)
    {
        foreach (var (figure, shown, fact) in new[]
        {
            ("budget.actual.total", "$37,568", "sum"),
            ("score.overall", "94", "Infrastructure"),
            ("soc2-controls.implemented.total", "50", "sum"),
        })
        {
            await cfo.OpenAsync($"figures/{figure}");
            await cfo.ReadsAsync(shown);
            await cfo.ReadsAsync(fact);
        }
    }

    private async Task WatchTheRunbooksTurnGreenAsync(DemoPortal portal, Person cfo)
    {
        await cfo.OpenAsync("gates");
        await cfo.IsLiveAsync();
        var row = cfo.Page.Locator("#gate-runbooks");
        await Expect(row).ToContainTextAsync("yellow");

        await using var lead = await Person.AtAsync(browser, portal, "platform-lead");
        await lead.OpenAsync("criteria/runbooks");
        await lead.IsLiveAsync();
        await lead.AttachAsync(
            "runbook-review.txt", "All 12 runbooks were walked through.", "Runbook review", new(2025, 11, 14));
        await lead.ReadsAsync("Runbook review");

        await Expect(row).ToContainTextAsync("green");
    }

    private async Task SignAsync(DemoPortal portal, Person cfo)
    {
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.FreezeAsync();
        await using (var platform = await Person.AtAsync(browser, portal, "platform-lead"))
        {
            await platform.ApproveAsync();
        }

        await using (var security = await Person.AtAsync(browser, portal, "security-lead"))
        {
            await security.ApproveIfAsync("Rotate the signing keys", "Security lead", SignOffActs.NextWeek);
        }

        await using (var database = await Person.AtAsync(browser, portal, "database-lead"))
        {
            await database.RejectAsync("Drill 2 has two logs.");
            await database.WithdrawAsync("The slower log is within reach of the target.");
            await database.ApproveAsync();
        }

        foreach (var persona in new[] { "qa-lead", "cto" })
        {
            await using var signer = await Person.AtAsync(browser, portal, persona);
            await signer.ApproveAsync();
        }

        await cfo.ApproveAsync();
    }

    private async Task DecideAsync(DemoPortal portal)
    {
        await using var ceo = await Person.AtAsync(browser, portal, "ceo");
        await ceo.OpenAsync("sign-off");
        await ceo.ReadsAsync("A YES would override");
        await ceo.Page.GetByLabel("YES, we launch").CheckAsync();
        await ceo.EnterPasswordAsync();
        await ceo.ClickAsync("Sign and decide");
        await Expect(ceo.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("reason");
        await Expect(ceo.Page.GetByLabel("YES, we launch")).ToBeCheckedAsync();

        await ceo.Page.GetByLabel("Why you override it").FillAsync("Two flaky tests are known and harmless.");
        await ceo.EnterPasswordAsync();
        await ceo.ClickAsync("Sign and decide");
        await Expect(ceo.Page.GetByLabel("Final decision")).ToContainTextAsync("YES, we launch");
    }

    private static async Task ReadTheFinalReportAsync(DemoPortal portal)
    {
        using var client = await portal.SignedInAsync("auditor");
        var address = new Uri($"/api/v1/launches/{DemoPortal.Launch}/report.pdf", UriKind.Relative);
        var pdf = await client.GetByteArrayAsync(address);
        (await client.GetByteArrayAsync(address)).Should().Equal(pdf, "a final report is made once and kept");

        using var document = PdfDocument.Open(pdf);
        var text = string.Join(' ', document.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
        text.Should().Contain("FINAL").And.Contain("YES").And.Contain("Two flaky tests are known and harmless.")
            .And.Contain("Rotate the signing keys").And.Contain("Drill 2 has two logs.").And.Contain("$37,568")
            .And.Contain("$38,568");
        foreach (var signer in DemoPersonas.All.Where(p => p.Signs))
        {
            text.Should().Contain(signer.Name);
        }
    }
}
