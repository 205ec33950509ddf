using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Waivers;
using ReadinessPortal.Application.Work;
using ReadinessPortal.Domain.Waivers;
using ReadinessPortal.Domain.Work;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Work;

public sealed class ListingWhatWaitsForSomebody
{
    [Fact]
    public Task What_one_has_done_is_gone_from_the_list_at_once() => InALaunch(async portal =>
    {
        (await KindsAsync(portal, ALaunch.Manager)).Should().Equal(WorkKind.Freeze);
        Done(await portal.FreezeAsync());

        (await KindsAsync(portal, ALaunch.Manager)).Should().BeEmpty();
        (await KindsAsync(portal, ALaunch.PlatformLead)).Should().Equal(WorkKind.Sign, WorkKind.Criterion);

        Done(await portal.SignAsync("platform", ALaunch.PlatformLead));

        (await KindsAsync(portal, ALaunch.PlatformLead)).Should().Equal(WorkKind.Criterion);
        (await portal.Get<ListWork>().RunAsync(ALaunch.PlatformLead)).Should().Match<MyWork>(w => w.IsFresh
            && w.Launches == 1);
    });

    [Fact]
    public Task A_waiver_wanders_from_whoever_asks_to_whoever_answers() => InALaunch(async portal =>
    {
        Done(await portal.AssessAsync(ALaunch.QaLead, "e2e", "result", "passed", "failed"));

        Done(await portal.Get<RequestWaiver>().RunAsync(ALaunch.Key,
            new WaiverRequest("e2e", "Two flaky tests", "Watched", new(2025, 12, 31)), ALaunch.QaLead));

        (await KindsAsync(portal, ALaunch.Cfo)).Should().Equal(WorkKind.Waiver);
        var waiver = (await portal.ViewAsync()).Board.Waivers.Single();
        Done(await portal.Get<AnswerWaiver>().RunAsync(ALaunch.Key, waiver.Id, true, null, ALaunch.Cfo));
        (await KindsAsync(portal, ALaunch.Cfo)).Should().BeEmpty();
        (await KindsAsync(portal, ALaunch.QaLead)).Should().BeEmpty();
    });

    [Fact]
    public Task Nobody_sees_the_work_of_a_launch_that_is_not_theirs() => InALaunch(async portal =>
    {
        (await portal.Get<ListWork>().RunAsync(ALaunch.Stranger)).Should()
            .Match<MyWork>(w => w.Items.Count == 0 && w.Launches == 0);
    });

    [Fact]
    public Task A_list_over_many_launches_takes_one_question_and_no_board() => InAPortal(async portal =>
    {
        await ManyAsync(portal, 8);
        var counter = new Counter();
        await using var elsewhere = portal.AnotherProcess(portal.Clock);
        var boards = elsewhere.GetRequiredService<LaunchBoards>();
        var list = new ListWork(new Counting(portal.PortalConnection, counter),
            elsewhere.GetRequiredService<FollowUpWorkers>(), portal.Clock);

        var work = await list.RunAsync(ALaunch.Manager);

        work.Should().Match<MyWork>(w => w.IsFresh && w.Launches == 8 && w.Items.Count == 8);
        counter.Statements.Should().Be(1);
        boards.Cached.Should().BeEmpty();
    });

    [Fact]
    public Task A_page_of_the_launches_takes_one_question_and_counts_them_all() => InAPortal(async portal =>
    {
        await ManyAsync(portal, ListLaunches.PageSize + 1);
        var all = await portal.Get<ListLaunches>().RunAsync(ALaunch.Manager);
        var counter = new Counter();
        var list = new ListLaunches(new Counting(portal.PortalConnection, counter),
            portal.Get<FollowUpWorkers>(), portal.Clock);

        var second = await list.PageAsync(ALaunch.Manager, 2);

        second.Rows.Should().Equal(second.Of.Shown(all));
        second.Of.Should().Be(new Paging(all.Count, ListLaunches.PageSize, 2));
        second.Waiting.Should().Be(all.Sum(l => l.Work.Length)).And.BePositive();
        counter.Statements.Should().Be(1);
        (await list.PageAsync(ALaunch.Manager, 9)).Should().Match<LaunchList>(l => l.Of.Page == 2 && l.Rows.Count == 1);
        (await list.PageAsync(ALaunch.Stranger, 2)).Should().Match<LaunchList>(l => l.Of.Count == 0 && l.Waiting == 0);
    });

    [Fact]
    public Task Lines_of_another_day_are_renewed_and_the_person_is_told() => InALaunch(async portal =>
    {
        await portal.FollowedUpAsync();
        await portal.AsOwnerAsync("alter table launches disable trigger user; update launches set as_of = null");
        await portal.AsOwnerAsync("delete from launch_summaries; delete from launch_work");
        await using var here = portal.AnotherProcess(portal.Clock);
        var boards = here.GetRequiredService<LaunchBoards>();
        await here.GetRequiredService<ListWork>().RunAsync(ALaunch.PlatformLead);
        await here.GetRequiredService<FollowUpWorkers>().WhenIdleAsync();
        await portal.AsOwnerAsync("delete from launch_work"); // as if the day had brought them
        using var listener = new BoardListener(portal.PortalConnection, boards,
            here.GetRequiredService<IDbContextFactory<PortalDb>>(), here.GetRequiredService<Outage>(),
            TimeProvider.System, NullLogger<BoardListener>.Instance);
        await ((IHostedService)listener).StartAsync(default);
        await Patience.UntilAsync(() => boards.IsLive);

        var told = new TaskCompletionSource();
        boards.WorkChanged += user =>
        {
            if (user == ALaunch.PlatformLead.UserId)
            {
                told.TrySetResult();
            }
        };
        var list = here.GetRequiredService<ListWork>();
        (await list.RunAsync(ALaunch.PlatformLead)).Should().Match<MyWork>(w => w.IsFresh && w.Items.Count == 0);
        portal.Clock.Advance(TimeSpan.FromDays(1));

        (await list.RunAsync(ALaunch.PlatformLead)).IsFresh.Should().BeFalse();

        await told.Task.WaitAsync(Patience.Limit);
        (await list.RunAsync(ALaunch.PlatformLead)).Should().Match<MyWork>(w => w.IsFresh && w.Items.Count == 1);
        await ((IHostedService)listener).StopAsync(default);
    });

    [Fact]
    public Task A_line_of_an_older_change_never_replaces_a_newer_one() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        await using var behind = portal.AnotherProcess(portal.Clock);
        var old = await behind.GetRequiredService<LaunchBoards>().ViewAsync(ALaunch.Key, ALaunch.Manager);
        Done(await portal.SignAsync("platform", ALaunch.PlatformLead));

        await portal.FollowedUpAsync();
        await using var db = await portal.Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var newest = await db.Set<LaunchSummary>().SingleAsync();
        var written = await db.WriteAsync(newest with { ChangeNumber = old!.Board.ChangeNumber });

        written.Should().BeFalse();
        (await KindsAsync(portal, ALaunch.PlatformLead)).Should().Equal(WorkKind.Criterion);
    });

    private static async Task ManyAsync(TestPortal portal, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var facts = ALaunch.Facts() with { Launch = ALaunch.Facts().Launch with { Key = $"GA-{i}" } };
            Done(await portal.Get<ImportLaunch>().RunAsync(new LaunchPackage(facts, []), false, ALaunch.Manager));
        }

        await portal.FollowedUpAsync();
    }

    private static async Task<IEnumerable<WorkKind>> KindsAsync(TestPortal portal, Viewer viewer)
    {
        await portal.FollowedUpAsync();
        return (await portal.Get<ListWork>().RunAsync(viewer)).Items.Select(i => i.Line.Kind);
    }

    private sealed class Counting(string connection, Counter counter) : IDbContextFactory<PortalDb>
    {
        public PortalDb CreateDbContext() => new(new DbContextOptionsBuilder<PortalDb>()
            .UseNpgsql(connection).UseSnakeCaseNamingConvention().AddInterceptors(counter).Options);
    }

    private sealed class Counter : DbCommandInterceptor
    {
        public int Statements { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            Statements++;
            return ValueTask.FromResult(result);
        }
    }
}
