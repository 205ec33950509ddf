using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Facts;

/// <summary>After the first freeze, what reads better without new proof waits for somebody else.</summary>
public sealed class AskingASecondPerson
{
    private static readonly FactPath _p95 = FactPath.Of("criteria", "load-testing").Part("measurements", "p95");
    private static readonly FactChange _looser = FactChange.Setting(_p95, "target", "500 ms", "900 ms");

    [Fact]
    public Task Approved_by_another_it_is_made_and_shown_for_ever() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());

        var id = await AskAsync(portal, ALaunch.PlatformLead);
        TargetOf(await portal.ViewAsync()).Should().Be(Quantity.Parse("500 ms"));
        Done(await AnswerAsync(portal, id, approve: true, ALaunch.Cfo));

        TargetOf(await portal.ViewAsync()).Should().Be(Quantity.Parse("900 ms"));
        Done(await portal.FreezeAsync());
        var revision = await portal.Get<ReadRevision>().RunAsync(ALaunch.Key, 2, ALaunch.Auditor);
        revision!.Content.GuardedChanges.Should().ContainSingle().Which.Should().Match<GuardedChange>(g =>
            g.RequestedBy == "Pat Platform" && g.AnsweredBy == "Fay Finance" && g.Reason == "As measured by everybody"
            && g.Loosens[0] == "Load Testing, Latency, p95: target below 500 ms \u2192 below 900 ms"
            && g.Touches.Contains(new(SubjectKind.Criterion, "load-testing")) && g.Changes[0].Equals(_looser));
        (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!.Verified.Should().BeTrue();
    });

    [Fact]
    public Task Evidence_is_valid_for_longer_only_with_a_second_person() => InALaunch(async portal =>
    {
        Done(await EditAsync("tests", null, "21"));
        Done(await portal.FreezeAsync());

        Done(await EditAsync("tests", "21", "14"));
        var needs = Refused<NeedsSecondPerson>(await EditAsync("tests", "14", "15"));
        needs.What.Should().Contain("Tests: valid for 14 \u2192 15 days");
        Refused<FieldsNotAcceptable>(await EditAsync("scan", null, "0"))
            .Text.Should().Be("validity of scan: give 1 to 3650 days.");

        (await portal.ViewAsync()).Launch.Validity.Should().Be(new EvidenceValidity { Tests = 14 });
        (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!.Lines.Select(l => l.Summary)
            .Should().Contain(s => s.EndsWith("validity of tests 21 to 14", StringComparison.Ordinal));

        Task<Outcome> EditAsync(string kind, string? from, string to) => portal.Get<EditFacts>().RunAsync(ALaunch.Key,
            [FactChange.Setting(FactPath.Launch, $"validity.{kind}", from, to)], ALaunch.Manager);
    });

    [Fact]
    public Task Never_by_who_asked_for_it_nor_by_who_may_not() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var id = await AskAsync(portal, ALaunch.Manager);

        Refused<OwnGuardedChange>(await AnswerAsync(portal, id, approve: true, ALaunch.Manager));
        Refused<NotYours>(await AnswerAsync(portal, id, approve: true, ALaunch.QaLead));
        Refused<MayOnlyRead>(await AnswerAsync(portal, id, approve: true, ALaunch.Auditor));
        Refused<GuardedNotComplete>(await AnswerAsync(portal, id, approve: false, ALaunch.Cfo));

        TargetOf(await portal.ViewAsync()).Should().Be(Quantity.Parse("500 ms"));
    });

    [Fact]
    public Task Asked_for_twice_it_waits_once() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());

        var first = await AskAsync(portal, ALaunch.PlatformLead);
        (await AskAsync(portal, ALaunch.PlatformLead)).Should().Be(first);
        (await AskAsync(portal, ALaunch.Manager)).Should().NotBe(first, "somebody else asks for it");

        (await portal.ViewAsync()).Board.GuardedChanges.Should().HaveCount(2);
    });

    [Fact]
    public Task Of_two_answers_at_once_one_counts() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var id = await AskAsync(portal, ALaunch.PlatformLead);

        var outcomes = await Task.WhenAll(
            AnswerAsync(portal, id, approve: true, ALaunch.Cfo),
            AnswerAsync(portal, id, approve: false, ALaunch.Ceo, "No"));

        outcomes.OfType<Outcome.Done>().Should().ContainSingle();
        Refused<GuardedIsAnswered>(outcomes.OfType<Outcome.Refused>().Single());
    });

    [Fact]
    public Task What_moved_meanwhile_is_not_approved_blindly() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var first = await AskAsync(portal, ALaunch.PlatformLead);
        var second = await AskAsync(portal, ALaunch.Manager);
        Done(await AnswerAsync(portal, first, approve: true, ALaunch.Cfo));
        Done(await portal.Get<EditFacts>().RunAsync(ALaunch.Key,
            [FactChange.Setting(_p95, "metric", "Latency", "Latency of checkout")], ALaunch.PlatformLead));

        // The target is what it was to become, so nothing is left to do; with another value it would be out of date.
        Done(await AnswerAsync(portal, second, approve: true, ALaunch.Cfo));
        var third = await AskAsync(portal, ALaunch.Manager, FactChange.Setting(_p95, "target", "900 ms", "950 ms"));
        var fourth = await AskAsync(portal, ALaunch.Manager, FactChange.Setting(_p95, "target", "900 ms", "990 ms"));
        Done(await AnswerAsync(portal, third, approve: true, ALaunch.Cfo));

        Refused<GuardedOutOfDate>(await AnswerAsync(portal, fourth, approve: true, ALaunch.Cfo));
    });

    [Fact]
    public Task Who_asked_takes_it_back_and_nobody_else() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var id = await AskAsync(portal, ALaunch.PlatformLead);

        Refused<NotYours>(await portal.Get<WithdrawGuardedChange>().RunAsync(ALaunch.Key, id, ALaunch.QaLead));
        Done(await portal.Get<WithdrawGuardedChange>().RunAsync(ALaunch.Key, id, ALaunch.PlatformLead));

        Refused<GuardedIsAnswered>(await AnswerAsync(portal, id, approve: true, ALaunch.Cfo));
    });

    [Fact]
    public Task A_gate_stays_critical_and_on_its_criteria_until_then() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var gate = FactPath.Of("gates", "load");

        var refusal = Refused<NeedsSecondPerson>(await portal.Get<EditFacts>().RunAsync(ALaunch.Key,
            [FactChange.Setting(gate, "kind", "critical", "niceToHave")], ALaunch.Manager));
        refusal.What.Should().Contain("Gate Load tested is no longer critical");
        Refused<NeedsSecondPerson>(await portal.Get<EditFacts>().RunAsync(ALaunch.Key,
            [FactChange.Setting(gate, "criteria", "load-testing", "e2e")], ALaunch.Manager));
        Done(await portal.Get<EditFacts>().RunAsync(ALaunch.Key,
            [FactChange.Setting(gate, "criteria", "load-testing", "load-testing\ne2e")], ALaunch.Manager));

        (await portal.ViewAsync()).Board.Facts.Gates[0].Should().Match<Gate>(g =>
            g.Kind == GateKind.Critical && g.Criteria.Length == 2);
    });

    [Fact]
    public Task Nothing_looser_needs_nobody_else() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());

        Refused<NothingToGuard>(await portal.Get<RequestGuardedChange>().RunAsync(ALaunch.Key,
            [FactChange.Setting(_p95, "metric", "Latency", "Slowness")], "why not", ALaunch.PlatformLead));
        Refused<GuardedNotComplete>(await portal.Get<RequestGuardedChange>().RunAsync(ALaunch.Key,
            [_looser], " ", ALaunch.PlatformLead));
    });

    private static async Task<Guid> AskAsync(TestPortal portal, Viewer viewer, FactChange? change = null) =>
        Guid.Parse(Done(await portal.Get<RequestGuardedChange>().RunAsync(
            ALaunch.Key, [change ?? _looser], "As measured by everybody", viewer)).Key!);

    private static Task<Outcome> AnswerAsync(
        TestPortal portal, Guid id, bool approve, Viewer viewer, string? reason = null) =>
        portal.Get<AnswerGuardedChange>().RunAsync(ALaunch.Key, id, approve, reason, viewer);

    private static Quantity? TargetOf(LaunchView view) => view.Board.Facts.Criteria[0].Measurements[0].Target;
}
