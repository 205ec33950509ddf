using System.Collections.Immutable;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Life;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Launches;

/// <summary>The same form, or the same call of a program, acts once however often it arrives.</summary>
public sealed class ActingOnlyOnce
{
    private readonly Guid _form = Guid.CreateVersion7();

    [Fact]
    public Task Ten_posts_of_one_form_at_once_freeze_one_revision_and_are_all_told_so() => InALaunch(async portal =>
    {
        var shown = FreezeRequest.Of((await portal.ViewAsync()).Board);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            portal.Get<FreezeLaunch>().RunAsync(ALaunch.Key, shown, ALaunch.Manager.By(_form))));

        answers.Select(a => Done(a).Key).Should().AllBe("1");
        answers.Count(a => Done(a).IsRepeat).Should().Be(9);
        (await portal.ViewAsync()).Board.Revisions.Should().ContainSingle();
    });

    [Fact]
    public Task A_stale_page_freezes_nothing_that_others_have_signed_meanwhile() => InALaunch(async portal =>
    {
        var stale = FreezeRequest.Of((await portal.ViewAsync()).Board);
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("platform", ALaunch.PlatformLead));

        Refused<FrozenMeanwhile>(await portal.Get<FreezeLaunch>().RunAsync(ALaunch.Key, stale, ALaunch.Manager));
        Refused<NothingToFreeze>(await portal.FreezeAsync());

        var board = (await portal.ViewAsync()).Board;
        board.RecordOf(board.NewestRevision!.Number).Standing("platform").Should().NotBeNull();
    });

    [Fact]
    public Task A_signature_posted_again_after_it_was_withdrawn_signs_nothing() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var lead = ALaunch.PlatformLead.By(_form);
        Done(await portal.SignAsync("platform", lead));
        var given = (await portal.ViewAsync()).Board.SignOffs.Single();
        Done(await portal.Get<WithdrawSignOff>()
            .RunAsync(ALaunch.Key, new(given.Id, "Read again", "password"), ALaunch.PlatformLead));

        Done(await portal.SignAsync("platform", lead)).IsRepeat.Should().BeTrue();

        (await portal.ViewAsync()).Board.SignOffs.Should().ContainSingle().Which.Stands.Should().BeFalse();
    });

    [Fact]
    public Task What_was_refused_can_be_sent_again_by_the_same_form() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var cfo = ALaunch.Cfo.By(_form);

        Refused<NotYourTurn>(await portal.SignAsync("cfo", cfo));
        Done(await portal.SignAsync("platform", ALaunch.PlatformLead));
        Done(await portal.SignAsync("qa", ALaunch.QaLead));

        Done(await portal.SignAsync("cfo", cfo)).IsRepeat.Should().BeFalse();
    });

    [Fact]
    public Task A_new_fact_that_is_sent_twice_is_there_once() => InALaunch(async portal =>
    {
        var add = new FactChange.Add
        {
            Fact = FactPath.Of("milestones", "beta"),
            Values = Values(("title", "Beta"), ("when", "2025-11-20")),
        };

        var first = Done(await portal.EditAsync(ALaunch.Manager.By(_form), add));
        var second = Done(await portal.EditAsync(ALaunch.Manager.By(_form), add));

        second.Should().Be(first with { IsRepeat = true });
        (await portal.ViewAsync()).Board.Facts.Milestones.Should().ContainSingle(m => m.Key == "beta");
    });

    [Fact]
    public Task A_name_stands_for_what_was_first_done_under_it_and_for_whoever_did_it() => InALaunch(async portal =>
    {
        FactChange.Set Titled(string title) => FactChange.Setting(FactPath.Launch, "title", "Small launch", title);
        var first = Done(await portal.EditAsync(ALaunch.Manager.By(_form), Titled("Renamed")));

        Refused<IdempotencyKeyReused>(await portal.EditAsync(ALaunch.Manager.By(_form), Titled("Otherwise")));
        Refused<IdempotencyKeyReused>(await portal.EditAsync(ALaunch.Cfo.By(_form), Titled("Renamed")));
        Refused<IdempotencyKeyReused>(await portal.Get<MoveTargetDate>()
            .RunAsync(ALaunch.Key, new(new(2026, 1, 15), "Later"), ALaunch.Manager.By(_form)));

        Done(await portal.EditAsync(ALaunch.Manager.By(_form), Titled("Renamed")))
            .Should().Be(first with { IsRepeat = true });
        (await portal.ViewAsync()).Launch.Title.Should().Be("Renamed");
        (await portal.Get<AskOutcome>().RunAsync(ALaunch.Key, _form, ALaunch.Cfo)).Should().BeNull();
    });

    [Fact]
    public Task Who_holds_a_role_is_not_changed_by_a_page_that_showed_somebody_else() => InALaunch(async portal =>
    {
        var shown = RoleRules.Shown((await portal.ViewAsync()).Board.Holdings.First(h => h.Role == "qa"));
        var assign = portal.Get<AssignRole>();
        Done(await assign.RunAsync(ALaunch.Key, "qa", ALaunch.Stranger.UserId, "Sam Stranger", ALaunch.Manager, shown));

        Refused<RoleMoved>(await assign.RunAsync(ALaunch.Key, "qa", null, null, ALaunch.Manager, shown))
            .Text.Should().Contain("filled by Sam Stranger");
    });

    [Fact]
    public Task A_launch_that_is_made_twice_by_one_form_is_made_once() => InAPortal(async portal =>
    {
        var create = portal.Get<CreateLaunch>();
        var wanted = new NewLaunch("GA-2026-100", "New", new(2026, 6, 1));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => create.RunAsync(wanted, ALaunch.Manager.By(_form))));

        answers.Select(a => Done(a).Key).Should().AllBe("GA-2026-100");
        Refused<LaunchExists>(await create.RunAsync(wanted, ALaunch.Manager.By(Guid.CreateVersion7())));
        Refused<IdempotencyKeyReused>(
            await create.RunAsync(wanted with { Title = "Another" }, ALaunch.Manager.By(_form)));
    });

    private static ImmutableSortedDictionary<string, string> Values(
        params (string Field, string Text)[] values) =>
        ImmutableSortedDictionary<string, string>.Empty
            .WithComparers(StringComparer.Ordinal)
            .AddRange(values.Select(v => KeyValuePair.Create(v.Field, v.Text)));
}
