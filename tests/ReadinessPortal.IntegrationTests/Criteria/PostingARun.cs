using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.DeliveryDoor;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Criteria;

/// <summary>A shell posts what a command printed, and is told whether that is what was expected.</summary>
public sealed partial class PostingARun(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Criterion = "e2e-tests";
    private const string Morning = "ranAt=2025-11-15T06:00:00Z";
    private const string Noon = "ranAt=2025-11-15T12:00:00+01:00";

    [Fact]
    public async Task What_is_compared_with_nothing_is_recorded()
    {
        var (pipeline, to, key) = await ReadyAsync(expects: null);

        using var answer = await PostAsync(
            pipeline, $"{to}?{Morning}&source=https://ci.example.org/runs/7", "287 passed\n");

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        said.GetProperty("outcome").GetString().Should().Be("recorded");
        var kept = await KeptAsync(key);
        (kept.Output, kept.RecordedOn, kept.ExitCode).Should().Be(("287 passed", new DateOnly(2025, 11, 15), null));
        kept.Run!.Source.Should().Be("https://ci.example.org/runs/7");
        kept.Run.By.Should().StartWith("Token ci-");
    }

    [Fact]
    public async Task What_is_as_expected_is_reproduced_and_counted_and_what_is_not_has_changed()
    {
        var (pipeline, to, key) = await ReadyAsync("/^\\d+ passed, 0 failed$/m");

        using var first = await PostAsync(
            pipeline, $"{to}?{Morning}&exitCode=0", "\u001B[32m3 passed, 0 failed\u001B[0m  \r\n");
        using var second = await PostAsync(pipeline, $"{to}?{Noon}", "4 passed, 0 failed");
        var twice = await second.Content.ReadFromJsonAsync<JsonElement>();
        using var third = await PostAsync(pipeline, $"{to}?ranAt=2025-11-15T13:00:00Z", "4 passed, 1 failed");
        var changed = await third.Content.ReadFromJsonAsync<JsonElement>();

        twice.GetProperty("outcome").GetString().Should().Be("reproduced");
        twice.GetProperty("times").GetInt32().Should().Be(2);
        twice.GetProperty("since").GetDateTimeOffset().Should().Be(new(2025, 11, 15, 6, 0, 0, TimeSpan.Zero));
        third.StatusCode.Should().Be(HttpStatusCode.Created, "it is kept: what makes it worse always counts");
        changed.GetProperty("outcome").GetString().Should().Be("changed");
        changed.GetProperty("expected").GetString().Should().Be("the pattern /^\\d+ passed, 0 failed$/m");
        changed.GetProperty("differs").GetString().Should().StartWith("nothing in it matches");
        changed.GetProperty("criteria")[0].GetProperty("why").EnumerateArray().Select(w => w.GetString())
            .Should().Contain($"Check {key} changed: nothing in it matches /^\\d+ passed, 0 failed$/m");
        (await KeptAsync(key)).Output.Should().Be("4 passed, 1 failed");
        var listed = (await pipeline.GetFromJsonAsync<JsonElement>($"{Root}/criteria")).EnumerateArray()
            .Single(c => c.GetProperty("key").GetString() == Criterion).GetProperty("validations").EnumerateArray()
            .Single(v => v.GetProperty("key").GetString() == key);
        listed.GetProperty("outcome").GetString().Should().Be("changed");
        (await HistoryAsync(key)).Should().Equal(
            $"E2E Test Coverage, Check {key}: changed, nothing in it matches /^\\d+ passed, 0 failed$/m",
            $"E2E Test Coverage, Check {key}: reproduced twice", $"E2E Test Coverage, Check {key}: reproduced once");
    }

    [Theory]
    [InlineData("ok", 1, "changed", "the command ended with exit code 1")]
    [InlineData("", 1, "changed", "the command ended with exit code 1")]
    [InlineData("ok", 0, "reproduced", null)]
    public async Task A_command_that_fails_is_never_reproduced(string output, int code, string outcome, string? differs)
    {
        var (pipeline, to, _) = await ReadyAsync("ok");

        using var answer = await PostAsync(pipeline, $"{to}?{Morning}&exitCode={code}", output);

        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        said.GetProperty("outcome").GetString().Should().Be(outcome);
        (said.TryGetProperty("differs", out var why) ? why.GetString() : null).Should().Be(differs);
    }

    [Theory]
    [InlineData("ranAt=2025-11-14T12:00:00Z", "a newer run is there")]
    [InlineData($"{Noon}&version=v9.9.9", "it is about another build, v9.9.9")]
    [InlineData("", "it ran on ")]
    public async Task What_is_late_or_of_another_build_is_kept_in_the_history_and_changes_nothing(
        string said, string why)
    {
        var (pipeline, to, key) = await ReadyAsync("ok");
        using var stands = await PostAsync(pipeline, $"{to}?{Morning}", "ok");
        var before = await KeptAsync(key);

        using var answer = await PostAsync(pipeline, $"{to}?{said}", "no");

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        told.GetProperty("counts").GetBoolean().Should().BeFalse();
        told.GetProperty("whyNot").GetString().Should().StartWith(why);
        told.GetProperty("outcome").GetString().Should().Be("changed");
        (await KeptAsync(key)).Should().Be(before);
        (await HistoryAsync(key))[0].Should().Contain($"only for the history, {why}");
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_keeps_nothing()
    {
        var (pipeline, to, key) = await ReadyAsync("ok");
        var number = (await ViewAsync()).Board.ChangeNumber;

        using var dry = await PostAsync(pipeline, $"{to}?{Morning}&dryRun=true", "no");
        using var refused = await PostAsync(pipeline, $"{to}?{Morning}&dryRun=true", "a\u0007b");

        dry.StatusCode.Should().Be(HttpStatusCode.OK);
        (await dry.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString().Should().Be("changed");
        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await ViewAsync()).Board.ChangeNumber.Should().Be(number);
        (await KeptAsync(key)).Output.Should().BeNull();
    }

    [Fact]
    public async Task A_run_that_is_sent_again_counts_once()
    {
        var (pipeline, to, _) = await ReadyAsync("ok");
        pipeline.DefaultRequestHeaders.Add("Idempotency-Key", $"{Guid.NewGuid()}");
        using var first = await PostAsync(pipeline, $"{to}?{Morning}", "ok");
        var number = (await ViewAsync()).Board.ChangeNumber;

        using var again = await PostAsync(pipeline, $"{to}?{Morning}", "ok");
        using var other = await PostAsync(pipeline, $"{to}?{Morning}", "no");

        var said = await again.Content.ReadFromJsonAsync<JsonElement>();
        (said.GetProperty("times").GetInt32(), said.GetProperty("counts").GetBoolean()).Should().Be((1, true));
        other.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await ViewAsync()).Board.ChangeNumber.Should().Be(number);
    }

    [Theory]
    [InlineData("exitCode=", "Field exitCode is empty")]
    [InlineData("exitCode=zero", "write the number that the command ended with")]
    [InlineData("commit=$CI_COMMIT_SHA", "a variable that is not set")]
    [InlineData("ranAt=2025-11-15", "an instant with its offset")]
    [InlineData("ranAt=2100-01-01T00:00:00Z", "is still to come")]
    [InlineData("ranAt=1970-01-01T00:00:00Z", "Nothing is captured before")]
    [InlineData("source=run 7", "the address of the pipeline's run")]
    [InlineData("exitcode=0", "There is no field 'exitcode'")]
    [InlineData("exitCode=0&exitCode=1", "is there twice")]
    [InlineData("dryRun=yes", "write true or false")]
    public async Task What_is_said_of_a_run_says_something(string query, string why) =>
        await IsRefusedAsync(query, "ok"u8.ToArray(), HttpStatusCode.UnprocessableEntity, why);

    [Theory]
    [InlineData("", "The output is empty")]
    [InlineData("20 20 0A", "The output is empty")]
    [InlineData("1B 5B 33 32 6D", "The output is empty")]
    [InlineData("6F 00 6B", "holds a NUL, U+0000, at character 2")]
    [InlineData("6F ED A0 80", "is no UTF-8 text, at byte 2")]
    [InlineData("6F FF", "is no UTF-8 text, at byte 2")]
    [InlineData("E2 80 AE", "The output is empty")]
    [InlineData("61 E2 80 AE", "A text cannot hold")]
    public async Task What_is_no_readable_text_is_refused(string bytes, string why) => await IsRefusedAsync(
        Morning, Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)),
        HttpStatusCode.UnprocessableEntity, why);

    [Theory]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.Created)]
    [InlineData("application/json", HttpStatusCode.Created)]
    [InlineData(null, HttpStatusCode.Created)]
    [InlineData("text/plain; charset=utf-16", HttpStatusCode.UnprocessableEntity)]
    [InlineData("multipart/form-data; boundary=x", HttpStatusCode.UnprocessableEntity)]
    public async Task The_body_is_the_output_whatever_a_shell_calls_it(string? type, HttpStatusCode status)
    {
        var (pipeline, to, _) = await ReadyAsync("ok");
        using var body = new ByteArrayContent("ok"u8.ToArray());
        body.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        using var answer = await pipeline.PostAsync(new Uri($"{to}?{Morning}", UriKind.Relative), body);

        answer.StatusCode.Should().Be(status);
    }

    [Theory]
    [InlineData(100_001, HttpStatusCode.UnprocessableEntity, "The output is too long")]
    [InlineData(10_000_000, HttpStatusCode.RequestEntityTooLarge, "The output is larger than")]
    public async Task An_output_has_a_length(int length, HttpStatusCode status, string why) => await IsRefusedAsync(
        Morning, Enumerable.Repeat((byte)'a', length).ToArray(), status, why);

    [Theory]
    [InlineData(TokenScope.EvidenceRead, null, Criterion, "new", HttpStatusCode.Forbidden)]
    [InlineData(TokenScope.LaunchRead, null, Criterion, "new", HttpStatusCode.Forbidden)]
    [InlineData(TokenScope.EvidenceWrite, "infrastructure", Criterion, "new", HttpStatusCode.Forbidden)]
    [InlineData(TokenScope.EvidenceWrite, "quality", Criterion, "new", HttpStatusCode.Created)]
    [InlineData(TokenScope.EvidenceWrite, null, Criterion, "no-such", HttpStatusCode.NotFound)]
    [InlineData(TokenScope.EvidenceWrite, null, "no-such", "new", HttpStatusCode.NotFound)]
    public async Task A_token_posts_where_it_may(
        TokenScope scope, string? category, string criterion, string validation, HttpStatusCode status)
    {
        var (_, _, key) = await ReadyAsync("ok");
        using var pipeline = await one.Portal.BearingAsync(
            $"ci-{Guid.NewGuid():N}", scope, category is null ? [] : [category]);

        using var answer = await PostAsync(
            pipeline, $"{RunsOf(criterion, validation == "new" ? key : validation)}?{Morning}", "ok");

        answer.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task A_browsers_cookie_alone_posts_nothing()
    {
        var (_, to, _) = await ReadyAsync("ok");
        using var lead = await one.Portal.SignedInAsync("qa-lead");
        using var bare = await PostAsync(lead, $"{to}?{Morning}", "ok");
        lead.DefaultRequestHeaders.Add("RequestVerificationToken",
            Forms.TokenIn(await lead.GetStringAsync(new Uri("/sign-out", UriKind.Relative))));
        using var meant = await PostAsync(lead, $"{to}?{Morning}", "ok");

        bare.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        meant.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Nothing_is_posted_to_what_was_archived()
    {
        var (pipeline, to, key) = await ReadyAsync("ok");
        Done(await one.Portal.Get<EditFacts>().RunAsync(DemoPortal.Launch,
            [new FactChange.Archive { Fact = Path(key) }], await one.Portal.ViewerAsync("manager")));

        using var answer = await PostAsync(pipeline, $"{to}?{Morning}", "ok");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.WhyAsync()).Should().Contain("may have been archived meanwhile");
    }

    [Theory]
    [InlineData("/(/", "is no pattern")]
    [InlineData("$.a", "is a path without a value")]
    public async Task What_cannot_be_compared_with_is_refused_where_it_is_typed(string expects, string why)
    {
        var refused = await AddAsync($"c-{Guid.NewGuid():N}"[..12], expects);

        var problem = Refused<FieldsNotAcceptable>(refused).Problems[0];
        problem.Should().Match<FieldProblem>(
            p => p.Field == "expects" && p.Text.Contains(why, StringComparison.Ordinal));
    }
}
