using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Launches;

public sealed class FollowingALaunch
{
    [Fact]
    public Task A_watcher_hears_of_a_change_made_in_another_process() => InALaunch(async portal =>
    {
        await using var here = portal.AnotherProcess();
        await using var listening = await ListeningAsync(here);
        var heard = new TaskCompletionSource<long>();
        var view = await portal.ViewAsync();
        await here.GetRequiredService<LaunchBoards>().ViewAsync(ALaunch.Key, ALaunch.Manager);
        using var watch = here.GetRequiredService<LaunchBoards>().Watch(view.Launch.Id, Hear(heard));

        var number = await ChangeAsync(portal);

        (await heard.Task.WaitAsync(Patience.Limit)).Should().Be(number);
    });

    [Fact]
    public Task A_lost_notification_is_made_up_for() => InALaunch(async portal =>
    {
        await using var here = portal.AnotherProcess();
        var boards = here.GetRequiredService<LaunchBoards>();
        using var listener = new BoardListener(portal.PortalConnection, boards,
            here.GetRequiredService<IDbContextFactory<PortalDb>>(), here.GetRequiredService<Outage>(),
            TimeProvider.System, NullLogger<BoardListener>.Instance)
        {
            Heartbeat = TimeSpan.FromMilliseconds(50),
        };
        await listener.StartAsync(default);
        var heard = new TaskCompletionSource<long>();
        var view = (await boards.ViewAsync(ALaunch.Key, ALaunch.Manager))!;
        using var watch = boards.Watch(view.Launch.Id, Hear(heard));
        await portal.AsOwnerAsync("alter table launches disable trigger changed");

        var number = await ChangeAsync(portal);

        (await heard.Task.WaitAsync(Patience.Limit)).Should().Be(number);
        boards.IsLive.Should().BeTrue();
        await listener.StopAsync(default);
    });

    [Fact]
    public Task A_page_that_enters_sees_what_is_committed_although_nobody_told() => InALaunch(async portal =>
    {
        await using var elsewhere = portal.AnotherProcess(portal.Clock);
        var boards = elsewhere.GetRequiredService<LaunchBoards>();
        await boards.ViewAsync(ALaunch.Key, ALaunch.Manager);

        var number = await ChangeAsync(portal);

        (await boards.ViewAsync(ALaunch.Key, ALaunch.Manager))!.Board.ChangeNumber.Should().Be(number);
    });

    [Fact]
    public Task A_board_takes_as_many_statements_for_a_large_launch_as_for_a_small_one() => InAPortal(async portal =>
    {
        var facts = ALaunch.Facts();
        var large = facts with
        {
            Launch = facts.Launch with { Key = "GA-LARGE" },
            Criteria = [.. Enumerable.Range(0, 50)
                .SelectMany(i => facts.Criteria.Select(c => c with { Key = $"{c.Key}-{i}" }))],
            Gates = [],
            Evidence = [],
            Registers = [.. Enumerable.Range(0, 20).Select(i => facts.Registers[0] with { Key = $"r{i}" })],
        };
        await ALaunch.ImportedInto(portal);
        await portal.Get<ImportLaunch>().RunAsync(new LaunchPackage(large, []), false, ALaunch.Manager);

        var small = await StatementsAsync(portal, ALaunch.Key);

        small.Should().BeGreaterThan(20).And.Be(await StatementsAsync(portal, "GA-LARGE"));
    });

    [Fact]
    public Task A_list_shows_each_launch_with_its_verdict_and_whom_it_waits_for() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("platform", ALaunch.PlatformLead));
        await portal.FollowedUpAsync();

        var list = portal.Get<ListLaunches>();

        (await list.RunAsync(ALaunch.Stranger)).Should().BeEmpty();
        (await list.RunAsync(ALaunch.PlatformLead)).Should().ContainSingle().Which.WaitsForMe.Should().BeFalse();
        var row = (await list.RunAsync(ALaunch.QaLead)).Should().ContainSingle().Subject;
        row.Should().Match<LaunchRow>(r =>
            r.WaitsForMe && r.IsFresh && r.Summary!.Revision == 1 && r.Summary.Criteria == 2);
    });

    [Fact]
    public Task A_visit_shows_in_words_what_changed_since_the_one_before() => InALaunch(async portal =>
    {
        await portal.Get<RecordVisit>().RunAsync(await portal.ViewAsync(ALaunch.Cfo));
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await ChangeAsync(portal);
        var arriving = await portal.Get<ChangesSinceVisit>().RunAsync(await portal.ViewAsync(ALaunch.Cfo));
        await portal.Get<RecordVisit>().RunAsync(await portal.ViewAsync(ALaunch.Cfo));

        var changes = await portal.Get<ChangesSinceVisit>().RunAsync(await portal.ViewAsync(ALaunch.Cfo));

        changes.Lines.Select(l => l.Summary).Should().Equal("Load Testing: progress 80 to 95");
        arriving.Lines.Should().Equal(changes.Lines);
        (await portal.Get<ChangesSinceVisit>().RunAsync(await portal.ViewAsync(ALaunch.Ceo))).Since.Should().BeNull();
    });

    [Fact]
    public Task Who_was_let_in_meanwhile_reads_whoever_reads_the_audit() => InALaunch(async portal =>
    {
        var viewer = new Viewer(Guid.CreateVersion7(), "Vic Views");
        Viewer[] readers = [viewer, ALaunch.Auditor];
        var add = portal.Get<AddMember>();
        Done(await add.RunAsync(ALaunch.Key, viewer.UserId, viewer.Name, LaunchPart.Viewer, ALaunch.Manager));
        foreach (var reader in readers)
        {
            await portal.Get<RecordVisit>().RunAsync(await portal.ViewAsync(reader));
        }

        portal.Clock.Advance(TimeSpan.FromHours(1));
        Done(await add.RunAsync(ALaunch.Key, Guid.CreateVersion7(), "Nora New", LaunchPart.Lead, ALaunch.Manager));
        await ChangeAsync(portal);

        foreach (var reader in readers)
        {
            var lines = (await portal.Get<ChangesSinceVisit>().RunAsync(await portal.ViewAsync(reader))).Lines;
            lines.Should().Contain(l => l.Summary.StartsWith("Load Testing", StringComparison.Ordinal));
            lines.Any(l => l.Summary.StartsWith("Nora New", StringComparison.Ordinal)).Should()
                .Be(reader != viewer, "{0} reads the brief", reader.Name);
        }
    });

    [Fact]
    public Task Who_comes_back_reads_nothing_that_the_last_visit_showed() => InALaunch(async portal =>
    {
        await portal.Get<RecordVisit>().RunAsync(await portal.ViewAsync(ALaunch.Cfo));
        await ChangeAsync(portal);
        await portal.Get<RecordVisit>().RunAsync(await portal.ViewAsync(ALaunch.Cfo));
        portal.Clock.Advance(TimeSpan.FromHours(1));

        (await portal.Get<ChangesSinceVisit>().RunAsync(await portal.ViewAsync(ALaunch.Cfo))).Lines.Should().BeEmpty();
    });

    [Fact]
    public Task Visits_of_everybody_who_looks_at_once_are_kept_each_with_the_newest_change_seen() =>
        InALaunch(async portal =>
        {
            var people = new[] { ALaunch.Cfo, ALaunch.Ceo, ALaunch.PlatformLead };
            var before = await Task.WhenAll(people.Select(p => portal.ViewAsync(p)));
            await ChangeAsync(portal);
            var now = await portal.ViewAsync(ALaunch.Cfo);
            var record = portal.Get<RecordVisit>();

            await Task.WhenAll(Enumerable.Range(0, 100).SelectMany(_ => before.Prepend(now)).Select(v =>
                record.RunAsync(v)));

            portal.Clock.Advance(TimeSpan.FromHours(1));
            await record.RunAsync(now);
            (await portal.ViewAsync(ALaunch.Cfo)).Visit!.SinceNumber.Should().Be(now.Board.ChangeNumber);
            (await portal.ViewAsync(ALaunch.Ceo)).Visit!.SinceNumber.Should().Be(before[1].Board.ChangeNumber);
        });

    private static Func<long, Task> Hear(TaskCompletionSource<long> heard) => number =>
    {
        heard.TrySetResult(number);
        return Task.CompletedTask;
    };

    private static async Task<long> ChangeAsync(TestPortal portal) =>
        Done(await portal.AssessAsync(ALaunch.PlatformLead, "load-testing", "progress", "80", "95")).ChangeNumber;

    private static async Task<IAsyncDisposable> ListeningAsync(ServiceProvider process)
    {
        var listener = process.GetServices<IHostedService>().OfType<BoardListener>().Single();
        await listener.StartAsync(default);
        var boards = process.GetRequiredService<LaunchBoards>();
        await Patience.UntilAsync(() => boards.IsLive);

        return new Stopping(listener);
    }

    private static async Task<int> StatementsAsync(TestPortal portal, string key)
    {
        var counter = new Counter();
        var options = new DbContextOptionsBuilder<PortalDb>()
            .UseNpgsql(portal.PortalConnection).UseSnakeCaseNamingConvention().AddInterceptors(counter).Options;
        await using var db = new PortalDb(options);
        var id = await db.Set<Launch>().Where(l => l.Key == key).Select(l => l.Id).SingleAsync();
        counter.Statements = 0;
        (await BoardReader.ReadAsync(db, id, default)).Should().NotBeNull();
        return counter.Statements;
    }

    private sealed class Stopping(BoardListener listener) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await listener.StopAsync(default);
    }

    private sealed class Counter : DbCommandInterceptor
    {
        public int Statements { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            Statements++;
            return ValueTask.FromResult(result);
        }
    }
}
