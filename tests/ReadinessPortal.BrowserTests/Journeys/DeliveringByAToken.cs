using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Playwright;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>A manager makes a token, a pipeline delivers by it, and people look at what came.</summary>
public sealed class DeliveringByAToken(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const string Disagreeing =
        """<testsuites><testsuite tests="9" failures="0"><testcase name="signs up" /></testsuite></testsuites>""";

    [Fact]
    public async Task It_is_shown_once_opens_one_door_and_is_revoked()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.OpenAsync("settings");
        await manager.IsLiveAsync();
        await manager.Page.GetByText("Make a token", new() { Exact = true }).First.ClickAsync();
        await manager.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("ci-main");
        await manager.ClickAsync("Make the token");
        var secret = await manager.Page.Locator("code.secret").TextContentAsync();
        (await DeliverAsync(portal, secret!)).Should().Be(HttpStatusCode.Created);

        await manager.ClickAsync("I have it");
        await manager.OpenAsync("settings");
        await Expect(manager.Page.Locator("main")).Not.ToContainTextAsync(secret!);
        await manager.ActAsync("ci-main", "Revoke…");
        await manager.ClickAsync("Revoke ci-main");
        await Expect(manager.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke ci-main" })).ToHaveCountAsync(0);
        (await DeliverAsync(portal, secret!)).Should().Be(HttpStatusCode.Unauthorized);
        manager.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Totals_that_disagree_are_accepted_by_somebody_else_on_the_page_of_the_file()
    {
        await using var portal = await DemoPortal.StartAsync();
        var upload = new EvidenceUpload(
            new MemoryStream(Encoding.UTF8.GetBytes(Disagreeing)), "report.xml", null, EvidenceClass.Tests,
            new(2025, 11, 15), [new(SubjectKind.Criterion, "e2e-tests")]);
        (await portal.Get<AttachEvidence>().RunAsync(DemoPortal.Launch, upload, await portal.ViewerAsync("manager")))
            .Should().BeOfType<Outcome.Done>();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.OpenAsync("evidence/report");
        await manager.ReadsAsync("You delivered report.xml. Somebody else has to look at it and accept its totals.");
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        await lead.OpenAsync("evidence/report");
        await lead.IsLiveAsync();

        var form = lead.Page.GetByRole(AriaRole.Form, new() { Name = "Accept the totals" });
        await form.GetByLabel("Reason to accept it").FillAsync("The runner counts retries twice.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await lead.ReadsAsync("Accepted by QA lead (demo)");
        await lead.OpenAsync("criteria/e2e-tests");
        await lead.ReadsAsync("its totals disagree, accepted by");
        lead.Complaints.Should().BeEmpty();
    }

    private static async Task<HttpStatusCode> DeliverAsync(DemoPortal portal, string token)
    {
        using var pipeline = new HttpClient { BaseAddress = portal.Address };
        pipeline.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Disagreeing), "file", "report.xml" },
            { new StringContent("2025-11-15"), "capturedAt" },
        };
        using var answer = await pipeline.PostAsync(
            new Uri($"/api/v1/launches/{DemoPortal.Launch}/criteria/e2e-tests/evidence", UriKind.Relative), form);
        return answer.StatusCode;
    }
}
