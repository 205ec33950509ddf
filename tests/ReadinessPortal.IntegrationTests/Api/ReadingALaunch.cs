using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Api;

/// <summary>What programs read of the demo launch, to the digit.</summary>
public sealed class ReadingALaunch(OnePortal demo) : IClassFixture<OnePortal>
{
    private const string Root = $"/api/v1/launches/{DemoPortal.Launch}";

    [Fact]
    public async Task Somebody_unknown_gets_401_and_no_sign_in_page()
    {
        using var client = demo.Portal.Anonymous();

        using var answer = await client.GetAsync(new Uri(Root, UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Fact]
    public async Task Anybody_gets_the_schema_of_the_package_format()
    {
        using var client = demo.Portal.Anonymous();

        var schema = await client.GetFromJsonAsync<JsonElement>(
            new Uri("/api/v1/schemas/launch-package.json", UriKind.Relative));

        schema.GetProperty("properties").TryGetProperty("criteria", out _).Should().BeTrue();
    }

    [Theory]
    [InlineData($"/launches/{DemoPortal.Launch}")]
    [InlineData($"/launches/{DemoPortal.Launch}/registers/budget/cells.csv")]
    [InlineData($"{Root}/package.zip")]
    [InlineData($"{Root}/evidence.zip")]
    [InlineData("/api/v1/launches")]
    public async Task What_may_change_is_kept_by_no_browser(string path)
    {
        using var reader = await demo.Portal.SignedInAsync("auditor");

        using var answer = await reader.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        answer.Headers.ETag.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/verdict")]
    [InlineData("/criteria")]
    [InlineData("/gates")]
    [InlineData("/figures")]
    [InlineData("/findings")]
    [InlineData("/rerun-plan")]
    public async Task What_is_still_the_same_is_not_sent_again(string what)
    {
        using var reader = await demo.Portal.SignedInAsync("auditor");
        using var first = await reader.GetAsync(new Uri(Root + what, UriKind.Relative));
        first.Headers.CacheControl!.ToString().Should().Be("no-cache, private");

        using var asked = new HttpRequestMessage(HttpMethod.Get, Root + what);
        asked.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await reader.SendAsync(asked);

        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
        again.Headers.ETag.Should().Be(first.Headers.ETag);
        (await again.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_list_names_the_launch_with_its_verdict()
    {
        var launches = await GetAsync("/api/v1/launches");

        var launch = launches.EnumerateArray().Should().ContainSingle().Subject;
        launch.GetProperty("key").GetString().Should().Be(DemoPortal.Launch);
        launch.GetProperty("verdict").GetProperty("shown").GetString().Should().Be("NO-GO");
    }

    [Fact]
    public async Task The_summary_counts_what_the_rules_derive()
    {
        var launch = await GetAsync(Root);

        launch.GetProperty("score").GetProperty("shown").GetString().Should().Be("94/100");
        launch.GetProperty("readiness").GetProperty("level").GetString().Should().Be("noGo");
        launch.GetProperty("daysToTarget").GetInt32().Should().Be(16);
        Counts(launch.GetProperty("criteria")).Should().BeEquivalentTo(new Dictionary<string, int>
        {
            ["of"] = 23, ["proven"] = 19, ["failed"] = 1, ["disputed"] = 1, ["unproven"] = 1, ["inProgress"] = 1,
            ["notAssessed"] = 0, ["waived"] = 0,
        });
        Counts(launch.GetProperty("criticalGates")).Should().BeEquivalentTo(new Dictionary<string, int>
        {
            ["of"] = 8, ["green"] = 5, ["yellow"] = 2, ["red"] = 1,
        });
    }

    [Fact]
    public async Task Every_gate_has_the_colour_that_its_criteria_give()
    {
        var gates = (await GetAsync($"{Root}/gates")).EnumerateArray()
            .ToDictionary(g => g.GetProperty("key").GetString()!, g => g.GetProperty("colour").GetString());

        gates.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["multi-region"] = "green", ["data-residency"] = "green", ["security-hardening"] = "green",
            ["dr-tested"] = "yellow", ["monitoring"] = "green", ["runbooks"] = "yellow", ["budget-controls"] = "green",
            ["e2e-tests"] = "red", ["soc2-type-2"] = "yellow", ["apac"] = "red", ["full-e2e-coverage"] = "yellow",
            ["advanced-cost-optimisation"] = "yellow",
        });
    }

    [Fact]
    public async Task Figures_come_as_canonical_value_and_as_shown()
    {
        var figures = (await GetAsync($"{Root}/figures")).EnumerateArray()
            .ToDictionary(f => f.GetProperty("name").GetString()!);

        figures["budget.actual.total"].GetProperty("value").GetString().Should().Be("37568 USD");
        figures["budget.actual.total"].GetProperty("shown").GetString().Should().Be("$37,568");
        figures["budget.utilisation.total"].GetProperty("shown").GetString().Should().Be("79.9 %");
    }

    [Fact]
    public async Task The_verdict_says_why_with_owner_and_action()
    {
        var verdict = await GetAsync($"{Root}/verdict");

        verdict.GetProperty("shown").GetString().Should().Be("NO-GO");
        var first = verdict.GetProperty("reasons")[0];
        first.GetProperty("subject").GetString().Should().Be("gate:e2e-tests");
        first.GetProperty("owner").GetString().Should().Be("QA Lead");
        first.GetProperty("href").GetString().Should().StartWith($"/launches/{DemoPortal.Launch}/");
    }

    [Fact]
    public async Task Findings_hold_both_values_and_both_places()
    {
        var finding = (await GetAsync($"{Root}/findings")).EnumerateArray()
            .First(f => f.GetProperty("stated").GetString() == "$38,568");

        finding.GetProperty("derived").GetString().Should().Be("$37,568");
        finding.GetProperty("statedAt").GetString().Should().NotBeEmpty();
        finding.GetProperty("derivedAt").GetString().Should().NotBeEmpty();
    }

    [Fact]
    public async Task An_unknown_launch_is_a_problem_with_a_reason()
    {
        using var client = await demo.Portal.SignedInAsync("cfo");

        using var answer = await client.GetAsync(new Uri("/api/v1/launches/GA-1999-001/verdict", UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("reason").GetString().Should().Be("NoSuchLaunch");
        problem.GetProperty("detail").GetString().Should().Contain("GA-1999-001");
    }

    [Theory]
    [InlineData("report.pdf", "application/pdf", "%PDF")]
    [InlineData("report.pdf?profile=board", "application/pdf", "%PDF")]
    [InlineData("report.pdf?profile=Full&paper=letter", "application/pdf", "%PDF")]
    [InlineData("package.zip", "application/zip", "PK")]
    [InlineData("evidence.zip", "application/zip", "PK")]
    public async Task Report_and_package_come_whole(string file, string type, string magic)
    {
        using var client = await demo.Portal.SignedInAsync("auditor");

        using var answer = await client.GetAsync(new Uri($"{Root}/{file}", UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        System.Text.Encoding.ASCII.GetString(bytes, 0, magic.Length).Should().Be(magic);
    }

    [Fact]
    public async Task The_document_describes_every_address()
    {
        using var client = demo.Portal.Anonymous();

        var document = await client.GetFromJsonAsync<JsonElement>(new Uri("/openapi/v1.json", UriKind.Relative));

        document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Should().BeEquivalentTo(
            "/api/v1/launches", "/api/v1/launches/{key}", "/api/v1/launches/{key}/verdict",
            "/api/v1/launches/{key}/criteria", "/api/v1/launches/{key}/gates", "/api/v1/launches/{key}/figures",
            "/api/v1/launches/{key}/findings", "/api/v1/launches/{key}/rerun-plan", "/api/v1/launches/{key}/report.pdf",
            "/api/v1/launches/{key}/revisions/{number}.json",
            "/api/v1/launches/{key}/audit.jsonl",
            "/api/v1/launches/{key}/audit.csv",
            "/api/v1/launches/{key}/package-with-record.zip", "/api/v1/launches/{key}/signatures.zip",
            "/api/v1/launches/{key}/criteria/{criterion}/evidence", "/api/v1/launches/{key}/evidence",
            "/api/v1/launches/{key}/criteria/{criterion}/validations/{validation}/runs",
            "/api/v1/launches/{key}/evidence.zip", "/api/v1/launches/{key}/package.zip",
            "/api/v1/schemas/launch-package.json");
    }

    [Theory]
    [InlineData("profile=short", "The profile of a report is full or board, not 'short'.")]
    [InlineData("paper=A3", "The paper of a report is a4 or letter, not 'A3'.")]
    [InlineData("paper=1", "The paper of a report is a4 or letter, not '1'.")]
    public async Task A_form_of_report_that_there_is_not_is_refused_with_those_there_are(string query, string why)
    {
        using var client = await demo.Portal.SignedInAsync("auditor");

        using var answer = await client.GetAsync(new Uri($"{Root}/report.pdf?{query}", UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().Should().Be(why);
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using var client = await demo.Portal.SignedInAsync("cfo");
        return await client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));
    }

    private static Dictionary<string, int> Counts(JsonElement counts) =>
        counts.EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetInt32());
}
