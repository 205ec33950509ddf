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

    /// <summary>In words, for the log and for health: <c>Listening for changes</c>.</summary>
    public abstract string Work { get; }

    /// <summary>Works until something fails, or until told to stop; calls <see cref="Works"/> whenever it is seen to
    /// work. Called again after it failed or returned.</summary>
    protected abstract Task WorkAsync(CancellationToken stopping);

    /// <summary>The attempt is a success so far.</summary>
    protected void Works()
    {
        if (_trouble is not null)
        {
            _trouble = null;
            log.LogWarning("{Work} works again", Work);
        }
    }

    /// <summary>What has to be known at once when an attempt failed.</summary>
    protected virtual void Failed(Exception problem)
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
                Tell(problem, wait);
                await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // In full once; while it goes on, what is new is only that it does.
    private void Tell(Exception problem, TimeSpan wait)
    {
        var isNew = _trouble is null;
        _trouble = problem;
        Failed(problem);
        if (isNew)
        {
            log.LogWarning(problem, "{Work} failed and is tried again in {Wait}", Work, wait);
        }
        else
        {
            log.LogInformation("{Work} failed again ({Reason}) and is tried in {Wait}", Work, problem.Message, wait);
        }
    }

    private static TimeSpan Longer(TimeSpan wait) => wait * 2 < _longestWait ? wait * 2 : _longestWait;
}
