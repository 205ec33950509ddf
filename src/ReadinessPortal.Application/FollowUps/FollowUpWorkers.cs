using Microsoft.Extensions.Logging;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Application.FollowUps;

/// <summary>
/// Makes what follows from committed changes: a few launches at a time, each once however often it is asked for, again
/// when it failed, and without a word to whoever made the change.
/// </summary>
public sealed class FollowUpWorkers : IDisposable, IAsyncDisposable
{
    /// <summary>Launches that are worked on at once; each takes a connection or two.</summary>
    public const int AtOnce = 2;

    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(1);

    private readonly Lazy<IReadOnlyList<IFollowUp>> _followUps;
    private readonly Outage _outage;
    private readonly TimeProvider _time;
    private readonly ILogger<FollowUpWorkers> _log;
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, long> _wanted = [];
    private readonly Queue<Guid> _waiting = [];
    private readonly HashSet<Guid> _busy = [];
    private readonly Dictionary<Guid, (int Times, ITimer Again)> _failures = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopping;
    private TaskCompletionSource? _idle;

    /// <param name="followUps">Asked for when there is something to make: what is made may change launches.</param>
    public FollowUpWorkers(
        Func<IEnumerable<IFollowUp>> followUps, Outage outage, TimeProvider time, ILogger<FollowUpWorkers> log)
    {
        (_followUps, _outage, _time, _log) =
            (new(() => [.. followUps()], LazyThreadSafetyMode.PublicationOnly), outage, time, log);
        _stopping = _stop.Token;
    }

    /// <summary>Launches for which something failed and is tried again.</summary>
    public int Failing
    {
        get
        {
            lock (_lock)
            {
                return _failures.Count;
            }
        }
    }

    /// <summary>Something of the launch is to be made, with this change in it at least.</summary>
    public void Add(Guid launchId, long number)
    {
        lock (_lock)
        {
            if (_stopping.IsCancellationRequested)
            {
                return;
            }

            if (_wanted.TryGetValue(launchId, out var wanted))
            {
                _wanted[launchId] = Math.Max(wanted, number);
                return; // it waits already
            }

            _wanted[launchId] = number;
            _waiting.Enqueue(launchId);
            Begin();
        }
    }

    /// <summary>Ends when all that was asked for is made, or has failed and waits to be tried again.</summary>
    public Task WhenIdleAsync()
    {
        lock (_lock)
        {
            return _busy.Count == 0 && _waiting.Count == 0 ? Task.CompletedTask
                : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>What nobody asked for here is made too: another instance was killed, or a day has ended.</summary>
    public async Task AddMissingAsync(int most, CancellationToken ct)
    {
        foreach (var followUp in _followUps.Value)
        {
            foreach (var launch in await followUp.MissingAsync(most, ct))
            {
                Add(launch.LaunchId, launch.Number);
            }
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        lock (_lock)
        {
            foreach (var failure in _failures.Values)
            {
                failure.Again.Dispose();
            }

            _waiting.Clear();
            _wanted.Clear();
        }
    }

    /// <summary>Ends when nothing is being made any more, so that what it works with can go too.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await WhenIdleAsync();
    }

    // Under the lock. What is asked for while it is being made waits until that is over.
    private void Begin()
    {
        for (var left = _waiting.Count; left > 0 && _busy.Count < AtOnce; left--)
        {
            var launch = _waiting.Dequeue();
            if (!_busy.Add(launch))
            {
                _waiting.Enqueue(launch);
                continue;
            }

            _wanted.Remove(launch, out var number);
            _ = Task.Run(() => MakeAsync(launch, number));
        }
    }

    private async Task MakeAsync(Guid launch, long number)
    {
        var isMade = true;
        try
        {
            foreach (var followUp in _followUps.Value)
            {
                isMade &= await TryAsync(followUp, launch, number);
            }
        }
        catch (Exception problem)
        {
            isMade = false;
            Tell(problem, "The work that follows changes", launch);
        }

        lock (_lock)
        {
            _busy.Remove(launch);
            _failures.Remove(launch, out var before);
            before.Again?.Dispose();
            if (!isMade && !_stopping.IsCancellationRequested)
            {
                var times = before.Times + 1;
                _failures[launch] = (times, _time.CreateTimer(
                    _ => Add(launch, number), null, Wait(times), Timeout.InfiniteTimeSpan));
            }

            Begin();
            if (_busy.Count == 0 && _waiting.Count == 0)
            {
                Interlocked.Exchange(ref _idle, null)?.SetResult();
            }
        }
    }

    private async Task<bool> TryAsync(IFollowUp followUp, Guid launch, long number)
    {
        try
        {
            await followUp.RunAsync(launch, number, _stopping);
            return true;
        }
        catch (Exception problem)
        {
            Tell(problem, followUp.GetType().Name, launch);
            return false;
        }
    }

    private void Tell(Exception problem, string what, Guid launch)
    {
        if (!_outage.Explains(problem) && !_stopping.IsCancellationRequested)
        {
            _log.LogWarning(problem, "{FollowUp} of launch {LaunchId} failed and is tried again", what, launch);
        }
    }

    private static TimeSpan Wait(int failures) =>
        TimeSpan.FromTicks(Math.Min(_longestWait.Ticks, _firstWait.Ticks << Math.Min(failures - 1, 10)));
}
