using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Life;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>What has to be run again, as a page and for programs.</summary>
public sealed class PlanningReruns
{
    private const string Json = $"/api/v1/launches/{DemoPortal.Launch}/rerun-plan";

    [Fact]
    public async Task The_page_says_what_programs_read_and_another_release_adds_what_names_the_old_one()
    {
        await using var portal = await DemoPortal.StartAsync(_ => { });
        using var reader = await portal.SignedInAsync("auditor");

        var plan = await reader.GetFromJsonAsync<JsonElement>(new Uri(Json, UriKind.Relative));
        plan.GetProperty("for").GetString().Should().Be("2025-12-01");
        Lines(plan).Should().OnlyContain(l => l.GetProperty("reason").GetString() == "endsBeforeTarget"
            && l.GetProperty("runBy").GetString() == "2025-11-24");
        Lines(plan).Select(l => $"{l.GetProperty("owner")} {l.GetProperty("subject")}").Should().BeEquivalentTo(
            "qa-lead evidence:security-scan-results", "qa-lead evidence:dependency-scan",
            "security-lead evidence:security-scan-results", "security-lead evidence:dependency-scan");
        (await PageAsync(reader)).Should().Contain(
            "- Scan of the dependencies (demo) (scan), from 24 Nov 2025 on: valid until 22 Nov 2025, "
            + "stale on the target date.");

        var manager = await portal.ViewerAsync("manager");
        var view = await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager);
        Done(await portal.Get<ChangeRelease>().RunAsync(DemoPortal.Launch,
            new(new() { Name = "teei/platform:v2.5.0" }, view!.Launch.Release, "A fix"), manager));

        var after = await reader.GetFromJsonAsync<JsonElement>(new Uri(Json, UriKind.Relative));
        Lines(after).Where(l => l.GetProperty("reason").GetString() == "otherBuild")
            .Select(l => l.GetProperty("subject").GetString()).Should()
            .Contain(["evidence:security-scan-results", "evidence:dependency-scan"]);
        (await PageAsync(reader)).Should().Contain("other build: it is about teei/platform:v2.4.0");
    }

    private static async Task<string> PageAsync(HttpClient reader) => WebUtility.HtmlDecode(
        await reader.GetStringAsync(new Uri($"/launches/{DemoPortal.Launch}/rerun-plan", UriKind.Relative)));

    private static JsonElement.ArrayEnumerator Lines(JsonElement plan) => plan.GetProperty("lines").EnumerateArray();
}
