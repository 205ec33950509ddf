using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Launches;

public sealed class ImportingALaunch
{
    [Fact]
    public Task Every_fact_comes_back_as_it_went_in() => InAPortal(async portal =>
    {
        (await ALaunch.ImportedInto(portal)).Should().BeOfType<Outcome.Done>();

        var view = await portal.Get<LaunchBoards>().ViewAsync(ALaunch.Key, ALaunch.Manager);

        CanonicalJson.Of(view!.Board.Facts).Should().Be(CanonicalJson.Of(ALaunch.Facts()));
        view.Board.ChangeNumber.Should().Be(1);
    });

    [Fact]
    public Task A_key_that_exists_is_refused_unless_an_update_is_asked_for() => InAPortal(async portal =>
    {
        await ALaunch.ImportedInto(portal);

        (await ALaunch.ImportedInto(portal)).Should().BeOfType<Outcome.Refused>()
            .Which.Refusal.Should().BeOfType<LaunchExists>();
    });

    [Fact]
    public Task An_update_changes_what_differs_adds_what_is_new_and_archives_what_is_gone() => InAPortal(async portal =>
    {
        await ALaunch.ImportedInto(portal);
        var before = await portal.Get<LaunchBoards>().ViewAsync(ALaunch.Key, ALaunch.Manager);
        var facts = ALaunch.Facts();
        facts = facts with
        {
            Launch = facts.Launch with { Title = "Renamed" },
            Criteria = [facts.Criteria[0] with { Title = "Load", Statements = [] }, facts.Criteria[1]],
            Items = [new() { Key = "i2", Title = "Another" }],
        };

        await portal.Get<ImportLaunch>().RunAsync(new LaunchPackage(facts, []), update: true, ALaunch.Manager);

        var after = await portal.Get<LaunchBoards>().ViewAsync(ALaunch.Key, ALaunch.Manager);
        CanonicalJson.Of(after!.Board.Facts).Should().Be(CanonicalJson.Of(facts));
        after.Board.Facts.Criteria[0].Id.Should().Be(before!.Board.Facts.Criteria[0].Id);
        after.Board.Facts.Criteria[1].Should().BeSameAs(before.Board.Facts.Criteria[1]);
        after.Board.Facts.Registers.Should().BeEquivalentTo(before.Board.Facts.Registers);
        (await portal.AsOwnerAsync("select count(*) from items where archived_at is not null")).Should().Be(1L);
    });

    [Fact]
    public Task An_update_that_changes_nothing_leaves_no_trace() => InAPortal(async portal =>
    {
        await ALaunch.ImportedInto(portal);

        var outcome = await portal.Get<ImportLaunch>()
            .RunAsync(new LaunchPackage(ALaunch.Facts(), []), update: true, ALaunch.Manager);

        outcome.Should().Be(new Outcome.Done(1, ALaunch.Key, WasThere: true, IsRepeat: true));
    });

    [Fact]
    public Task Only_an_administrator_creates_a_launch_and_only_its_people_see_it() => InAPortal(async portal =>
    {
        (await portal.Get<ImportLaunch>().RunAsync(new LaunchPackage(ALaunch.Facts(), []), false, ALaunch.Stranger))
            .Should().Be(new Outcome.Refused(new NotAnAdministrator()));
        await ALaunch.ImportedInto(portal);

        (await portal.Get<LaunchBoards>().ViewAsync(ALaunch.Key, ALaunch.Stranger)).Should().BeNull();
        (await portal.Get<LaunchBoards>().ViewAsync(ALaunch.Key, ALaunch.Manager))!.Me.Is(LaunchPart.Manager).Should()
            .BeTrue();
    });
}
