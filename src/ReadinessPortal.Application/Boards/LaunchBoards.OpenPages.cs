using Microsoft.Extensions.Logging;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Application.Boards;

public sealed partial class LaunchBoards
{
    private const int ManyWatchers = 100;
    private static readonly TimeSpan _leastBetweenBuilds = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _spread = TimeSpan.FromMilliseconds(300);

    /// <summary>Clocks are set: what holds until midnight is looked at more often than that.</summary>
    private static readonly TimeSpan _longestTimer = TimeSpan.FromMinutes(1);

    private volatile bool _isListening;

    /// <summary>
    /// Changes made elsewhere are heard at once; otherwise open pages say that live updates are paused.
    /// </summary>
    public bool IsLive => _isListening;

    /// <summary>What a person may see or do changed, or who they are, or a sign-in of theirs ended; carries the
    /// person's id, and null when that may hold for anybody, because nothing was heard for a while.</summary>
    public event Action<Guid?>? AccessChanged;

    /// <summary>What waits for a person changed, in whatever launch; carries the person's id. A hint: it may be lost.
    /// </summary>
    public event Action<Guid>? WorkChanged;

    /// <summary>
    /// Calls <paramref name="onChange"/> with the change number after each new board, and when time alone changes what
    /// holds, until disposed. Never inline, never two at once for one watcher, and again until it succeeds.
    /// </summary>
    public LaunchWatch Watch(Guid launchId, Func<long, Task> onChange)
    {
        var slot = _slots.GetOrAdd(launchId, id => new Slot(id));
        var watcher = new Watcher(onChange, outage, log);
        lock (slot)
        {
            slot.Watchers.Add(watcher);
            SetTimer(slot);
        }

        return new LaunchWatch(
            () => watcher.Tell(slot.Current?.Number ?? 0, TimeSpan.Zero, time),
            () =>
            {
                watcher.Stop();
                lock (slot)
                {
                    slot.Watchers.Remove(watcher);
                    SetTimer(slot);
                }
            });
    }

    /// <summary>Change <paramref name="number"/> was committed, here or elsewhere.</summary>
    internal void Saw(Guid launchId, long number)
    {
        if (!_slots.TryGetValue(launchId, out var slot))
        {
            return;
        }

        TimeSpan wait;
        lock (slot)
        {
            slot.HighestSeen = Math.Max(slot.HighestSeen, number);
            if (!slot.IsWatched || slot.IsRebuildPlanned || slot.Current?.Number >= slot.HighestSeen)
            {
                return;
            }

            slot.IsRebuildPlanned = true;
            wait = slot.Current is null ? TimeSpan.Zero : _leastBetweenBuilds - time.GetElapsedTime(slot.LastBuilt);
        }

        _ = RebuildAsync(slot, wait);
    }

    /// <summary>What the database says now, after a silence: anything missed is caught up with.</summary>
    internal void Compare(Guid launchId, long number)
    {
        if (_slots.TryGetValue(launchId, out var slot))
        {
            lock (slot)
            {
                // A restored database goes backwards.
                if (slot.Current?.Number > number)
                {
                    slot.Current = null;
                    slot.HighestSeen = number;
                }
            }

            Saw(launchId, number);
        }
    }

    internal IReadOnlyList<Guid> Cached =>
        [.. _slots.Where(s => s.Value.Current is not null || s.Value.IsWatched).Select(s => s.Key)];

    internal void Listening(bool healthy) => _isListening = healthy;

    internal void SawAccess(Guid? userId) => AccessChanged?.Invoke(userId);

    internal void SawWork(Guid userId) => WorkChanged?.Invoke(userId);

    private async Task RebuildAsync(Slot slot, TimeSpan wait)
    {
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time);
        }

        long number;
        lock (slot)
        {
            slot.IsRebuildPlanned = false;
            number = slot.HighestSeen;
        }

        try
        {
            await AtLeastAsync(slot.LaunchId, number, CancellationToken.None);
        }
        catch (Exception problem)
        {
            // The next entry, notification or heartbeat tries again.
            if (!outage.Explains(problem))
            {
                log.LogError(problem, "The board of launch {LaunchId} could not be built", slot.LaunchId);
            }
        }
    }

    private void Tell(Slot slot, BoardEntry built)
    {
        Watcher[] watchers;
        lock (slot)
        {
            watchers = [.. slot.Watchers];
            SetTimer(slot);
        }

        for (var i = 0; i < watchers.Length; i++)
        {
            var wait = watchers.Length > ManyWatchers ? _spread * ((double)i / watchers.Length) : TimeSpan.Zero;
            watchers[i].Tell(built.Number, wait, time);
        }
    }

    // One timer per watched launch, at the instant what is derived stops holding. The caller holds the slot's lock.
    private void SetTimer(Slot slot)
    {
        slot.Timer?.Dispose();
        slot.Timer = null;
        var now = time.GetUtcNow();
        if (slot is { IsWatched: true, Current: { } current } && current.At(now) is { ValidUntil: { } until } shown)
        {
            var due = until - now;
            slot.Timer = time.CreateTimer(_ => LookAtClock(slot, current, shown), null,
                due < _longestTimer ? due : _longestTimer, Timeout.InfiniteTimeSpan);
        }
    }

    private void LookAtClock(Slot slot, BoardEntry current, BoardEntry.Derived shown)
    {
        try
        {
            if (!ReferenceEquals(current.At(time.GetUtcNow()), shown))
            {
                Tell(slot, current);
                return;
            }

            lock (slot)
            {
                SetTimer(slot);
            }
        }
        catch (Exception problem)
        {
            // On a timer's thread it would end the process; the next change, or whoever enters, looks again.
            log.LogError(problem, "What holds of launch {LaunchId} could not be derived", slot.LaunchId);
        }
    }

    /// <summary>One open page. While it is busy, only the newest number is kept for it; what it could not follow is
    /// tried again until it can, or is closed.</summary>
    private sealed class Watcher(Func<long, Task> onChange, Outage outage, ILogger log)
    {
        private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(1);
        private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(8);

        private readonly Lock _lock = new();
        private long? _next;
        private bool _isBusy;
        private bool _isStopped;

        public void Tell(long number, TimeSpan wait, TimeProvider time)
        {
            lock (_lock)
            {
                _next = number;
                if (_isBusy)
                {
                    return;
                }

                _isBusy = true;
            }

            _ = Task.Run(() => RunAsync(wait, time));
        }

        public void Stop()
        {
            lock (_lock)
            {
                _isStopped = true;
            }
        }

        private async Task RunAsync(TimeSpan wait, TimeProvider time)
        {
            var pause = _firstWait;
            while (true)
            {
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, time);
                }

                if (Take() is not { } number)
                {
                    return;
                }

                try
                {
                    await onChange(number);
                    (wait, pause) = (TimeSpan.Zero, _firstWait);
                }
                catch (Exception problem)
                {
                    if (!outage.Explains(problem))
                    {
                        log.LogWarning(problem, "A page could not follow change {ChangeNumber} yet", number);
                    }

                    (wait, pause) = (pause, pause * 2 < _longestWait ? pause * 2 : _longestWait);
                    PutBack(number);
                }
            }
        }

        private void PutBack(long number)
        {
            lock (_lock)
            {
                _next ??= number;
            }
        }

        private long? Take()
        {
            lock (_lock)
            {
                var next = _isStopped ? null : _next;
                _next = null;
                _isBusy = next is not null;
                return next;
            }
        }
    }
}

/// <summary>One page that follows a launch; it stops when this is disposed.</summary>
public sealed class LaunchWatch(Action look, Action stop) : IDisposable
{
    /// <summary>The page is to look although no change was told, and again until it could.</summary>
    public void Look() => look();

    public void Dispose() => stop();
}
