namespace ReadinessPortal.Readings.LoadTests;

/// <summary>
/// Response times in milliseconds, of which percentiles are asked. Exact up to two million samples; from there on they
/// are counted in steps of a tenth of a percent, so that memory stays flat.
/// </summary>
internal sealed class Latencies
{
    private const double Step = 1.001;

    private readonly int _mostExact;
    private readonly Dictionary<int, long> _rounded = [];
    private List<double> _exact = [];
    private decimal _sum;
    private bool _isSorted;

    public Latencies(int mostExact = 2_000_000) => _mostExact = mostExact;

    public long Count { get; private set; }

    public decimal? Max { get; private set; }

    public decimal? Average => Count == 0 ? null : _sum / Count;

    public bool IsRounded => _rounded.Count > 0;

    /// <param name="milliseconds">0 or more.</param>
    public void Add(decimal milliseconds)
    {
        Count++;
        _sum += milliseconds;
        Max = Max is { } known && known > milliseconds ? known : milliseconds;
        if (!IsRounded && _exact.Count < _mostExact)
        {
            _exact.Add((double)milliseconds);
            _isSorted = false;
            return;
        }

        foreach (var one in _exact)
        {
            Round(one);
        }

        _exact = [];
        Round((double)milliseconds);
    }

    /// <summary>Interpolated linearly between the two nearest samples (type 7 of Hyndman and Fan, 1996), as k6 does;
    /// null without samples.</summary>
    /// <param name="percent">0 to 100.</param>
    public decimal? Percentile(int percent)
    {
        if (Count == 0)
        {
            return null;
        }

        var rank = percent / 100m * (Count - 1);
        var below = (long)decimal.Floor(rank);
        var (low, high) = ((decimal)At(below), (decimal)At(Math.Min(below + 1, Count - 1)));
        return low + ((high - low) * (rank - below));
    }

    public void WarnIfRounded(ReadingCollector into)
    {
        if (IsRounded)
        {
            into.Warn(WarningCodes.PercentilesRounded,
                $"{Count} samples: percentiles are rounded to a tenth of a percent of their value.");
        }
    }

    private void Round(double milliseconds)
    {
        var bucket = milliseconds <= 0.001 ? 0 : (int)Math.Round(Math.Log(milliseconds / 0.001, Step));
        _rounded[bucket] = _rounded.GetValueOrDefault(bucket) + 1;
    }

    private double At(long rank)
    {
        if (!IsRounded)
        {
            if (!_isSorted)
            {
                _exact.Sort();
                _isSorted = true;
            }

            return _exact[(int)rank];
        }

        foreach (var (bucket, count) in _rounded.OrderBy(b => b.Key))
        {
            rank -= count;
            if (rank < 0)
            {
                return bucket == 0 ? 0 : 0.001 * Math.Pow(Step, bucket);
            }
        }

        return 0;
    }
}
