using System.Globalization;
using Microsoft.Playwright;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>A lead drops what a tool has written, and types no number.</summary>
public sealed class DroppingAReport(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task A_clean_run_takes_its_gate_out_of_red_without_a_waiver()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        await using var cfo = await Person.AtAsync(browser, portal, "cfo");
        await cfo.OpenAsync("gates");
        await cfo.IsLiveAsync();
        await Expect(cfo.Page.Locator("#gate-e2e-tests")).ToContainTextAsync("red");

        await AttachAsync(lead, "e2e-tests", "junit.xml",
            $"<testsuites><testsuite>{Cases(287)}</testsuite></testsuites>",
            "E2E Test Coverage failed \u2192 passed", "Gate E2E tests passing red \u2192 green",
            "Readiness NO-GO \u2192 NOT YET", "no longer in the report");

        await Expect(cfo.Page.Locator("#gate-e2e-tests")).Not.ToContainTextAsync("red");
        await lead.OpenAsync("criteria/e2e-tests");
        await lead.ReadsAsync("superseded by junit.xml");
        await lead.ReadsAsync("read as tests.failed");
        await lead.OpenAsync("evidence/junit");
        await Expect(lead.Page.GetByRole(AriaRole.Region, new() { Name = "Readings" }))
            .ToContainTextAsync("2 \u2192 0");
        lead.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_worse_load_test_turns_its_gate_red_and_the_brief_names_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");

        await AttachAsync(lead, "load-testing", "k6.json", """
            {"metrics": {"http_req_duration": {"type": "trend", "contains": "time",
              "values": {"avg": 134, "min": 21, "med": 118, "max": 2914, "p(90)": 231, "p(95)": 612}},
              "http_req_failed": {"type": "rate", "values": {"rate": 0.0002, "passes": 2, "fails": 9998}},
              "http_reqs": {"type": "counter", "values": {"count": 10000, "rate": 125}}},
             "state": {"testRunDurationMs": 80000}}
            """);

        await using var ceo = await Person.AtAsync(browser, portal, "ceo");
        await ceo.OpenAsync("");
        await ceo.ReadsAsync("Response time, p95: 612 ms");
    }

    [Fact]
    public async Task A_file_dropped_on_the_launch_says_what_it_answers_before_it_is_attached()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        await lead.OpenAsync("evidence");
        await lead.IsLiveAsync();
        await lead.DropAsync(lead.Page.Locator("h1"), ("junit.xml", """
            <testsuites><testsuite timestamp="2025-11-15T09:00:00Z"><testcase name="signs up"/>
            <testcase classname="billing" name="pays"><failure/></testcase></testsuite></testsuites>
            """));

        var file = lead.File("junit.xml");
        await Expect(file).ToContainTextAsync("It answers E2E Test Coverage.");
        await Expect(file).ToContainTextAsync("billing: pays");
        await Expect(file.GetByLabel("Captured on")).ToBeHiddenAsync();
        var view = await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("qa-lead"));
        view!.Board.Facts.Evidence.Should().NotContain(e => e.FileName == "junit.xml");
        await file.GetByRole(AriaRole.Button, new() { Name = "Attach to E2E Test Coverage" }).ClickAsync();
        await Expect(file).ToContainTextAsync("Nothing: every criterion and gate stays as it is.");
        await lead.Tray().GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();
        await Expect(file).ToContainTextAsync("Attached as junit.xml.");
        await lead.OpenAsync("evidence/junit");
        await lead.ReadsAsync("One case newly failing");
    }

    [Fact]
    public async Task A_run_of_another_build_proves_nothing_and_hides_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        await lead.OpenAsync("criteria/e2e-tests");
        await lead.IsLiveAsync();
        await lead.DropAsync(lead.Page.Locator("h1"),
            ("old.xml", $"<testsuites><testsuite>{Cases(287)}</testsuite></testsuites>"));
        var file = lead.File("old.xml");
        await file.GetByLabel("Captured on").FillAsync("2025-11-15");
        await file.GetByText("Release, note, slot").ClickAsync();
        await file.GetByLabel("Release it speaks of").FillAsync("2.3.9");
        await file.GetByLabel("Release it speaks of").BlurAsync();

        await Expect(file).ToContainTextAsync("Would not prove E2E Test Coverage: other build: it is about 2.3.9");
        await Expect(file).ToContainTextAsync("Nothing: every criterion and gate stays as it is.");
        await lead.Tray().GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();
        await Expect(file).ToContainTextAsync("Attached as old.xml.");
        await lead.OpenAsync("criteria/e2e-tests");
        await lead.ReadsAsync("other build: it is about 2.3.9");
        await Expect(lead.Page.Locator("main")).ToContainTextAsync("failed");
        lead.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_scan_that_names_another_build_itself_proves_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "security-lead");
        await lead.OpenAsync("criteria/vulnerability-scanning");
        await lead.IsLiveAsync();
        await lead.DropAsync(lead.Page.Locator("h1"), ("scan.json", """
            {"SchemaVersion": 2, "CreatedAt": "2025-11-15T06:00:00Z", "ArtifactName": "teei/platform:v2.3.9",
             "ArtifactType": "container_image", "Results": [{"Target": "teei/platform:v2.3.9", "Class": "os-pkgs"}]}
            """));
        var file = lead.File("scan.json");

        await Expect(file).ToContainTextAsync("captured 15 Nov 2025, of teei/platform:v2.3.9.");
        await Expect(file).ToContainTextAsync("other build: it is about teei/platform:v2.3.9");
        await Expect(file).ToContainTextAsync("Nothing: every criterion and gate stays as it is.");
        await lead.Tray().GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();
        await Expect(file).ToContainTextAsync("Attached as scan.json.");
        await file.GetByRole(AriaRole.Link, new() { Name = "scan.json" }).ClickAsync();
        await lead.ReadsAsync("teei/platform:v2.3.9, as the file says");
        lead.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_dropped_anywhere_on_a_launch_finds_what_it_answers()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        foreach (var page in new[] { "", "findings", "criteria" })
        {
            await lead.OpenAsync(page);
            await lead.IsLiveAsync();
            await lead.DropAsync(lead.Page.Locator("h1"),
                ("anywhere.xml", $"<testsuites><testsuite>{Cases(287)}</testsuite></testsuites>"));

            await Expect(lead.File("anywhere.xml")).ToContainTextAsync("It answers ");
            await Expect(lead.File("anywhere.xml").GetByRole(
                AriaRole.Button, new() { Name = "Attach to E2E Test Coverage" })).ToBeVisibleAsync();
        }

        lead.Complaints.Should().BeEmpty();
    }

    private static async Task AttachAsync(
        Person lead, string criterion, string name, string text, params string[] before)
    {
        await lead.OpenAsync($"criteria/{criterion}");
        await lead.IsLiveAsync();
        await lead.DropAsync(lead.Page.Locator("h1"), (name, text));
        var file = lead.File(name);
        await file.GetByLabel("Captured on").FillAsync("2025-11-15");
        foreach (var said in before)
        {
            await Expect(file).ToContainTextAsync(said);
        }

        await lead.Tray().GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();
        await Expect(file).ToContainTextAsync($"Attached as {name}. Read as ");
    }

    private static string Cases(int count) => string.Concat(Enumerable.Range(1, count)
        .Select(n => string.Create(CultureInfo.InvariantCulture, $"""<testcase name="case {n}" />""")));
}
