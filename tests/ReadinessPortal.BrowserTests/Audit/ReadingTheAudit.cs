using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Audit;

/// <summary>An auditor finds what somebody did, sees what was refused and what changed, and has all of it verified.
/// </summary>
public sealed class ReadingTheAudit(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task What_somebody_did_is_found_and_shows_before_and_after()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using (var lead = await Person.AtAsync(browser, portal, "qa-lead"))
        {
            await lead.OpenAsync("criteria/e2e-tests");
            await lead.IsLiveAsync();
            await lead.AttachAsync("walk.txt", "Walked through.", "A walk through", new(2025, 11, 14));
            await lead.ReadsAsync("A walk through");
        }

        await using (var manager = await Person.AtAsync(browser, portal, "manager"))
        {
            await manager.FreezeAsync();
        }

        await using var auditor = await Person.AtAsync(browser, portal, "auditor");
        await auditor.OpenAsync("audit");
        await auditor.IsLiveAsync();
        await auditor.Page.GetByLabel("Person").SelectOptionAsync("QA lead (demo)");
        await auditor.ClickAsync("Show");
        await Expect(auditor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("person=QA"));
        await Expect(auditor.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await auditor.Page.Locator("tbody details summary").ClickAsync();
        await Expect(auditor.Page.Locator("tbody dl")).ToContainTextAsync("A walk through");
        await auditor.Page.GetByLabel("Subject").FillAsync("nothing");
        await auditor.ClickAsync("Show");
        await Expect(auditor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("A subject is kind:key");
        await Expect(auditor.Page.GetByLabel("Subject")).ToHaveValueAsync("nothing");
        await auditor.Page.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await Expect(auditor.Page.Locator("tbody tr")).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_launch_is_verified_on_its_page_and_a_changed_row_is_named()
    {
        await using var portal = await DemoPortal.StartAsync(_ => { });
        await using var auditor = await Person.AtAsync(browser, portal, "auditor");
        await auditor.OpenAsync("audit/verify");
        await auditor.ClickAsync("Verify now");
        await Expect(auditor.Page.GetByText($"{DemoPortal.Launch} is what its record says.")).ToBeVisibleAsync();
        await Expect(auditor.Page.Locator(".checks li")).ToHaveCountAsync(9);

        await portal.ScalarAsync("""
            set session_replication_role = replica;
            update criteria set progress = 11 where key = 'e2e-tests'
            """);
        await auditor.ClickAsync("Verify again");

        await Expect(auditor.Page.GetByText($"{DemoPortal.Launch} is not what its record says.")).ToBeVisibleAsync();
        await Expect(auditor.Page.Locator(".checks .why").First)
            .ToContainTextAsync("criteria e2e-tests: progress is 11");
        auditor.Complaints.Should().BeEmpty();
    }
}
