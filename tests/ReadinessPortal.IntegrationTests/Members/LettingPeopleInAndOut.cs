using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Application.Work;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Members;

public sealed class LettingPeopleInAndOut
{
    [Fact]
    public Task Whoever_is_removed_sees_the_launch_no_more_and_may_come_back() => InALaunch(async portal =>
    {
        Done(await RemoveAsync(portal, ALaunch.Auditor, LaunchPart.Auditor));

        (await portal.Get<LaunchBoards>().ViewAsync(ALaunch.Key, ALaunch.Auditor)).Should().BeNull();
        (await portal.Get<ListLaunches>().RunAsync(ALaunch.Auditor)).Should().BeEmpty();
        (await LastAsync(portal)).Should().Be("Audrey Audit is auditor no more");

        Done(await portal.Get<AddMember>().RunAsync(
            ALaunch.Key, ALaunch.Auditor.UserId, ALaunch.Auditor.Name, LaunchPart.Viewer, ALaunch.Manager));
        (await portal.Get<LaunchBoards>().ViewAsync(ALaunch.Key, ALaunch.Auditor))!.Me.Parts
            .Should().Equal(LaunchPart.Viewer);
    });

    [Fact]
    public Task A_role_that_is_archived_shows_its_holder_the_launch_on_no_list_either() => InALaunch(async portal =>
    {
        var role = FactPath.Of("roles", "stand-by");
        Done(await portal.EditAsync(ALaunch.Manager, new FactChange.Add
        {
            Fact = role,
            Values = ImmutableSortedDictionary<string, string>.Empty.Add("title", "Stand-by").Add("kind", "technical"),
        }));
        Done(await portal.Get<AssignRole>().RunAsync(
            ALaunch.Key, "stand-by", ALaunch.Stranger.UserId, ALaunch.Stranger.Name, ALaunch.Manager));
        (await SeesAsync(portal, ALaunch.Stranger)).Should().Be((true, 1, 1));
        await using var elsewhere = portal.AnotherProcess();
        using var listener = new BoardListener(portal.PortalConnection, elsewhere.GetRequiredService<LaunchBoards>(),
            elsewhere.GetRequiredService<IDbContextFactory<PortalDb>>(), elsewhere.GetRequiredService<Outage>(),
            TimeProvider.System, NullLogger<BoardListener>.Instance);
        await listener.StartAsync(default);
        var boards = elsewhere.GetRequiredService<LaunchBoards>();
        await Patience.UntilAsync(() => boards.IsLive);
        var told = new ConcurrentQueue<Guid?>();
        boards.AccessChanged += told.Enqueue;

        Done(await portal.EditAsync(ALaunch.Manager, new FactChange.Archive { Fact = role }));

        (await SeesAsync(portal, ALaunch.Stranger)).Should().Be((false, 0, 0));
        await Patience.UntilAsync(() => told.Contains(ALaunch.Stranger.UserId));
        await listener.StopAsync(default);
    });

    private static async Task<(bool Opens, int Launches, int Counted)> SeesAsync(TestPortal portal, Viewer viewer) => (
        await portal.Get<LaunchBoards>().ViewAsync(ALaunch.Key, viewer) is not null,
        (await portal.Get<ListLaunches>().RunAsync(viewer)).Count,
        (await portal.Get<ListWork>().RunAsync(viewer)).Launches);

    [Fact]
    public Task The_removal_is_heard_by_every_instance_at_once() => InALaunch(async portal =>
    {
        await using var elsewhere = portal.AnotherProcess();
        foreach (var service in elsewhere.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
        }

        var boards = elsewhere.GetRequiredService<LaunchBoards>();
        await Patience.UntilAsync(() => boards.IsLive);
        var heard = new ConcurrentQueue<Guid?>();
        boards.AccessChanged += heard.Enqueue;

        Done(await RemoveAsync(portal, ALaunch.Auditor, LaunchPart.Auditor));
        Done(await portal.Get<AssignRole>()
            .RunAsync(ALaunch.Key, "qa", ALaunch.Auditor.UserId, ALaunch.Auditor.Name, ALaunch.Manager));

        await Patience.UntilAsync(() => heard.Count == 3);
        heard.Should().BeEquivalentTo(
            [ALaunch.Auditor.UserId, ALaunch.Auditor.UserId, ALaunch.QaLead.UserId], "a role is a part too");
        foreach (var service in elsewhere.GetServices<IHostedService>())
        {
            await service.StopAsync(default);
        }
    });

    [Fact]
    public Task A_part_is_changed_and_the_last_manager_stays() => InALaunch(async portal =>
    {
        Done(await ChangeAsync(portal, ALaunch.Auditor, LaunchPart.Auditor, LaunchPart.Manager));
        (await LastAsync(portal)).Should().Be("Audrey Audit is manager, was auditor");

        Done(await RemoveAsync(portal, ALaunch.Auditor, LaunchPart.Manager));
        Refused<LastManager>(await RemoveAsync(portal, ALaunch.Manager, LaunchPart.Manager));
        Refused<LastManager>(await ChangeAsync(portal, ALaunch.Manager, LaunchPart.Manager, LaunchPart.Viewer));
        Refused<NoSuchMember>(await RemoveAsync(portal, ALaunch.Auditor, LaunchPart.Manager));
    });

    [Fact]
    public Task Of_two_managers_who_remove_each_other_at_once_one_stays() => InALaunch(async portal =>
    {
        Done(await ChangeAsync(portal, ALaunch.Auditor, LaunchPart.Auditor, LaunchPart.Manager));

        var outcomes = await Task.WhenAll(
            RemoveAsync(portal, ALaunch.Auditor, LaunchPart.Manager),
            portal.Get<RemoveMember>().RunAsync(
                ALaunch.Key, ALaunch.Manager.UserId, LaunchPart.Manager, ALaunch.Auditor));

        outcomes.OfType<Outcome.Done>().Should().ContainSingle();
        (await portal.ViewAsync()).Board.Members.Count(m => m.Part == LaunchPart.Manager).Should().Be(1);
    });

    [Fact]
    public Task Nobody_else_lets_people_in_or_out() => InALaunch(async portal =>
    {
        Refused<NotYours>(await portal.Get<RemoveMember>().RunAsync(
            ALaunch.Key, ALaunch.Auditor.UserId, LaunchPart.Auditor, ALaunch.Ceo));
        Refused<MayOnlyRead>(await portal.Get<AddMember>().RunAsync(
            ALaunch.Key, ALaunch.Stranger.UserId, ALaunch.Stranger.Name, LaunchPart.Viewer, ALaunch.Auditor));
    });

    private static Task<Outcome> RemoveAsync(TestPortal portal, Viewer person, LaunchPart part) =>
        portal.Get<RemoveMember>().RunAsync(ALaunch.Key, person.UserId, part, ALaunch.Manager);

    private static Task<Outcome> ChangeAsync(TestPortal portal, Viewer person, LaunchPart from, LaunchPart to) =>
        portal.Get<ChangeMember>().RunAsync(ALaunch.Key, person.UserId, from, to, ALaunch.Manager);

    private static async Task<string> LastAsync(TestPortal portal) =>
        (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Manager))!.Lines[0].Summary;
}
