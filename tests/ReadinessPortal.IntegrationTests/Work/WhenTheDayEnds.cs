using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Work;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Work;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Work;

/// <summary>At midnight the lists of all launches are out of date at once.</summary>
public sealed class WhenTheDayEnds
{
    private const int BoardsAtOnce = 4;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    [Fact]
    public Task An_open_list_that_is_not_renewed_yet_looks_less_and_less_often() => InAPortal(async portal =>
    {
        await ImportAsync(portal, 2);
        await using var here = Counted(portal,
            services => services.RemoveAll<IFollowUp>().AddSingleton<IFollowUp>(new Stuck()));
        await using var page = await PageAsync(here);
        var traffic = here.GetRequiredService<Traffic>();
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await QuietAsync(traffic);
        var before = traffic.Taken;

        for (var i = 0; i < 300; i++)
        {
            portal.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await QuietAsync(traffic);
        }

        (traffic.Taken - before).Should().BeInRange(1, 5);
    });

    [Fact]
    public Task Every_list_is_renewed_once_and_every_page_is_served() => InAPortal(p => MidnightAsync(p, 8, 4));

    [Fact]
    [Trait("Category", "Long")]
    public Task Three_hundred_launches_and_thirty_open_lists_take_no_more_at_once_than_a_few() =>
        InAPortal(p => MidnightAsync(p, 300, 30));

    private static async Task MidnightAsync(TestPortal portal, int launches, int pages)
    {
        await ImportAsync(portal, launches);
        await using var here = Counted(portal, _ => { });
        var traffic = here.GetRequiredService<Traffic>();
        foreach (var service in here.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
        }

        var open = new List<Page>();
        for (var i = 0; i < pages; i++)
        {
            open.Add(await PageAsync(here));
        }

        portal.Clock.Advance(TimeSpan.FromDays(1));
        using var late = new CancellationTokenSource(_patience);
        while (!(await here.GetRequiredService<ListWork>().RunAsync(ALaunch.Manager, late.Token)).IsFresh)
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
            await QuietAsync(traffic);
        }

        portal.Clock.Advance(TimeSpan.FromSeconds(20)); // now each of them looks once more
        await QuietAsync(traffic);
        open.Should().OnlyContain(p => p.Shown.Instance.Work!.IsFresh);
        traffic.Boards.Should().Be(launches, "each is read once, whoever asked for it and how often");
        traffic.MostBoardsAtOnce.Should().BeLessThanOrEqualTo(BoardsAtOnce);
        foreach (var page in open)
        {
            page.Shown.Markup.Should().Contain("things wait");
            await page.DisposeAsync();
        }

        foreach (var service in here.GetServices<IHostedService>())
        {
            await service.StopAsync(default);
        }
    }

    private static ServiceProvider Counted(TestPortal portal, Action<IServiceCollection> change) =>
        portal.AnotherProcess(portal.Clock, services =>
        {
            services.AddSingleton<Traffic>();
            services.AddSingleton<IDbContextFactory<PortalDb>>(s => s.GetRequiredService<Traffic>());
            change(services);
        });

    private static async Task ImportAsync(TestPortal portal, int launches)
    {
        for (var i = 0; i < launches; i++)
        {
            var facts = ALaunch.Facts() with
            {
                Launch = ALaunch.Facts().Launch with { Key = $"GA-{i}", AsOf = null },
            };
            Done(await portal.Get<ImportLaunch>().RunAsync(new LaunchPackage(facts, []), false, ALaunch.Manager));
        }

        await portal.FollowedUpAsync();
    }

    private static async Task<Page> PageAsync(IServiceProvider here)
    {
        var context = new BunitContext();
        context.Services.AddFallbackServiceProvider(here);
        context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var person = new ClaimsPrincipal(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, $"{ALaunch.Manager.UserId}"), new(ClaimTypes.Name, "manager"),
                new("portal:administrator", "true"),
            ],
            "test"));
        context.RenderTree.Add<CascadingValue<Task<AuthenticationState>>>(p => p
            .Add(c => c.Value, Task.FromResult(new AuthenticationState(person))));
        var page = new Page(context, context.Render<WorkPage>());
        page.Shown.WaitForState(() => page.Shown.Instance.Work is { IsFresh: true }, Patience.Limit);
        return page;
    }

    private static async Task QuietAsync(Traffic traffic)
    {
        using var late = Patience.Starts();
        await Task.Delay(1, late.Token);
        while (traffic.InUse > 0)
        {
            await Task.Delay(1, late.Token);
        }
    }

    private sealed record Page(BunitContext Context, IRenderedComponent<WorkPage> Shown) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Context.DisposeAsync();
    }

    /// <summary>Something that follows from a change and does not come to an end.</summary>
    private sealed class Stuck : IFollowUp
    {
        public Task RunAsync(Guid launchId, long number, CancellationToken ct) =>
            Task.Delay(Timeout.InfiniteTimeSpan, ct);

        public Task<IReadOnlyList<LaunchToFollow>> MissingAsync(int most, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<LaunchToFollow>>([]);
    }
}
