using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Life;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Launches;

public sealed class MovingALaunchOn
{
    private static readonly DateOnly _target = new(2025, 12, 1);
    private static readonly DateOnly _later = new(2026, 2, 1);

    [Fact]
    public Task A_moved_date_keeps_where_it_was_why_and_who() => InALaunch(async portal =>
    {
        Done(await MoveAsync(portal, new(_later, " The supplier is late ", _target)));

        var board = (await portal.ViewAsync()).Board;
        board.Launch.TargetDate.Should().Be(_later);
        board.TargetMoves.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { From = _target, To = _later, Reason = "The supplier is late", By = "Mona Manager" });
        (await LastAsync(portal)).Should().Be(
            ("TargetDateMoved", "Target date moved from 1 Dec 2025 to 1 Feb 2026: The supplier is late"));
    });

    [Fact]
    public Task Of_two_who_move_it_at_once_one_is_told_where_it_is() => InALaunch(async portal =>
    {
        var outcomes = await Task.WhenAll(
            MoveAsync(portal, new(_later, "one", _target)), MoveAsync(portal, new(_later.AddDays(1), "two", _target)));

        outcomes.OfType<Outcome.Done>().Should().ContainSingle();
        Refused<TargetDateMoved>(outcomes.OfType<Outcome.Refused>().Single());
        (await portal.ViewAsync()).Board.TargetMoves.Should().ContainSingle();
    });

    [Fact]
    public Task A_refused_move_is_kept_and_moves_nothing() => InALaunch(async portal =>
    {
        Refused<NotYours>(await portal.Get<MoveTargetDate>().RunAsync(ALaunch.Key, new(_later, "x"), ALaunch.QaLead));

        (await portal.ViewAsync()).Launch.TargetDate.Should().Be(_target);
        (await LastAsync(portal)).Action.Should().Be("Refused");
    });

    [Fact]
    public Task A_package_that_moves_the_date_says_so_in_the_same_record() => InALaunch(async portal =>
    {
        var facts = ALaunch.Facts();
        var package = new LaunchPackage(facts with { Launch = facts.Launch with { TargetDate = _later } }, []);

        Done(await portal.Get<ImportLaunch>().RunAsync(package, update: true, ALaunch.Manager));

        (await portal.ViewAsync()).Board.TargetMoves.Should().ContainSingle()
            .Which.Reason.Should().Be(TargetMove.FromPackage);
    });

    [Fact]
    public Task A_revision_keeps_the_moves_that_came_before_it() => InALaunch(async portal =>
    {
        Done(await MoveAsync(portal, new(_later, "late")));
        Done(await portal.FreezeAsync());
        Done(await MoveAsync(portal, new(_later.AddDays(7), "later still")));

        var read = (await portal.Get<ReadRevision>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!;

        read.Content.TargetMoves.Should().ContainSingle().Which.Reason.Should().Be("late");
        (await portal.ViewAsync()).ChangesSince.Should().Be(1);
    });

    [Fact]
    public Task The_record_of_moves_cannot_be_rewritten() => InALaunch(async portal =>
    {
        Done(await MoveAsync(portal, new(_later, "late")));

        await FluentActions.Awaiting(() => portal.AsPortalAsync("update target_moves set reason = 'early'"))
            .Should().ThrowAsync<Npgsql.PostgresException>().Where(p => p.SqlState == "42501");
        await FluentActions.Awaiting(() => portal.AsOwnerAsync("delete from stage_changes; delete from target_moves"))
            .Should().ThrowAsync<Npgsql.PostgresException>().Where(p => p.SqlState == "RP002");
    });

    [Fact]
    public Task A_launch_is_postponed_taken_up_cancelled_and_opened_again() => InALaunch(async portal =>
    {
        Done(await StepAsync(portal, new(LaunchStage.Postponed, "No capacity", _later, LaunchStage.Preparing)));
        Done(await StepAsync(portal, new(LaunchStage.Preparing)));
        Done(await StepAsync(portal, new(LaunchStage.Cancelled, "No market")));
        Refused<LaunchIsClosed>(await MoveAsync(portal, new(_later.AddDays(1), "x")));
        Done(await StepAsync(portal, new(LaunchStage.Archived)));
        Done(await StepAsync(portal, new(LaunchStage.Cancelled, "Archived too soon")));
        Done(await StepAsync(portal, new(LaunchStage.Preparing, "There is a market")));

        var board = (await portal.ViewAsync()).Board;
        board.Launch.TargetDate.Should().Be(_later);
        board.TargetMoves.Should().ContainSingle().Which.Reason.Should().Be("No capacity");
        board.StageChanges.Select(c => c.To).Should().Equal(LaunchStage.Postponed, LaunchStage.Preparing,
            LaunchStage.Cancelled, LaunchStage.Archived, LaunchStage.Cancelled, LaunchStage.Preparing);
        (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!.Verified.Should().BeTrue();
    });

    [Fact]
    public Task It_launches_after_a_yes_and_is_then_frozen_no_more() => InALaunch(async portal =>
    {
        Refused<NoYesStands>(await StepAsync(portal, new(LaunchStage.Launched)));
        Done(await portal.FreezeAsync());
        Done(await portal.DecideAsync(proceed: true, "The market window closes"));

        Done(await StepAsync(portal, new(LaunchStage.Launched, From: LaunchStage.Decided)));

        (await portal.ViewAsync()).Launch.Stage.Should().Be(LaunchStage.Launched);
        Refused<HasLaunched>(await portal.FreezeAsync());
        Refused<HasLaunched>(await MoveAsync(portal, new(_later, "x")));
    });

    [Fact]
    public Task Of_two_who_move_it_on_at_once_one_is_told_where_it_is() => InALaunch(async portal =>
    {
        var outcomes = await Task.WhenAll(
            StepAsync(portal, new(LaunchStage.Cancelled, "one", From: LaunchStage.Preparing)),
            StepAsync(portal, new(LaunchStage.Postponed, "two", _later, LaunchStage.Preparing)));

        outcomes.OfType<Outcome.Done>().Should().ContainSingle();
        outcomes.OfType<Outcome.Refused>().Single().Refusal.Should()
            .Match<Refusal>(r => r is StageMoved || r is LaunchIsClosed);
    });

    [Fact]
    public Task Another_release_takes_its_proof_from_a_criterion() => InALaunch(async portal =>
    {
        var now = (await portal.ViewAsync()).Launch.Release;
        var next = new Release { Name = "small:v2" };

        Done(await portal.Get<ChangeRelease>().RunAsync(ALaunch.Key, new(next, now, "A fix"), ALaunch.Manager));
        Refused<ReleaseMoved>(
            await portal.Get<ChangeRelease>()
                .RunAsync(ALaunch.Key, new(new() { Name = "x" }, now, "y"), ALaunch.Manager));

        (await portal.ViewAsync()).Launch.Release.Should().Be(next);
        (await LastAsync(portal, 1)).Should().Be(
            ("ReleaseChanged", "Release under test: small:v1 to small:v2: A fix"));
    });

    [Theory]
    [InlineData("targetDate", "2026-01-01", "Target date")]
    [InlineData("release.name", "small:v2", "Release under test")]
    public Task The_editor_of_facts_sends_whoever_changes_them_here(string field, string to, string where) =>
        InALaunch(async portal =>
        {
            var facts = (await portal.ViewAsync()).Board.Facts;
            var from = FactText.Read(facts, FactPath.Launch, field);

            var refusal = Refused<FieldsNotAcceptable>(await portal.Get<EditFacts>().RunAsync(
                ALaunch.Key, [FactChange.Setting(FactPath.Launch, field, from, to)], ALaunch.Manager));

            refusal.Problems.Should().ContainSingle().Which.Text.Should().Contain(where);
        });

    private static Task<Outcome> MoveAsync(TestPortal portal, MoveRequest request) =>
        portal.Get<MoveTargetDate>().RunAsync(ALaunch.Key, request, ALaunch.Manager);

    private static Task<Outcome> StepAsync(TestPortal portal, StageRequest request) =>
        portal.Get<ChangeStage>().RunAsync(ALaunch.Key, request, ALaunch.Manager);

    private static async Task<(string Action, string Summary)> LastAsync(TestPortal portal, int skip = 0)
    {
        var lines = (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!.Lines;
        return (lines[skip].Action, lines[skip].Summary);
    }
}
