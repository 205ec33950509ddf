using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReadinessPortal.Application;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Verbs;

namespace ReadinessPortal.IntegrationTests.Starting;

public sealed class StoppingOnAFault
{
    [Fact]
    public async Task A_portal_that_ends_by_itself_ends_with_a_code_that_says_so()
    {
        await using var portal = await DemoPortal.StartAsync(s => s.AddHostedService<Faulty>());

        (await RunVerb.ServeAsync(portal.App, default)).Should().Be(Verb.Broken);
    }

    [Fact]
    public async Task A_portal_that_is_told_to_stop_ends_well()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var stop = new CancellationTokenSource();
        var serving = RunVerb.ServeAsync(portal.App, stop.Token);

        await stop.CancelAsync();

        (await serving).Should().Be(Verb.Fine);
    }

    [Fact]
    public async Task Nothing_of_ours_in_the_background_can_end_the_portal()
    {
        await using var portal = await DemoPortal.StartAsync();

        portal.Get<IEnumerable<IHostedService>>()
            .Where(s => s.GetType().Assembly.GetName().Name!.StartsWith("ReadinessPortal", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.AllBeAssignableTo<SteadyService>();
    }

    private sealed class Faulty(IHostApplicationLifetime life) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var started = new TaskCompletionSource();
            await using var told = life.ApplicationStarted.Register(started.SetResult);
            await started.Task;
            throw new InvalidOperationException("Something nobody thought of");
        }
    }
}
