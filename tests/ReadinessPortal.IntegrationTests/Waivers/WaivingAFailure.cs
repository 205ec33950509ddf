using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Waivers;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Waivers;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Waivers;

public sealed class WaivingAFailure
{
    private static readonly WaiverRequest _request =
        new("load-testing", "Fails at night only", "Watched by hand", new(2025, 12, 31));

    [Fact]
    public Task One_asks_another_approves_and_both_stand_in_the_audit() => InALaunch(async portal =>
    {
        await FailedAsync(portal);
        var waiver = Guid.Parse(Done(await RequestAsync(portal, ALaunch.PlatformLead)).Key!);
        (await StateAsync(portal)).Should().Be(CriterionState.Failed);

        Done(await AnswerAsync(portal, waiver, approve: true, ALaunch.Cfo));

        (await StateAsync(portal)).Should().Be(CriterionState.Waived);
        var audit = (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!;
        audit.Verified.Should().BeTrue();
        audit.Lines.Take(2).Select(l => (l.Action, l.Actor, l.Summary)).Should().Equal(
            ("WaiverAnswered", "Fay Finance", "Load Testing: waiver of Pat Platform approved, agreed"),
            ("WaiverRequested", "Pat Platform",
                "Load Testing: waiver asked for until 31 Dec 2025, Fails at night only"));
    });

    [Fact]
    public Task It_runs_out_by_itself() => InALaunch(async portal =>
    {
        await FailedAsync(portal);
        var waiver = Guid.Parse(Done(await RequestAsync(portal, ALaunch.PlatformLead)).Key!);
        Done(await AnswerAsync(portal, waiver, approve: true, ALaunch.Cfo));
        await portal.AsServerAsync("set session_replication_role = replica; update launches set as_of = '2026-01-01'");

        await using var afterwards = portal.AnotherProcess(portal.Clock);
        var view = await afterwards.GetRequiredService<LaunchBoards>()
            .ViewAsync(ALaunch.Key, ALaunch.Manager);

        view!.Readiness.Criterion("load-testing").State.Should().Be(CriterionState.Failed);
        view.Readiness.Criterion("load-testing").Why.Should().Contain("Its waiver ran out on 31 Dec 2025");
    });

    [Fact]
    public Task Taken_back_by_one_person_the_failure_is_failed_again() => InALaunch(async portal =>
    {
        await FailedAsync(portal);
        var waiver = Guid.Parse(Done(await RequestAsync(portal, ALaunch.PlatformLead)).Key!);
        Done(await AnswerAsync(portal, waiver, approve: true, ALaunch.Cfo));

        Refused<NotYours>(await WithdrawAsync(portal, waiver, ALaunch.QaLead));
        Done(await WithdrawAsync(portal, waiver, ALaunch.Cfo));
        Refused<WaiverIsWithdrawn>(await WithdrawAsync(portal, waiver, ALaunch.PlatformLead));

        (await StateAsync(portal)).Should().Be(CriterionState.Failed);
        (await portal.ViewAsync()).Board.Waivers.Single().Should().BeEquivalentTo(
            new { Answer = WaiverAnswer.Approved, WithdrawnBy = "Fay Finance", WithdrawnReason = "Fails by day too" });
        var audit = (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!;
        audit.Verified.Should().BeTrue();
        audit.Lines[1].Summary.Should().Be("Load Testing: waiver of Pat Platform withdrawn, Fails by day too");
    });

    [Fact]
    public Task Who_asked_cannot_approve_and_the_refusal_is_kept() => InALaunch(async portal =>
    {
        await FailedAsync(portal);
        var waiver = Guid.Parse(Done(await RequestAsync(portal, ALaunch.Manager)).Key!);

        Refused<OwnWaiver>(await AnswerAsync(portal, waiver, approve: true, ALaunch.Manager));
        Refused<NotYours>(await AnswerAsync(portal, waiver, approve: true, ALaunch.QaLead));
        Refused<MayOnlyRead>(await AnswerAsync(portal, waiver, approve: true, ALaunch.Auditor));
        Refused<UnknownSubject>(await AnswerAsync(portal, Guid.NewGuid(), approve: true, ALaunch.Ceo));

        (await StateAsync(portal)).Should().Be(CriterionState.Failed);
        var audit = (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!;
        audit.Lines.Take(4).Should().OnlyContain(l => l.Action == "Refused");
    });

    [Fact]
    public Task Of_two_who_answer_at_once_one_is_told_who_was_faster() => InALaunch(async portal =>
    {
        await FailedAsync(portal);
        var waiver = Guid.Parse(Done(await RequestAsync(portal, ALaunch.PlatformLead)).Key!);

        var outcomes = await Task.WhenAll(
            AnswerAsync(portal, waiver, approve: true, ALaunch.Cfo),
            AnswerAsync(portal, waiver, approve: false, ALaunch.Ceo));

        outcomes.OfType<Outcome.Done>().Should().ContainSingle();
        Refused<WaiverIsAnswered>(outcomes.OfType<Outcome.Refused>().Single());
    });

    [Fact]
    public Task It_falls_when_something_else_fails_and_nobody_approves_more_than_was_asked_for() =>
        InALaunch(async portal =>
        {
            await FailedAsync(portal);
            var waiver = Guid.Parse(Done(await RequestAsync(portal, ALaunch.PlatformLead)).Key!);
            Done(await portal.EditAsync(ALaunch.PlatformLead, FactChange.Setting(
                FactPath.Of("criteria", "load-testing").Part("measurements", "p95"), "value", "287 ms", "600 ms")));
            Refused<WaiverNotComplete>(await AnswerAsync(portal, waiver, approve: true, ALaunch.Cfo));
            Done(await portal.EditAsync(ALaunch.PlatformLead, FactChange.Setting(
                FactPath.Of("criteria", "load-testing").Part("measurements", "p95"), "value", "600 ms", "287 ms")));
            Done(await AnswerAsync(portal, waiver, approve: true, ALaunch.Cfo));
            (await StateAsync(portal)).Should().Be(CriterionState.Waived);

            Done(await portal.EditAsync(ALaunch.PlatformLead, FactChange.Setting(
                FactPath.Of("criteria", "load-testing").Part("measurements", "p95"), "value", "287 ms", "600 ms")));

            (await StateAsync(portal)).Should().Be(CriterionState.Failed);
            (await portal.ViewAsync()).Readiness.Criterion("load-testing").Why.Should().Contain(
                "Its waiver was not asked for this: Latency, p95: 600 ms, target below 500 ms; ask for another one");
        });

    [Fact]
    public Task Who_leads_the_criterion_asks_and_does_not_approve_whoever_asked() => InALaunch(async portal =>
    {
        await FailedAsync(portal);
        Done(await portal.Get<AddMember>().RunAsync(ALaunch.Key, ALaunch.PlatformLead.UserId,
            ALaunch.PlatformLead.Name, LaunchPart.Manager, ALaunch.Manager));
        var waiver = Guid.Parse(Done(await RequestAsync(portal, ALaunch.Manager)).Key!);

        Refused<OwnCriterion>(await AnswerAsync(portal, waiver, approve: true, ALaunch.PlatformLead));
        Done(await AnswerAsync(portal, waiver, approve: true, ALaunch.Cfo));
    });

    private static async Task FailedAsync(TestPortal portal)
    {
        Done(await portal.AssessAsync(ALaunch.PlatformLead, "load-testing", "result", "inProgress", "failed"));
    }

    private static Task<Outcome> RequestAsync(TestPortal portal, Viewer viewer) =>
        portal.Get<RequestWaiver>().RunAsync(ALaunch.Key, _request, viewer);

    private static Task<Outcome> AnswerAsync(
        TestPortal portal, Guid waiver, bool approve, Viewer viewer) =>
        portal.Get<AnswerWaiver>().RunAsync(ALaunch.Key, waiver, approve, "agreed", viewer);

    private static Task<Outcome> WithdrawAsync(TestPortal portal, Guid waiver, Viewer viewer) =>
        portal.Get<WithdrawWaiver>().RunAsync(ALaunch.Key, waiver, "Fails by day too", viewer);

    private static async Task<CriterionState> StateAsync(TestPortal portal) =>
        (await portal.ViewAsync()).Readiness.Criterion("load-testing").State;
}
