using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Life;
using ReadinessPortal.Application.Work;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Launches;

/// <summary>The server's clock is set back or forward while people work.</summary>
public sealed class WhenTheClockIsSet
{
    [Fact]
    public Task What_was_done_later_stays_later_although_the_clock_was_set_back() => InALaunch(async portal =>
    {
        var (first, second) = (new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1));
        await MoveAsync(portal, first);
        portal.Clock.AdjustTime(portal.Clock.GetUtcNow().AddDays(-2));
        await MoveAsync(portal, second);
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("platform", ALaunch.PlatformLead));
        portal.Clock.AdjustTime(portal.Clock.GetUtcNow().AddHours(-3));
        Done(await portal.SignAsync("qa", ALaunch.QaLead));

        var board = (await portal.ViewAsync()).Board;
        board.TargetMoves.Select(m => m.To).Should().Equal(first, second);
        board.SignOffs.Select(s => s.Role).Should().Equal("platform", "qa");
        board.SignOffs[1].At.Should().BeBefore(board.SignOffs[0].At, "the time is the clock's, and the order is not");
        (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Manager))!.Lines.Select(l => l.Seq).Should()
            .BeInDescendingOrder();
        (await portal.AsOwnerAsync(AuditChain.Breaks)).Should().Be(0L);
    });

    [Fact]
    public Task An_open_page_notices_soon_that_the_clock_was_set_to_another_day() => InALaunch(async portal =>
    {
        await portal.AsOwnerAsync("alter table launches disable trigger user; update launches set as_of = null");
        await using var here = portal.AnotherProcess(portal.Clock);
        var boards = here.GetRequiredService<LaunchBoards>();
        var view = (await boards.ViewAsync(ALaunch.Key, ALaunch.Manager))!;
        var told = new TaskCompletionSource();
        using var watch = boards.Watch(view.Launch.Id, _ =>
        {
            told.TrySetResult();
            return Task.CompletedTask;
        });

        portal.Clock.AdjustTime(portal.Clock.GetUtcNow().AddDays(3));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        await told.Task.WaitAsync(Patience.Limit);
        (await boards.ViewAsync(ALaunch.Key, ALaunch.Manager))!.Readiness.DaysToTarget.Should()
            .Be(view.Readiness.DaysToTarget - 3);
    });

    [Fact]
    public Task A_list_that_was_made_for_a_day_to_come_is_made_again() => InALaunch(async portal =>
    {
        await portal.FollowedUpAsync();
        await portal.AsOwnerAsync("alter table launches disable trigger user; update launches set as_of = null");
        await portal.AsOwnerAsync("delete from launch_summaries");
        await using var here = portal.AnotherProcess(portal.Clock);
        var list = here.GetRequiredService<ListWork>();
        var lists = here.GetRequiredService<ListLaunches>();
        portal.Clock.AdjustTime(portal.Clock.GetUtcNow().AddYears(1));
        await RenewedAsync();
        portal.Clock.AdjustTime(portal.Clock.GetUtcNow().AddYears(-1));

        (await list.RunAsync(ALaunch.Manager)).IsFresh.Should().BeFalse();

        await RenewedAsync();
        (await lists.RunAsync(ALaunch.Manager)).Single().Should().Match<LaunchRow>(
            r => r.IsFresh && r.Summary!.DaysToTarget == 16);

        async Task RenewedAsync()
        {
            await here.GetRequiredService<FollowUpWorkers>().AddMissingAsync(10, default);
            await here.GetRequiredService<FollowUpWorkers>().WhenIdleAsync();
        }
    });

    private static async Task MoveAsync(TestPortal portal, DateOnly to) => Done(await portal.Get<MoveTargetDate>()
        .RunAsync(ALaunch.Key, new(to, "later", (await portal.ViewAsync()).Launch.TargetDate), ALaunch.Manager));
}
