using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.DeliveryDoor;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>A pipeline posts figures that no tool has written to a file.</summary>
public sealed class PostingMeasurements(OnePortal one) : IClassFixture<OnePortal>
{
    private const string None = """{"tests.failed": 0}""";

    [Fact]
    public async Task Alone_they_are_shown_and_change_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var pipeline = await portal.BearingAsync("ci");

        using var answer = await PostAsync(pipeline, """{"measurements": {"tests.failed": "0"}, "slot": "nightly"}""");

        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        said.GetProperty("files")[0].GetProperty("format").GetString().Should().Be("posted");
        var view = await ViewAsync(portal);
        var criterion = view.Readiness.Criterion("e2e-tests");
        criterion.State.Should().Be(CriterionState.Failed, "the report in hand still says so");
        criterion.Proofs.Should().Contain(p => p.Title == "Measurements posted by Token ci" && !p.Proves
            && p.Why == "posted without a file: tests.failed = 0");
        view.Board.Facts.Evidence[^1].Slot.Should().Be("nightly");
    }

    [Fact]
    public async Task With_a_file_of_the_same_request_they_count_beside_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var pipeline = await portal.BearingAsync("ci");

        using var tried = await DeliverAsync(pipeline, $"{E2E}?dryRun=true");
        using var answer = await DeliverAsync(pipeline, E2E);

        foreach (var one in new[] { tried, answer })
        {
            var criterion = (await one.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("criteria")[0];
            var target = criterion.GetProperty("targets").EnumerateArray()
                .Single(t => t.GetProperty("reading").GetString() == "tests.failed");
            target.GetProperty("outcome").GetString().Should().Be("missed", "the report of the demo counts beside it");
        }

        var (file, posted) = ((await ViewAsync(portal)).Board.Facts.Evidence[^2],
            (await ViewAsync(portal)).Board.Facts.Evidence[^1]);
        (posted.PostedWith, posted.Reading!.Producer).Should().Be((file.Key, "https://ci.example.org/7"));
    }

    [Fact]
    public async Task Sent_again_under_its_name_they_are_there_once_and_are_of_the_day_they_came()
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");
        pipeline.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());

        using var first = await PostAsync(pipeline, """{"measurements": {"tests.failed": 1}}""");
        using var again = await PostAsync(pipeline, """{"measurements": {"tests.failed": 1}}""");

        (first.StatusCode, again.StatusCode).Should()
            .Be((HttpStatusCode.Created, HttpStatusCode.Created), "it is the same answer");
        var key = await KeyAsync(first);
        (await KeyAsync(again)).Should().Be(key);
        var kept = (await ViewAsync(one.Portal)).Board.Facts.Evidence;
        kept.Single(e => e.Key == key).CapturedOn.Should().NotBeNull();
        kept.Count(e => e.Sha256 == kept.Single(k => k.Key == key).Sha256).Should().Be(1);
    }

    [Theory]
    [InlineData("""{"tests.failed": ""}""", "tests.failed is empty")]
    [InlineData("""{"tests.failed": null}""", "tests.failed is no number")]
    [InlineData("""{"tests.failed": "${FAILED}"}""", "a variable that is not set")]
    [InlineData("""{"tests.failed": -1}""", "tests.failed cannot be \u22121")]
    [InlineData("""{"tests.pass_rate": "101 %"}""", "tests.pass_rate cannot be 101")]
    [InlineData("""{"http.p95": "287 USD"}""", "http.p95 is in USD; give it in ms")]
    [InlineData("""{"tests.faild": 0}""", "did you mean 'tests.failed'")]
    [InlineData("""{"tests.failed": 0, "tests.failed": 9}""", "they are no JSON")]
    [InlineData("[1]", "no object of metrics and values")]
    [InlineData("{}", "there is none")]
    [InlineData("""{"tests.failed": 1e400}""", "which is no number with a unit")]
    public async Task What_is_unset_or_means_nothing_is_refused_and_nothing_is_kept(string measurements, string why)
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");
        var before = (await ViewAsync(one.Portal)).Board.ChangeNumber;

        using var beside = await pipeline.DeliverAsync(E2E, JUnit(), ("measurements", measurements));
        using var alone = await PostAsync(pipeline, $$"""{"measurements": {{measurements}}}""");

        (beside.StatusCode, alone.StatusCode).Should()
            .Be((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity));
        (await beside.WhyAsync()).Should().Contain(why);
        (await ViewAsync(one.Portal)).Board.ChangeNumber.Should().Be(before);
    }

    [Theory]
    [InlineData("""{"slot": "us"}""", "The delivery has no file")]
    [InlineData("""{"mesurements": {"tests.failed": 0}}""", "There is no field 'mesurements'")]
    [InlineData("no json", "The delivery is no JSON")]
    [InlineData("""[]""", "The delivery is no JSON object")]
    public async Task A_document_that_says_nothing_is_refused(string json, string why)
    {
        using var pipeline = await one.Portal.BearingAsync($"ci-{Guid.NewGuid():N}");

        using var answer = await PostAsync(pipeline, json);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.WhyAsync()).Should().Contain(why);
    }

    private static async Task<string?> KeyAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("files")[0].GetProperty("evidence")
            .GetString();

    private static Task<HttpResponseMessage> DeliverAsync(HttpClient pipeline, string path) => pipeline.DeliverAsync(
        path, "Looked at by hand.", ("capturedAt", "2025-11-15T08:00:00Z"), ("measurements", None),
        ("source", "https://ci.example.org/7"));

    private static Task<HttpResponseMessage> PostAsync(HttpClient pipeline, string json) => pipeline.PostAsync(
        new Uri(E2E, UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"));

    private static async Task<LaunchView> ViewAsync(DemoPortal portal) =>
        (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System))!;
}
