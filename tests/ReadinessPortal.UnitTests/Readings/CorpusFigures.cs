using System.Text.Json;

namespace ReadinessPortal.UnitTests.Readings;

/// <summary>What the manifest of the corpus, which has words of its own for each format, expects as metrics. Null is a
/// metric that the file must not give.</summary>
internal static class CorpusFigures
{
    private static readonly Dictionary<string, (string Format, Dictionary<string, string> Metrics)> _named = new()
    {
        ["junit-xml"] = ("junit", Pairs("tests.total=tests tests.failed=failures tests.skipped=skipped "
            + "tests.passed=passed tests.duration=timeSumOfTestcases")),
        ["trx"] = ("trx", Pairs("tests.total=tests tests.failed=failures tests.skipped=skipped tests.errors=errors "
            + "tests.passed=passed tests.duration=timeSumOfResults")),
        ["k6-handleSummary"] = ("k6-summary", K6),
        ["k6-summary-export"] = ("k6-summary", K6),
        ["k6-jsonl"] = ("k6-points", Pairs("http.requests=requests http.failed=failedRequests http.p95=p95Ms "
            + "http.p90=p90Ms http.avg=avgMs http.max=maxMs load.duration=spanSeconds "
            + "http.rate=requestsPerSecondOverSpan")),
        ["jmeter-csv"] = ("jmeter-csv", Pairs("http.requests=requests http.failed=errors http.avg=avgMs http.max=maxMs "
            + "http.p95=p95MsLinear load.duration=spanSeconds http.rate=throughputPerSecond")),
        ["jmeter-xml"] = ("jmeter-xml", Pairs("http.requests=requests http.failed=errors http.avg=avgMs "
            + "http.p95=p95MsLinear")),
        ["jmeter-statistics"] = ("jmeter-statistics", Pairs("http.requests=requests http.failed=errors http.p90=p90Ms "
            + "http.p95=p95Ms http.p99=p99Ms http.avg=avgMs http.rate=throughputPerSecond")),
        ["gatling-stats"] = ("gatling", Pairs("http.requests=requests http.failed=ko http.p95=p95Ms http.p99=p99Ms "
            + "http.avg=avgMs http.max=maxMs http.rate=requestsPerSecond")),
        ["locust-stats-csv"] = ("locust", Pairs("http.requests=requests http.failed=failures http.p95=p95Ms "
            + "http.p99=p99Ms http.p50=medianMs http.avg=avgMs http.max=maxMs http.rate=requestsPerSecond")),
        ["wrk-text"] = ("wrk", Pairs("http.requests=requests http.failed=non2xx http.p95=p95Ms "
            + "http.rate=requestsPerSecond")),
        ["nbomber-markdown"] = ("nbomber", Pairs("http.failed=fail")),
        ["trivy-json"] = ("trivy", []),
        ["grype-json"] = ("grype", Pairs("vulnerabilities.total=total")),
        ["sarif-2.1.0"] = ("sarif", Pairs("findings.total=resultsNotSuppressed "
            + "findings.suppressed=suppressedAllAccepted")),
        ["npm-audit-json"] = ("npm-audit", []),
        ["cyclonedx-json"] = ("cyclonedx", Pairs("components.total=componentsAll")),
        ["dependency-check-json"] = ("dependency-check", Pairs("vulnerabilities.total=vulnerabilities")),
        ["dependency-check-xml"] = ("dependency-check", Pairs("vulnerabilities.total=vulnerabilities")),
        ["zap-xml"] = ("zap", Pairs("alerts.total=alertItems")),
        ["scorecard-json"] = ("scorecard", Pairs("scorecard.score=score")),
        ["prometheus-api"] = ("prometheus", Pairs("prometheus.series=series prometheus.samples=samples "
            + "prometheus.min=min prometheus.max=max")),
        ["grafana-dashboard"] = ("grafana-dashboard", []),
        ["cobertura-xml"] = ("cobertura", []),
        ["lcov"] = ("lcov", []),
        ["jacoco-xml"] = ("jacoco", []),
    };

    private static readonly Dictionary<string, string> _shares = Pairs(
        "http.error_rate=errorRate coverage.lines=lineRateRecomputed coverage.lines=lineRateFromDA "
        + "coverage.lines=lineRate coverage.branches=branchRate coverage.instructions=instructionRate");

    private static Dictionary<string, string> K6 => Pairs("http.requests=requests http.failed=failedRequests "
        + "http.p90=p90Ms http.p95=p95Ms http.p99=p99Ms http.avg=avgMs http.p50=medMs http.max=maxMs "
        + "http.rate=requestsPerSecond load.vus_max=vusMax thresholds.failed=thresholdsFailed");

    /// <summary>The format that is read, or null where the file is plain evidence.</summary>
    public static string? FormatOf(CorpusFile file) =>
        _named.TryGetValue(file.Format, out var known) ? known.Format : null;

    public static IEnumerable<(string Metric, decimal? Value)> Of(CorpusFile file)
    {
        var expected = file.Expected;
        var named = _named.TryGetValue(file.Format, out var known)
            ? Numbers(expected, known.Metrics, 1).Concat(Numbers(expected, _shares, 100).Take(file.Format switch
            {
                "cobertura-xml" or "lcov" => 1,
                _ => 3,
            }))
            : [];
        return named.Concat(Special(file)).Distinct().Where(f => !IsNoTruth(f, expected));
    }

    // The manifest adds up times below zero too, and gives 0 where no test gives a time.
    private static bool IsNoTruth((string Metric, decimal? Value) figure, JsonElement expected) =>
        figure.Metric == "tests.duration"
        && (figure.Value < 0 || (expected.TryGetProperty("testcasesWithTime", out var timed) && timed.GetInt32() == 0));

    private static IEnumerable<(string Metric, decimal? Value)> Special(CorpusFile file)
    {
        var expected = file.Expected;
        switch (file.Format)
        {
            case "junit-xml":
                var outside = expected.TryGetProperty("failureOrErrorElementsOutsideTestcases", out var given)
                    ? given.GetInt32() : 0;
                return [("tests.errors", expected.GetProperty("errors").GetInt32() + outside)];
            case "k6-handleSummary":
                return
                [
                    ("load.duration", expected.GetProperty("durationMs").GetDecimal() / 1000),
                    ("thresholds.total", expected.GetProperty("thresholds").GetArrayLength()),
                ];
            case "trivy-json" or "grype-json":
                return Counts(expected, "vulnerabilitiesBySeverity", "vulnerabilities.")
                    .Concat(Counts(expected, "misconfigurationsBySeverityFailOnly", "misconfigurations."))
                    .Concat(Numbers(expected, Pairs("vulnerabilities.fixable=withFixedVersion"), 1)
                        .Where(f => f.Item2 > 0));
            case "sarif-2.1.0":
                return Counts(expected, "resultsByEffectiveLevel", "findings.")
                    .Where(_ => expected.GetProperty("suppressedAllAccepted").GetInt32() == 0);
            case "npm-audit-json":
                return Counts(expected, "packagesBySeverity", "vulnerabilities.")
                    .Concat(Counts(expected, "advisoriesBySeverity", "vulnerabilities."));
            case "dependency-check-json" or "dependency-check-xml":
                return Counts(expected, "bySeverity", "vulnerabilities.");
            case "zap-xml":
                return Counts(expected, "alertsByRisk", "alerts.");
            case "nbomber-markdown":
                var (ok, failed) = (expected.GetProperty("ok").GetInt32(), expected.GetProperty("fail").GetInt32());
                return [("http.requests", ok + failed)];
            case "prometheus-api":
                var last = expected.GetProperty("last")[1].GetString();
                return [("prometheus.last", decimal.Parse(last!, System.Globalization.CultureInfo.InvariantCulture))];
            default:
                return [];
        }
    }

    private static IEnumerable<(string, decimal?)> Counts(JsonElement expected, string name, string prefix) =>
        expected.TryGetProperty(name, out var counts)
            ? counts.EnumerateObject().Select(c => (
                prefix + c.Name.ToLowerInvariant().Replace("moderate", "medium"), (decimal?)c.Value.GetInt32()))
            : [];

    private static IEnumerable<(string, decimal?)> Numbers(
        JsonElement expected, Dictionary<string, string> metrics, int factor) =>
        from pair in metrics
        where expected.TryGetProperty(pair.Key, out _)
        let value = expected.GetProperty(pair.Key)
        where value.ValueKind is JsonValueKind.Number or JsonValueKind.Null
        select (pair.Value, value.ValueKind == JsonValueKind.Null ? null : factor * value.GetDecimal() as decimal?);

    // "metric=name in the manifest", by the latter.
    private static Dictionary<string, string> Pairs(string pairs) =>
        pairs.Split(' ').Select(p => p.Split('=')).ToDictionary(p => p[1], p => p[0]);
}
