using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Evidence;

public sealed class TypingAValueBesideAFile(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Criterion = "criterion:database-replication";

    [Fact]
    public async Task File_and_value_are_one_change()
    {
        using var lead = await one.Portal.SignedInAsync("database-lead");
        var before = await ViewAsync();

        using var sent = await lead.AttachAsync(RandomNumberGenerator.GetBytes(99), Criterion,
            ("title", "Night run"), ("measurement", "clickhouse-p95=15.7 s"), ("measured", "16 s"));

        sent.StatusCode.Should().Be(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
        var said = await sent.SaidAsync();
        said.ChangeNumber.Should().Be(before.Board.ChangeNumber + 1);
        Measurement(await ViewAsync(), m => m.Key == "clickhouse-p95").Should().Match<Measurement>(m =>
            m.Value.ToString() == "16 s" && m.Evidence == said.Evidence && m.Source == "Night run"
            && m.Target.ToString() == "30 s");
    }

    [Fact]
    public async Task Something_else_that_was_measured_becomes_a_measurement_of_its_own()
    {
        using var lead = await one.Portal.SignedInAsync("database-lead");

        using var sent = await lead.AttachAsync(RandomNumberGenerator.GetBytes(99), Criterion,
            ("measurement", "="), ("metric", "Warm-up"), ("measured", "30 s"));

        sent.StatusCode.Should().Be(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
        Measurement(await ViewAsync(), m => m.Metric == "Warm-up").Value.ToString().Should().Be("30 s");
    }

    [Theory]
    [InlineData("postgres-p95=1 s", "3 s", "meanwhile", HttpStatusCode.Conflict)]
    [InlineData("postgres-p95=4.1 s", "fast", "not a number", HttpStatusCode.UnprocessableEntity)]
    [InlineData("no-such=", "3 s", "not there any more", HttpStatusCode.UnprocessableEntity)]
    public async Task A_value_that_cannot_be_kept_keeps_the_file_out_too(
        string measurement, string value, string why, HttpStatusCode status)
    {
        using var lead = await one.Portal.SignedInAsync("database-lead");
        var before = await ViewAsync();

        using var sent = await lead.AttachAsync(
            RandomNumberGenerator.GetBytes(99), Criterion, ("measurement", measurement), ("measured", value));

        sent.StatusCode.Should().Be(status);
        (await sent.WhyAsync()).Should().Contain(why);
        (await ViewAsync()).Board.Facts.Evidence.Length.Should().Be(before.Board.Facts.Evidence.Length);
    }

    [Fact]
    public async Task After_a_freeze_the_file_is_kept_and_a_better_value_waits_for_a_second_person()
    {
        Done(await one.Portal.Get<FreezeLaunch>().RunAsync(
            DemoPortal.Launch, FreezeRequest.Of((await ViewAsync()).Board), await one.Portal.ViewerAsync("manager")));
        using var lead = await one.Portal.SignedInAsync("database-lead");
        (string, string)[] value =
            [("measurement", "postgres-p95=4.1 s"), ("measured", "3 s"), ("measuredFor", "database-replication")];

        var (first, bytes) = (Guid.NewGuid(), RandomNumberGenerator.GetBytes(99));
        using var kept = await lead.AttachAsync(bytes, Criterion, [.. value, ("request", $"{first}")]);
        var said = await kept.Content.ReadFromJsonAsync<JsonElement>();
        var name = Guid.NewGuid();
        using var asked = await lead.AttachAsync(RandomNumberGenerator.GetBytes(99), Criterion,
            [.. value, ("valueReason", "The night run"), ("request", $"{name}")]);

        said.GetProperty("waits").GetProperty("isAsked").GetBoolean().Should().BeFalse();
        (await lead.GetStringAsync(new Uri($"/launches/{DemoPortal.Launch}/requests/{first}", UriKind.Relative)))
            .Should().Contain("\"isAsked\":false").And.Contain("4.1 s");
        using var again = await lead.AttachAsync(bytes, Criterion, [.. value, ("request", $"{first}")]);
        (await again.Content.ReadAsStringAsync()).Should().Be(said.GetRawText());
        said.GetProperty("waits").GetProperty("what")[0].GetString().Should().Contain("4.1 s");
        var evidence = said.GetProperty("evidence").GetString()!;
        (await ViewAsync()).Board.Facts.Evidence.Should().Contain(e => e.Key == evidence);
        Measurement(await ViewAsync(), m => m.Key == "postgres-p95").Value.ToString().Should().Be("4.1 s");
        (await asked.Content.ReadAsStringAsync()).Should().Contain("\"isAsked\":true");
        (await lead.GetStringAsync(new Uri($"/launches/{DemoPortal.Launch}/requests/{name}", UriKind.Relative)))
            .Should().Contain("\"isAsked\":true").And.Contain("4.1 s", "who lost the answer is told all of it");
        var page = await lead.AttachPageAsync(RandomNumberGenerator.GetBytes(99), Criterion, value);
        page.Should().Contain("The file is attached, the value is not saved").And.Contain("value=\"3 s\"");
        using var later = await lead.AskForValueAsync(evidence, [.. value, ("valueReason", "As the file says")]);
        using var without = await lead.AskForValueAsync(evidence, value);
        later.IsSuccessStatusCode.Should().BeTrue(await later.Content.ReadAsStringAsync());
        (await without.WhyAsync()).Should().Contain("justification");
        var requests = (await ViewAsync()).Board.GuardedChanges;
        requests.Select(g => g.Reason).Should().Equal("The night run", "As the file says");

        var unseen = await AnswerAsync(requests[1].Id);
        Refused<LookAtTheFile>(unseen).Text.Should().StartWith("Open ");
        Done(await AnswerAsync(requests[1].Id, evidence));
        Measurement(await ViewAsync(), m => m.Key == "postgres-p95").Should().Match<Measurement>(m =>
            m.Value.ToString() == "3 s" && m.Evidence == evidence);
    }

    [Theory]
    [InlineData("class=load&capturedOn=2025-11-14", "true", "valid until 14 Dec 2025")]
    [InlineData("class=scan&capturedOn=2025-10-01", "false", "out of date since")]
    [InlineData("class=load", "false", "not known when it was captured")]
    [InlineData("class=load&capturedOn=2025-11-14&release=v1", "false", "other build: it is about v1")]
    public async Task What_a_file_will_prove_is_said_while_it_is_attached(string query, string proves, string why)
    {
        using var lead = await one.Portal.SignedInAsync("database-lead");

        var said = await lead.GetStringAsync(
            new Uri($"/launches/{DemoPortal.Launch}/attach/worth?{query}", UriKind.Relative));

        said.Should().Contain($"\"proves\":{proves}").And.Contain(why);
    }

    private static async Task<Outcome> AnswerAsync(DemoPortal portal, Guid id, string[] lookedAt) =>
        await portal.Get<AnswerGuardedChange>().RunAsync(
            DemoPortal.Launch, id, approve: true, null, await portal.ViewerAsync("ceo"), [.. lookedAt]);

    private Task<Outcome> AnswerAsync(Guid id, params string[] lookedAt) => AnswerAsync(one.Portal, id, lookedAt);

    private static Measurement Measurement(LaunchView view, Func<Measurement, bool> which) =>
        view.Board.Facts.Criteria.Single(c => c.Key == "database-replication").Measurements.Single(which);

    private async Task<LaunchView> ViewAsync() =>
        (await one.Portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System))!;
}
