using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ReadinessPortal.Application;

/// <summary>
/// Work in the background that goes on for as long as the portal runs. Whatever fails in it is logged and shown by
/// <see cref="Trouble"/>; after a wait it begins again, and it never ends the portal.
/// </summary>
public abstract class SteadyService(TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan _firstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(5);

    private volatile Exception? _trouble;

    /// <summary>What the last attempt failed of; null while it works.</summary>
    public Exception? Trouble => _trouble;

    /// <summary>In words, for the log and for health: <c>Live updates</c>.</summary>
    protected abstract string Work { get; }

    /// <summary>Works until something fails, or until told to stop; calls <see cref="Works"/> whenever it is seen to
    /// work. Called again after it failed or returned.</summary>
    protected abstract Task WorkAsync(CancellationToken stopping);

    /// <summary>The attempt is a success so far.</summary>
    protected void Works() => _trouble = null;

    /// <summary>What has to be known at once when an attempt failed.</summary>
    protected virtual void Failed()
    {
    }

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the start of the portal does not wait for it
        var wait = _firstWait;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                wait = _trouble is null ? _firstWait : Longer(wait);
                _trouble = problem;
                Failed();
                log.LogWarning(problem, "{Work} failed and is tried again in {Wait}", Work, wait);
                await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static TimeSpan Longer(TimeSpan wait) => wait * 2 < _longestWait ? wait * 2 : _longestWait;
}
