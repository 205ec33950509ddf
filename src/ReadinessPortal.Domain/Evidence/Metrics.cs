using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>What files of evidence can say, by names that never change: targets are set on them.</summary>
public static class Metrics
{
    /// <summary>Requests in a second: a unit of its own, because a number alone would go with every target.</summary>
    public const string PerSecond = "req/s";

    /// <summary>Every test report says it, and nothing else does.</summary>
    public const string TestsTotal = "tests.total";

    private static readonly ImmutableArray<string> _levels = ["critical", "high", "medium", "low", "unknown", "total"];

    /// <summary>Of each the unit that its values have; none for what is counted.</summary>
    public static ImmutableSortedDictionary<string, Unit> All { get; } = new[]
    {
        Counted("tests", "total", "passed", "failed", "errors", "skipped"),
        Named(Unit.Percent, "tests.pass_rate", "http.error_rate", "coverage.lines", "coverage.branches",
            "coverage.instructions"),
        Named(Unit.Seconds, "tests.duration", "load.duration"),
        Named(Unit.Parse("ms"), "http.avg", "http.p50", "http.p90", "http.p95", "http.p99", "http.max"),
        Named(Unit.Parse(PerSecond), "http.rate"),
        Counted("http", "requests", "failed"),
        Counted("load", "vus_max"),
        Counted("thresholds", "total", "failed"),
        Counted("vulnerabilities", [.. _levels, "fixable"]),
        Counted("misconfigurations", [.. _levels]),
        Counted("findings", "error", "warning", "note", "total", "suppressed"),
        Counted("alerts", "high", "medium", "low", "informational", "total"),
        Named(Unit.None, "secrets.total", "components.total", "packages.total", "scorecard.score",
            "prometheus.series", "prometheus.samples", "prometheus.value", "prometheus.min", "prometheus.max",
            "prometheus.last", "attestation.subjects", "attestation.verified"),
    }.SelectMany(m => m).ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What no release should have one of, wherever a file counts it and no target says how many.</summary>
    public static ImmutableArray<string> Failures { get; } =
    [
        "tests.failed", "tests.errors", "thresholds.failed", "vulnerabilities.critical", "misconfigurations.critical",
        "secrets.total", "findings.error", "alerts.high",
    ];

    private static IEnumerable<KeyValuePair<string, Unit>> Counted(string group, params string[] names) =>
        Named(Unit.None, [.. names.Select(n => $"{group}.{n}")]);

    private static IEnumerable<KeyValuePair<string, Unit>> Named(Unit unit, params string[] names) =>
        names.Select(n => KeyValuePair.Create(n, unit));
}
