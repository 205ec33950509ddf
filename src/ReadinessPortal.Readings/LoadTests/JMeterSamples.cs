namespace ReadinessPortal.Readings.LoadTests;

/// <summary>Samples of a JMeter run, added one by one.</summary>
internal sealed class JMeterSamples
{
    private readonly Latencies _times = new();
    private decimal? _begin;
    private decimal _end;
    private decimal? _usersMax;
    private long? _failed;

    /// <param name="at">When the sample began, in milliseconds since 1970; null where the file does not say.</param>
    /// <param name="elapsed">Its milliseconds.</param>
    /// <param name="isSuccess">Null where the file does not say.</param>
    /// <param name="users">Active threads, or null.</param>
    public void Add(decimal? at, decimal elapsed, bool? isSuccess, decimal? users)
    {
        _times.Add(elapsed);
        if (at is { } begin)
        {
            _begin = Math.Min(_begin ?? begin, begin);
            _end = Math.Max(_end, begin + elapsed);
        }

        if (isSuccess is { } success)
        {
            _failed = (_failed ?? 0) + (success ? 0 : 1);
        }

        _usersMax = users > (_usersMax ?? 0) ? users : _usersMax;
    }

    /// <summary>The rate is over the time from the first sample's beginning to the last one's end.</summary>
    public void AddTo(ReadingCollector into)
    {
        var span = (_end - _begin) / 1000;
        into.Producer = "JMeter";
        into.Captured(_begin is null ? null : Numbers.UnixMilliseconds(_end));
        (LoadFigures.Of(_times) with
        {
            Requests = _times.Count,
            Failed = _failed,
            Rate = span > 0 ? _times.Count / span : null,
            Duration = span,
            UsersMax = _usersMax,
        }).AddTo(into);
        _times.WarnIfRounded(into);
    }
}
