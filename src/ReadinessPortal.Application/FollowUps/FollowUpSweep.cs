using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ReadinessPortal.Application.FollowUps;

/// <summary>Looks now and then for what should have followed from a change and did not, and for what a day made
/// old.</summary>
/// <param name="portal">Null where no host starts it.</param>
internal sealed class FollowUpSweep(
    FollowUpWorkers workers, TimeProvider time, ILogger<FollowUpSweep> log, IHostApplicationLifetime? portal = null)
    : SteadyService(time, log)
{
    /// <summary>So many at a time: the rest is found the next time.</summary>
    private const int Most = 200;

    private static readonly TimeSpan _every = TimeSpan.FromSeconds(15);

    private readonly TimeProvider _time = time;

    public override string Work => "The search for missing follow-ups";

    protected override async Task WorkAsync(CancellationToken stopping)
    {
        await StartedAsync(stopping);
        await workers.AddMissingAsync(Most, stopping);
        Works();
        await Task.Delay(_every, _time, stopping);
    }

    // Looking takes more of the processor than the rest of a start, and nobody waits for it.
    private async Task StartedAsync(CancellationToken stopping)
    {
        if (portal is null)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(portal.ApplicationStarted, stopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, either.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.ThrowIfCancellationRequested();
    }
}
