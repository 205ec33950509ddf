using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.LoadTests;

/// <summary>
/// The end-of-test summary of k6, in both shapes: <c>--summary-export</c>, where a metric holds its values itself and a
/// threshold is true when it was crossed, and the data of <c>handleSummary</c>, where it holds them under <c>values</c>
/// and a threshold has <c>ok</c> (https://grafana.com/docs/k6/latest/results-output/end-of-test/).
/// </summary>
public sealed class K6SummaryFormat : IJsonFormat
{
    private static readonly string[] _builtIn =
    [
        "http_reqs", "http_req_duration", "http_req_failed", "iterations", "iteration_duration", "vus", "vus_max",
        "data_sent", "data_received", "checks",
    ];

    public string Name => "k6-summary";

    public bool Claims(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("metrics", out var metrics) && metrics.ValueKind == JsonValueKind.Object
        && (root.TryGetProperty("root_group", out _) || _builtIn.Any(m =>
            metrics.TryGetProperty(m, out var metric) && metric.ValueKind == JsonValueKind.Object));

    public void Read(JsonPart root, ReadingCollector into)
    {
        into.Producer = "k6";
        var metrics = root.Required("metrics");
        var requests = Values(metrics.Member("http_reqs"));
        var times = Values(metrics.Member("http_req_duration"));
        var failed = Values(metrics.Member("http_req_failed"));
        var users = Values(metrics.Member("vus_max"));
        var (thresholds, crossed) = Thresholds(metrics);
        new LoadFigures
        {
            Requests = requests?.Count("count"),
            Rate = requests?.Number("rate"),
            // A rate metric counts as passes what is true, and what is true here is that a request failed.
            Failed = failed?.Count("passes"),
            ErrorRate = 100 * (failed?.Number("rate") ?? failed?.Number("value")),
            Average = times?.Number("avg"),
            P50 = times?.Number("med") ?? times?.Number("p(50)"),
            P90 = times?.Number("p(90)"),
            P95 = times?.Number("p(95)"),
            P99 = times?.Number("p(99)"),
            Max = times?.Number("max"),
            Duration = root.Member("state")?.Number("testRunDurationMs") / 1000,
            UsersMax = users?.Number("max") ?? users?.Number("value"),
            Thresholds = thresholds,
            ThresholdsFailed = crossed,
        }.AddTo(into);
    }

    private static JsonPart? Values(JsonPart? metric) => metric?.Member("values") ?? metric;

    // A run without thresholds has none of them failed, and says so.
    private static (decimal All, decimal Failed) Thresholds(JsonPart metrics)
    {
        var (all, failed) = (0, 0);
        foreach (var (_, metric) in metrics.Members())
        {
            foreach (var (expression, threshold) in metric.Members("thresholds"))
            {
                all++;
                failed += Passed(expression, threshold) ? 0 : 1;
            }
        }

        return (all, failed);
    }

    private static bool Passed(string expression, JsonPart threshold) => threshold.Element.ValueKind switch
    {
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        JsonValueKind.Object => threshold.Flag("ok")
            ?? throw threshold.Wrong($"does not say whether '{ReadingCollector.Clean(expression, 80)}' is ok"),
        _ => throw threshold.Wrong("is neither true, false, nor an object with 'ok'"),
    };
}
