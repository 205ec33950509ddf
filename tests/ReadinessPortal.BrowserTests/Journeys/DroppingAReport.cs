using System.Globalization;
using Microsoft.Playwright;
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
            $"<testsuites><testsuite>{Cases(287)}</testsuite></testsuites>");

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

    private static async Task AttachAsync(Person lead, string criterion, string name, string text)
    {
        await lead.OpenAsync($"criteria/{criterion}");
        await lead.IsLiveAsync();
        await lead.DropAsync(lead.Page.Locator("h1"), (name, text));
        var file = lead.File(name);
        await file.GetByLabel("Captured on").FillAsync("2025-11-15");
        await lead.Tray().GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();
        await Expect(file).ToContainTextAsync($"Attached as {name}. Read as ");
    }

    private static string Cases(int count) => string.Concat(Enumerable.Range(1, count)
        .Select(n => string.Create(CultureInfo.InvariantCulture, $"""<testcase name="case {n}" />""")));
}
