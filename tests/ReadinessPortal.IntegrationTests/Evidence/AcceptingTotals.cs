using System.Net;
using System.Text;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.DeliveryDoor;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>A report whose totals disagree counts when somebody else has looked at it, and said why.</summary>
public sealed class AcceptingTotals
{
    private const string Reason = "The runner counts retries twice.";

    [Fact]
    public async Task Who_delivered_it_is_refused_and_another_person_is_kept_with_their_reason()
    {
        await using var portal = await DemoPortal.StartAsync();
        var file = await AttachedAsync(portal, "qa-lead");
        (await StateAsync(portal)).Should().Be(CriterionState.Failed, "it hides no failure");

        (await AcceptAsync(portal, file, "qa-lead")).Should().BeOfType<Outcome.Refused>()
            .Which.Refusal.Should().BeOfType<NotWhoDelivered>();
        (await AcceptAsync(portal, file, "manager")).Should().BeOfType<Outcome.Done>();

        var view = await ViewAsync(portal);
        view.Readiness.Criterion("e2e-tests").State.Should().Be(
            CriterionState.Passed, string.Join("; ", view.Readiness.Criterion("e2e-tests").Why));
        var kept = view.Board.Facts.Evidence.Single(e => e.Key == file);
        (kept.AcceptedBecause, kept.AcceptedBy).Should().Be((Reason, "Launch manager (demo)"));
        kept.AcceptedAt.Should().NotBeNull();
        (await portal.ScalarAsync($"select count(*) from audit_entries a where a::text like '%{Reason}%'"))
            .Should().Be(1L);
    }

    [Fact]
    public async Task It_is_taken_back_with_its_author_and_a_package_neither_brings_nor_removes_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        var file = await AttachedAsync(portal, "qa-lead");
        await AcceptAsync(portal, file, "manager");

        await ExportAndImportAsync(portal);
        (await StateAsync(portal)).Should().Be(CriterionState.Passed);
        (await AcceptAsync(portal, file, "qa-lead", Reason, "")).Should().BeOfType<Outcome.Done>();

        (await StateAsync(portal)).Should().Be(CriterionState.Failed);
        var kept = (await ViewAsync(portal)).Board.Facts.Evidence.Single(e => e.Key == file);
        (kept.AcceptedBecause, kept.AcceptedBy, kept.AcceptedAt).Should().Be((null, null, null));
    }

    [Fact]
    public async Task Who_made_the_token_that_delivered_it_has_delivered_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var pipeline = await portal.BearingAsync("ci-main");
        using var sent = await pipeline.DeliverAsync(E2E, Disagreeing, ("capturedAt", "2025-11-15"));
        sent.StatusCode.Should().Be(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
        var file = (await ViewAsync(portal)).Board.Facts.Evidence[^1].Key;

        (await AcceptAsync(portal, file, "manager")).Should().BeOfType<Outcome.Refused>()
            .Which.Refusal.Should().BeOfType<NotWhoDelivered>();
        (await AcceptAsync(portal, file, "qa-lead")).Should().BeOfType<Outcome.Done>();
    }

    [Fact]
    public async Task Nothing_is_accepted_of_sound_totals_or_in_somebody_elses_name()
    {
        await using var portal = await DemoPortal.StartAsync();
        var file = await AttachedAsync(portal, "qa-lead");

        (await AcceptAsync(portal, "e2e-test-results", "manager")).Should().BeOfType<Outcome.Refused>()
            .Which.Refusal.Should().BeOfType<NothingToAccept>();
        (await AcceptAsync(portal, file, "auditor")).Should().BeOfType<Outcome.Refused>();
        (await EditAsync(portal, file, "acceptedBy", "Chief executive", "manager")).Should()
            .BeOfType<Outcome.Refused>();
    }

    [Fact]
    public async Task After_a_freeze_it_needs_a_second_person_more()
    {
        await using var portal = await DemoPortal.StartAsync();
        var file = await AttachedAsync(portal, "qa-lead");
        var view = await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("manager"));
        Done(await portal.Get<FreezeLaunch>().RunAsync(
            DemoPortal.Launch, FreezeRequest.Of(view!.Board), await portal.ViewerAsync("manager")));

        (await AcceptAsync(portal, file, "manager")).Should().BeOfType<Outcome.Refused>()
            .Which.Refusal.Should().BeOfType<NeedsSecondPerson>();
    }

    [Fact]
    public async Task Who_delivered_it_is_not_the_second_person_either()
    {
        await using var portal = await DemoPortal.StartAsync();
        var file = await AttachedAsync(portal, "manager");
        var view = await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("manager"));
        Done(await portal.Get<FreezeLaunch>().RunAsync(
            DemoPortal.Launch, FreezeRequest.Of(view!.Board), await portal.ViewerAsync("manager")));
        var asked = Done(await portal.Get<RequestGuardedChange>().RunAsync(
            DemoPortal.Launch,
            [FactChange.Setting(FactPath.Of("evidence", file), "acceptedBecause", null, Reason)],
            Reason, await portal.ViewerAsync("qa-lead")));

        var own = await portal.Get<AnswerGuardedChange>().RunAsync(
            DemoPortal.Launch, Guid.Parse(asked.Key!), true, null, await portal.ViewerAsync("manager"));
        var other = await portal.Get<AnswerGuardedChange>().RunAsync(
            DemoPortal.Launch, Guid.Parse(asked.Key!), true, null, await portal.ViewerAsync("cfo"));

        own.Should().BeOfType<Outcome.Refused>().Which.Refusal.Should().BeOfType<NotWhoDelivered>();
        other.Should().BeOfType<Outcome.Done>();
        (await StateAsync(portal)).Should().Be(CriterionState.Passed);
    }

    [Fact]
    public async Task A_report_in_doubt_hides_no_failure()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var pipeline = await portal.BearingAsync("ci-main");
        using var failing = await pipeline.DeliverAsync(E2E, JUnit(failed: 2), ("capturedAt", "2025-11-15T08:00:00Z"));
        using var doubt = await pipeline.DeliverAsync(E2E, Disagreeing, ("capturedAt", "2025-11-15T09:00:00Z"));

        (failing.StatusCode, doubt.StatusCode).Should().Be((HttpStatusCode.Created, HttpStatusCode.Created));
        (await StateAsync(portal)).Should().Be(CriterionState.Failed);
    }

    private static string Disagreeing =>
        """<testsuites><testsuite tests="9" failures="0"><testcase name="signs up" /></testsuite></testsuites>""";

    private static async Task<string> AttachedAsync(DemoPortal portal, string persona)
    {
        using var client = await portal.SignedInAsync(persona);
        using var sent = await client.AttachAsync(
            Encoding.UTF8.GetBytes(Disagreeing), "criterion:e2e-tests", ("capturedOn", "2025-11-15"));
        sent.StatusCode.Should().Be(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
        return sent.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private static Task<Outcome> AcceptAsync(
        DemoPortal portal, string file, string persona, string? from = null, string to = Reason) =>
        EditAsync(portal, file, "acceptedBecause", to, persona, from);

    private static async Task<Outcome> EditAsync(
        DemoPortal portal, string file, string field, string to, string persona, string? from = null) =>
        await portal.Get<EditFacts>().RunAsync(
            DemoPortal.Launch, [FactChange.Setting(FactPath.Of("evidence", file), field, from, to)],
            await portal.ViewerAsync(persona));

    private static async Task ExportAndImportAsync(DemoPortal portal)
    {
        var path = Path.ChangeExtension(Path.GetTempFileName(), ".zip");
        await using (var package = File.Create(path))
        {
            await portal.Get<ExportLaunch>().RunAsync(DemoPortal.Launch, package, Viewer.System);
        }

        Done(await portal.Get<ImportLaunch>().RunAsync(
            await LaunchPackage.ReadAsync(path), update: true, await portal.ViewerAsync("manager")));
        File.Delete(path);
    }

    private static async Task<CriterionState> StateAsync(DemoPortal portal) =>
        (await ViewAsync(portal)).Readiness.Criterion("e2e-tests").State;

    private static async Task<LaunchView> ViewAsync(DemoPortal portal) =>
        (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System))!;
}
