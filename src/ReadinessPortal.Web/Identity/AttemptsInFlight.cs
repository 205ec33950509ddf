namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Attempts of this instance that have taken a place and whose passwords are still being looked at. Whoever finds no
/// place left can wait for what becomes of them.
/// </summary>
internal sealed class AttemptsInFlight
{
    private readonly Lock _lock = new();
    private readonly Dictionary<AttemptKey, Flight> _flights = [];

    /// <summary>Call it before others can see that the place is taken.</summary>
    /// <returns>To be disposed when the password was looked at, and a right one is reported.</returns>
    public IDisposable Begin(IEnumerable<AttemptKey> keys)
    {
        AttemptKey[] taken = [.. keys];
        lock (_lock)
        {
            foreach (var key in taken)
            {
                (_flights.TryGetValue(key, out var flight) ? flight : _flights[key] = new()).Count++;
            }
        }

        return new Place(this, taken);
    }

    /// <returns>Whether one of them was right, as soon as that is known; null when there is none.</returns>
    public Task<bool>? OutcomeOf(AttemptKey key)
    {
        lock (_lock)
        {
            return _flights.GetValueOrDefault(key)?.Outcome.Task;
        }
    }

    public void Right(IEnumerable<AttemptKey> keys)
    {
        lock (_lock)
        {
            foreach (var flight in keys.Select(k => _flights.GetValueOrDefault(k)).OfType<Flight>())
            {
                flight.Outcome.SetResult(true);
                flight.Outcome = Flight.Unknown();
            }
        }
    }

    private void End(IEnumerable<AttemptKey> keys)
    {
        lock (_lock)
        {
            foreach (var key in keys)
            {
                var flight = _flights[key];
                if (--flight.Count == 0)
                {
                    _flights.Remove(key);
                    flight.Outcome.SetResult(false);
                }
            }
        }
    }

    private sealed class Flight
    {
        public int Count { get; set; }

        public TaskCompletionSource<bool> Outcome { get; set; } = Unknown();

        public static TaskCompletionSource<bool> Unknown() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Place(AttemptsInFlight flights, AttemptKey[] keys) : IDisposable
    {
        private bool _isLeft;

        public void Dispose()
        {
            if (!_isLeft)
            {
                _isLeft = true;
                flights.End(keys);
            }
        }
    }
}
