using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.LoadTests;

/// <summary><c>stats.json</c> and <c>global_stats.json</c> of Gatling's report. Its four percentiles are 50, 75, 95
/// and 99 unless the setting <c>gatling.charting.indicators</c> says otherwise, which the files do not tell.</summary>
public sealed class GatlingFormat : IJsonFormat
{
    public string Name => "gatling";

    public bool Claims(JsonElement root) => IsStats(root)
        || (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("stats", out var stats) && IsStats(stats));

    public void Read(JsonPart root, ReadingCollector into)
    {
        into.Producer = "Gatling";
        var stats = root.Member("stats") ?? root;
        var requests = stats.Required("numberOfRequests");
        new LoadFigures
        {
            Requests = requests.Count("total"),
            Failed = requests.Count("ko"),
            Rate = All(stats, "meanNumberOfRequestsPerSecond"),
            Average = All(stats, "meanResponseTime"),
            P50 = All(stats, "percentiles1"),
            P95 = All(stats, "percentiles3"),
            P99 = All(stats, "percentiles4"),
            Max = All(stats, "maxResponseTime"),
        }.AddTo(into);
        if (requests.Count("ok") + requests.Count("ko") is { } parts && parts != requests.Count("total"))
        {
            into.Warn(WarningCodes.TotalsDisagree, $"{requests.Path} says "
                + $"{requests.Count("total"):0} requests in all, and "
                + $"its parts add up to {parts:0}.");
        }
    }

    // Of successful and failed requests together.
    private static decimal? All(JsonPart stats, string name) => stats.Member(name)?.Number("total");

    private static bool IsStats(JsonElement element) => element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("numberOfRequests", out var requests) && requests.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("percentiles1", out _);
}
