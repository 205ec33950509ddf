namespace ReadinessPortal.Application;

/// <summary>
/// Does for many at once what each would do alone: whoever comes waits for the next round that begins after they came,
/// and one round serves everybody who waits. One round at a time, in the order in which people came.
/// </summary>
/// <param name="serve">One round. What it throws is told to everybody in it, and the next round begins anew.</param>
/// <param name="mostAtOnce">Served by one round; the others wait for the one after it.</param>
internal sealed class Coalescer<TItem, TResult>(Func<IReadOnlyList<TItem>, Task<TResult>> serve, int mostAtOnce)
{
    private readonly Lock _lock = new();
    private readonly Queue<Round> _rounds = new();
    private Round? _last;
    private bool _isServing;

    public Task<TResult> AddAsync(TItem item, CancellationToken ct = default)
    {
        Round round;
        lock (_lock)
        {
            if (_last is null || _last.Items.Count >= mostAtOnce)
            {
                _last = new Round();
                _rounds.Enqueue(_last);
            }

            round = _last;
            round.Items.Add(item);
            if (!_isServing)
            {
                _isServing = true;
                _ = Task.Run(ServeAsync, CancellationToken.None);
            }
        }

        return round.Served.Task.WaitAsync(ct);
    }

    private async Task ServeAsync()
    {
        while (Next() is { } round)
        {
            try
            {
                round.Served.SetResult(await serve(round.Items));
            }
            catch (Exception problem)
            {
                round.Served.SetException(problem);
            }
        }
    }

    // From here on nobody joins it: what it sees may be less than they have to.
    private Round? Next()
    {
        lock (_lock)
        {
            _isServing = _rounds.TryDequeue(out var round);
            if (round == _last)
            {
                _last = null;
            }

            return round;
        }
    }

    private sealed class Round
    {
        public List<TItem> Items { get; } = [];

        public TaskCompletionSource<TResult> Served { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
