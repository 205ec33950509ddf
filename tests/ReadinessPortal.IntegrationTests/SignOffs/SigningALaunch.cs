using ReadinessPortal.Application;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Reports;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.SignOffs;

public sealed class SigningALaunch
{
    [Fact]
    public Task From_freeze_to_an_overriding_yes() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync()).Key.Should().Be("1");
        Refused<NotYourTurn>(await portal.SignAsync("cfo", ALaunch.Cfo));
        Done(await portal.SignAsync("platform", ALaunch.PlatformLead));
        Done(await portal.SignAsync("qa", ALaunch.QaLead, SignOffDecision.Conditional,
            new ConditionDraft("Fix two tests", "QA", new(2025, 11, 30), "e2e")));
        Done(await portal.SignAsync("cfo", ALaunch.Cfo, SignOffDecision.Reject));
        Refused<OverrideNeedsReason>(await portal.DecideAsync(proceed: true));

        Done(await portal.DecideAsync(proceed: true, "The market will not wait"));

        var view = await portal.ViewAsync();
        view.Launch.Stage.Should().Be(LaunchStage.Decided);
        view.ChangesSince.Should().Be(0);
        var reading = await portal.Get<ReadRevision>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor);
        reading!.Record.Decision!.Overridden.Should().NotBeEmpty();
        reading.Record.Conditions.Should().ContainSingle();
        reading.Record.SignOffs.Should().HaveCount(4);
    });

    [Fact]
    public Task After_a_yes_whatever_got_worse_shows_until_the_decider_confirms_or_revokes() =>
        InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        Done(await portal.DecideAsync(proceed: true, "The market will not wait"));
        var reviewing = portal.Get<ReviewDecision>();
        Task<Outcome> ReviewAsync(bool confirm, Viewer by, params string[] shown) => reviewing.RunAsync(
            ALaunch.Key, new(1, confirm, "We have seen it", [.. shown], "password"), by);
        (await portal.ViewAsync()).SinceDecision.Should().BeNull();
        Refused<NothingToConfirm>(await ReviewAsync(confirm: true, ALaunch.Ceo));
        Done(await portal.AssessAsync(ALaunch.PlatformLead, "load-testing", "result", "inProgress", "failed"));

        var worse = (await portal.ViewAsync()).SinceDecision!;
        string[] shown = [.. worse.Worse.Select(r => r.Text)];
        Refused<NotYourDecision>(await ReviewAsync(confirm: true, ALaunch.Manager, shown));
        Refused<MoreThanShown>(await ReviewAsync(confirm: true, ALaunch.Ceo));
        Done(await ReviewAsync(confirm: true, ALaunch.Ceo, shown));
        (await portal.ViewAsync()).SinceDecision!.IsOpen.Should().BeFalse();
        Done(await portal.FreezeAsync());
        (await portal.ViewAsync()).SinceDecision!.Record.Revision.Should().Be(1);
        Done(await ReviewAsync(confirm: false, ALaunch.Ceo));

        var record = (await portal.ViewAsync()).Board.RecordOf(1);
        record.Decision!.Proceed.Should().BeTrue();
        record.Reviews.Select(r => r.Proceed).Should().Equal(true, false);
        (await portal.Get<ReadRevision>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!.Verdict.Reasons[0].Text
            .Should().Be("The YES was revoked: We have seen it");
    });

    [Fact]
    public Task Of_two_signers_for_one_role_the_second_reads_that_it_is_signed() => InALaunch(async portal =>
    {
        Done(await portal.Get<NameDeputy>()
            .RunAsync(ALaunch.Key, "platform", ALaunch.Stranger.UserId, ALaunch.Stranger.Name,
            new(2026, 1, 1), ALaunch.Manager));
        Done(await portal.FreezeAsync());
        await portal.ViewAsync();

        var outcomes = await Task.WhenAll(
            portal.SignAsync("platform", ALaunch.PlatformLead), portal.SignAsync("platform", ALaunch.Stranger));

        outcomes.OfType<Outcome.Done>().Should().ContainSingle();
        outcomes.OfType<Outcome.Refused>().Should().ContainSingle().Which.Refusal.Should().BeOfType<RoleHasSigned>();
    });

    [Fact]
    public Task The_database_itself_knows_one_standing_sign_off_per_role_and_one_role_per_person() =>
        InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("platform", ALaunch.PlatformLead));
        const string Again = """
            insert into sign_offs (id, launch_id, revision, revision_sha256, role, user_id, name, decision, meaning, at,
                authentication)
            select gen_random_uuid(), launch_id, revision, revision_sha256, {0}, {1}, name, decision, meaning, at,
                authentication
            from sign_offs
            """;

        var sameRole = portal.Awaiting(p =>
            p.AsPortalAsync(Again.Replace("{0}", "role").Replace("{1}", "gen_random_uuid()")));
        var samePerson = portal.Awaiting(p => p.AsPortalAsync(Again.Replace("{0}", "'qa'").Replace("{1}", "user_id")));

        (await sameRole.Should().ThrowAsync<Npgsql.PostgresException>()).Which.ConstraintName.Should()
            .Be("pk_standing_sign_offs");
        (await samePerson.Should().ThrowAsync<Npgsql.PostgresException>()).Which.ConstraintName
            .Should().Be("ix_standing_sign_offs_one_role_per_person");
    });

    [Fact]
    public Task Withdrawing_frees_the_role_and_drops_its_conditions() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("qa", ALaunch.QaLead, SignOffDecision.Conditional,
            new ConditionDraft("Fix two tests", "QA", new(2025, 11, 30))));

        var given = (await portal.ViewAsync()).Board.SignOffs.Single().Id;

        Task<Outcome> WithdrawAsync(string authentication) => portal.Get<WithdrawSignOff>()
            .RunAsync(ALaunch.Key, new(given, "Read it again", authentication), ALaunch.QaLead);
        Refused<NotReauthenticated>(await WithdrawAsync(""));
        Done(await WithdrawAsync("password"));
        Done(await portal.SignAsync("qa", ALaunch.QaLead));

        var record = (await portal.ViewAsync()).Board.RecordOf(1);
        record.SignOffs.Select(s => s.Stands).Should().Equal(false, true);
        record.SignOffs[0].WithdrawnReason.Should().Be("Read it again");
        record.Conditions.Should().ContainSingle().Which.DroppedAt.Should().NotBeNull();
    });

    [Fact]
    public Task A_freeze_is_refused_when_facts_moved_and_not_when_somebody_was_refused() => InALaunch(async portal =>
    {
        var seen = FreezeRequest.Of((await portal.ViewAsync()).Board);
        Refused<NotYours>(await portal.Get<FreezeLaunch>().RunAsync(ALaunch.Key, seen, ALaunch.QaLead));
        Done(await portal.Get<FreezeLaunch>().RunAsync(ALaunch.Key, seen, ALaunch.Manager));
        Done(await portal.Get<AssignRole>().RunAsync(ALaunch.Key, "qa", null, null, ALaunch.Manager));

        Refused<FactsMoved>(
            await portal.Get<FreezeLaunch>().RunAsync(ALaunch.Key, seen with { Newest = 1 }, ALaunch.Manager));

        Done(await portal.FreezeAsync()).Key.Should().Be("2");
    });

    [Fact]
    public Task What_is_stored_is_what_was_hashed_and_reads_back_to_the_same_text() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());

        var reading = (await portal.Get<ReadRevision>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!;

        CanonicalJson.Sha256(reading.CanonicalJson).Should().Be(reading.Head.Sha256);
        RevisionJson.Write(reading.Content).Text.Should().Be(reading.CanonicalJson);
        (await portal.AsPortalAsync("select sections ->> 'registers/budget' from revision_contents"))
            .Should().Be(RevisionJson.Write(reading.Content).Sections["registers/budget"]);
    });

    [Fact]
    public Task The_final_report_is_kept_as_it_was_first_rendered_and_only_after_the_decision() =>
        InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var store = portal.Get<StoreFinalReport>();
        Refused<RevisionNotDecided>(await store.RunAsync(ALaunch.Key, 1, [1], 1, 1, ALaunch.Manager));
        Done(await portal.SignAsync("platform", ALaunch.PlatformLead));
        Done(await portal.SignAsync("qa", ALaunch.QaLead));
        Done(await portal.SignAsync("cfo", ALaunch.Cfo));
        Done(await portal.DecideAsync(proceed: false));

        Done(await store.RunAsync(ALaunch.Key, 1, [1, 2], 1, 9, ALaunch.Ceo));
        Done(await store.RunAsync(ALaunch.Key, 1, [3, 4], 2, 9, ALaunch.Ceo));

        (await portal.Get<ReadReport>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!.Pdf.Should().Equal(1, 2);
    });
}
