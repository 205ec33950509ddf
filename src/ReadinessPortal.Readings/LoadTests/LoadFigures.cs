namespace ReadinessPortal.Readings.LoadTests;

/// <summary>What a load test found: requests in counts, times in milliseconds, rates in requests per second, durations
/// in seconds. Null is what the file does not say.</summary>
internal sealed record LoadFigures
{
    public decimal? Requests { get; init; }

    public decimal? Failed { get; init; }

    /// <summary>0 to 100; where the file gives none, it is computed from the counts.</summary>
    public decimal? ErrorRate { get; init; }

    public decimal? Rate { get; init; }

    public decimal? Average { get; init; }

    public decimal? P50 { get; init; }

    public decimal? P90 { get; init; }

    public decimal? P95 { get; init; }

    public decimal? P99 { get; init; }

    public decimal? Max { get; init; }

    public decimal? Duration { get; init; }

    public decimal? UsersMax { get; init; }

    public decimal? Thresholds { get; init; }

    public decimal? ThresholdsFailed { get; init; }

    /// <summary>Average, percentiles and maximum of samples that were counted one by one.</summary>
    public static LoadFigures Of(Latencies times) => new()
    {
        Average = times.Average,
        P50 = times.Percentile(50),
        P90 = times.Percentile(90),
        P95 = times.Percentile(95),
        P99 = times.Percentile(99),
        Max = times.Max,
    };

    /// <summary>A run without requests has neither an error rate nor times, whatever zeros the file prints.</summary>
    public void AddTo(ReadingCollector into)
    {
        into.AddIfGiven("http.requests", Requests, "count");
        if (Requests is > 0)
        {
            into.AddIfGiven("http.failed", Failed, "count");
            into.AddIfGiven("http.error_rate", ErrorRate ?? (100 * Failed / Requests), "%");
            into.AddIfGiven("http.rate", Rate, "1/s");
            into.AddIfGiven("http.avg", Average, "ms");
            into.AddIfGiven("http.p50", P50, "ms");
            into.AddIfGiven("http.p90", P90, "ms");
            into.AddIfGiven("http.p95", P95, "ms");
            into.AddIfGiven("http.p99", P99, "ms");
            into.AddIfGiven("http.max", Max, "ms");
        }
        else
        {
            into.Warn(WarningCodes.NothingMeasured, "The run made no HTTP request that the file tells of: it proves "
                + "nothing about response times or errors. Check that the load was applied.");
        }

        into.AddIfGiven("load.duration", Duration, "s");
        into.AddIfGiven("load.vus_max", UsersMax, "count");
        into.AddIfGiven("thresholds.total", Thresholds, "count");
        into.AddIfGiven("thresholds.failed", ThresholdsFailed, "count");
    }
}
