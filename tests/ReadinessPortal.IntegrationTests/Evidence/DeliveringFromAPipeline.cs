using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.DeliveryDoor;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>A pipeline posts what its tools wrote, and is told what that does to the launch.</summary>
public sealed class DeliveringFromAPipeline(OnePortal one) : IClassFixture<OnePortal>
{
    private static readonly (string, string) _day = ("capturedAt", "2025-11-15");

    [Fact]
    public async Task What_misses_a_target_is_kept_and_said_to_miss_it()
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");

        using var answer = await pipeline.DeliverAsync(
            E2E, JUnit(failed: 2), _day, ("slot", "nightly"), ("source", "https://ci.example.org/runs/7"));

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var file = said.GetProperty("files")[0];
        file.GetProperty("format").GetString().Should().Be("junit");
        file.GetProperty("readings").EnumerateArray().Should().Contain(r =>
            r.GetProperty("metric").GetString() == "tests.failed" && r.GetProperty("value").GetString() == "2");
        var criterion = said.GetProperty("criteria")[0];
        criterion.GetProperty("targets")[0].GetProperty("outcome").GetString().Should().Be("missed");
        criterion.GetProperty("after").GetProperty("state").GetString().Should().Be("failed");
        var kept = (await ViewAsync()).Board.Facts.Evidence
            .Single(e => e.Key == file.GetProperty("evidence").GetString());
        (kept.Slot, kept.Note).Should().Be(("nightly", "Delivered by https://ci.example.org/runs/7"));
        kept.ReceivedBy.Should().StartWith("Token ci-");
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_keeps_nothing()
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");
        var before = await ViewAsync();

        using var answer = await pipeline.DeliverAsync($"{E2E}?dryRun=true", JUnit(), _day);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        said.GetProperty("dryRun").GetBoolean().Should().BeTrue();
        said.GetProperty("criteria")[0].GetProperty("targets")[0].GetProperty("outcome").GetString().Should().Be("met");
        (await ViewAsync()).Board.ChangeNumber.Should().Be(before.Board.ChangeNumber);
    }

    [Theory]
    [InlineData("?dryRun=true")]
    [InlineData("")]
    public async Task A_dry_run_refuses_what_the_delivery_itself_refuses(string query)
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");
        var ahead = $"<testsuites><testsuite timestamp=\"{DateTime.UtcNow.AddDays(3):s}Z\">"
            + "<testcase name=\"one\" /></testsuite></testsuites>";

        using var answer = await pipeline.DeliverAsync($"{E2E}{query}", ahead, _day);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("minutes ahead of this portal");
    }

    [Theory]
    [InlineData("capturedAt", "", "Field capturedAt is empty")]
    [InlineData("capturedAt", "yesterday", "write a day (2025-11-14)")]
    [InlineData("capturedAt", "2025-11-14T09:30:00", "an instant with its offset")]
    [InlineData("capturedAt", "2100-01-01", "is still to come")]
    [InlineData("slot", "${SLOT}", "a variable that is not set")]
    [InlineData("commit", "$CI_COMMIT_SHA", "a variable that is not set")]
    [InlineData("version", "null", "a variable that is not set")]
    [InlineData("version", "{{ version }}", "a variable that is not set")]
    [InlineData("source", "run 7", "the address of the pipeline's run")]
    [InlineData("capturedOn", "2025-11-14", "There is no field 'capturedOn'")]
    public async Task A_field_that_says_nothing_is_refused_and_nothing_is_kept(string field, string value, string why)
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");
        var before = (await ViewAsync()).Board.Facts.Evidence.Length;

        using var answer = await pipeline.DeliverAsync(E2E, JUnit(), (field, value));

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.WhyAsync()).Should().Contain(why);
        (await ViewAsync()).Board.Facts.Evidence.Length.Should().Be(before);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("<testsuites tests=\"3\"><testsuite name=\"cut", "is broken as junit")]
    public async Task A_file_that_its_tool_did_not_finish_is_refused(string file, string why)
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");

        using var answer = await pipeline.DeliverAsync(E2E, file, _day);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.WhyAsync()).Should().Contain(why);
    }

    [Theory]
    [InlineData(TokenScope.EvidenceRead, null, "criteria/e2e-tests", HttpStatusCode.Forbidden)]
    [InlineData(TokenScope.LaunchRead, null, "criteria/e2e-tests", HttpStatusCode.Forbidden)]
    [InlineData(TokenScope.EvidenceWrite, "infrastructure", "criteria/e2e-tests", HttpStatusCode.Forbidden)]
    [InlineData(TokenScope.EvidenceWrite, "quality", "criteria/e2e-tests", HttpStatusCode.Created)]
    [InlineData(TokenScope.EvidenceWrite, null, "criteria/no-such", HttpStatusCode.NotFound)]
    public async Task A_token_delivers_where_it_may(
        TokenScope scope, string? category, string to, HttpStatusCode status)
    {
        using var pipeline = await one.Portal.BearingAsync(
            $"ci-{Guid.NewGuid():N}", scope, category is null ? [] : [category]);

        using var answer = await pipeline.DeliverAsync($"{Root}/{to}/evidence", JUnit(failed: 1), _day);

        answer.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task A_browsers_cookie_alone_delivers_nothing()
    {
        using var lead = await one.Portal.SignedInAsync("qa-lead");
        using var bare = await lead.DeliverAsync(E2E, JUnit(), _day);
        lead.DefaultRequestHeaders.Add("RequestVerificationToken",
            Forms.TokenIn(await lead.GetStringAsync(new Uri("/sign-out", UriKind.Relative))));
        using var meant = await lead.DeliverAsync(E2E, JUnit(failed: 1), _day);

        bare.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        meant.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_delivery_that_is_sent_again_is_kept_once()
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");
        pipeline.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.NewGuid()}");
        var report = JUnit(failed: 1);
        using var first = await pipeline.DeliverAsync(E2E, report, _day);
        var number = (await ViewAsync()).Board.ChangeNumber;

        using var again = await pipeline.DeliverAsync(E2E, report, _day);
        using var other = await pipeline.DeliverAsync(E2E, JUnit(failed: 1), _day);

        (first.StatusCode, again.StatusCode).Should().Be((HttpStatusCode.Created, HttpStatusCode.Created));
        other.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await ViewAsync()).Board.ChangeNumber.Should().Be(number);
    }

    [Fact]
    public async Task A_file_finds_every_criterion_that_asks_for_what_it_says()
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");

        using var answer = await pipeline.DeliverAsync($"{Root}/evidence?route=auto", JUnit(failed: 1), _day);

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var asking = (await ViewAsync()).Board.Facts.Criteria
            .Where(c => c.Measurements.Any(m => m is { Slot: null, Reading: { } r }
                && r.StartsWith("tests.", StringComparison.Ordinal))).Select(c => c.Key);
        said.GetProperty("files")[0].GetProperty("supports").EnumerateArray().Select(s => s.GetString())
            .Should().BeEquivalentTo(asking);
    }

    [Theory]
    [InlineData("evidence?route=auto", "only words", "holds no figures")]
    [InlineData("evidence", "only words", "Write ?route=auto")]
    [InlineData("evidence?route=all", "only words", "There is no route 'all'")]
    public async Task A_file_that_finds_no_way_is_refused_with_what_to_do(string path, string file, string why)
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");

        using var answer = await pipeline.DeliverAsync($"{Root}/{path}", file, _day);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.WhyAsync()).Should().Contain(why);
    }

    private async Task<LaunchView> ViewAsync() => (await one.Portal.Get<LaunchBoards>()
        .ViewAsync(DemoPortal.Launch, await one.Portal.ViewerAsync("manager")))!;
}
