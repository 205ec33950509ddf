using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.SignOffs;

/// <summary>Whether somebody may sign is decided in the transaction that records it; what is refused is on record with
/// its reason.</summary>
public sealed class RefusingASignature
{
    [Fact]
    public Task Without_proof_of_who_signs() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var head = await HeadAsync(portal);

        await RefusedAsync<NotReauthenticated>(portal, await SignAsync(portal, head, ALaunch.QaLead, proof: ""));
    });

    [Fact]
    public Task By_a_deputy_whose_naming_was_taken_back() => InALaunch(async portal =>
    {
        var deputy = ALaunch.Stranger;
        var names = portal.Get<NameDeputy>();
        Done(await portal.Get<AddMember>().RunAsync(
            ALaunch.Key, deputy.UserId, deputy.Name, LaunchPart.Contributor, ALaunch.Manager));
        Done(await names.RunAsync(
            ALaunch.Key, "qa", deputy.UserId, deputy.Name, new DateOnly(2026, 1, 1), ALaunch.Manager));
        Done(await portal.FreezeAsync());
        var head = await HeadAsync(portal);
        Done(await names.RunAsync(ALaunch.Key, "qa", null, null, null, ALaunch.Manager));

        await RefusedAsync<NotTheNamedPerson>(portal, await SignAsync(portal, head, deputy));
    });

    [Fact]
    public Task By_a_deputy_whose_time_is_over() => InALaunch(async portal =>
    {
        var deputy = ALaunch.Stranger;
        Done(await portal.Get<NameDeputy>().RunAsync(
            ALaunch.Key, "qa", deputy.UserId, deputy.Name, new DateOnly(2025, 11, 16), ALaunch.Manager));
        Done(await portal.FreezeAsync());
        var head = await HeadAsync(portal);
        portal.Clock.Advance(TimeSpan.FromDays(3));

        await RefusedAsync<DeputyIsOver>(portal, await SignAsync(portal, head, deputy));
    });

    [Fact]
    public Task Twice_from_two_tabs() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var head = await HeadAsync(portal);

        var both = await Task.WhenAll(
            SignAsync(portal, head, ALaunch.QaLead), SignAsync(portal, head, ALaunch.QaLead));

        both.OfType<Outcome.Done>().Should().ContainSingle();
        await RefusedAsync<RoleHasSigned>(portal, both.OfType<Outcome.Refused>().Should().ContainSingle().Subject);
    });

    [Fact]
    public Task On_a_revision_that_is_not_the_newest() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var head = await HeadAsync(portal);
        Done(await portal.AssessAsync(ALaunch.Manager, "load-testing", "result", "inProgress", "failed"));
        Done(await portal.FreezeAsync());

        await RefusedAsync<NotTheNewestRevision>(portal, await SignAsync(portal, head, ALaunch.QaLead));
    });

    [Fact]
    public Task In_a_launch_that_is_closed() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var head = await HeadAsync(portal);
        Done(await portal.Get<Application.Life.ChangeStage>().RunAsync(
            ALaunch.Key, new(LaunchStage.Cancelled, "Not needed any more"), ALaunch.Manager));

        var outcome = await SignAsync(portal, head, ALaunch.QaLead);

        outcome.Should().BeOfType<Outcome.Refused>();
        (await portal.AsPortalAsync("select count(*) from sign_offs")).Should().Be(0L);
    });

    private static Task<Outcome> SignAsync(
        TestPortal portal, RevisionHead head, Viewer viewer, string proof = "password") =>
        portal.Get<SignLaunch>().RunAsync(
            ALaunch.Key, new SignRequest(head.Number, head.Sha256, "qa", SignOffDecision.Approve, null, [], proof),
            viewer);

    private static async Task<RevisionHead> HeadAsync(TestPortal portal) =>
        (await portal.ViewAsync()).Board.NewestRevision!;

    private static async Task RefusedAsync<T>(TestPortal portal, Outcome outcome)
        where T : Refusal
    {
        var refusal = Refused<T>(outcome);
        var audit = await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor);
        var line = audit!.Lines[0];
        (line.IsRefused, line.Attempted, line.Summary).Should().Be((true, "Signed", refusal.Text));
    }
}
