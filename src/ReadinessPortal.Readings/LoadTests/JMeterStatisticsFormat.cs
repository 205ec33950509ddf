using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.LoadTests;

/// <summary><c>statistics.json</c> of JMeter's dashboard: a row for each transaction and one for all
/// (https://jmeter.apache.org/usermanual/generating-dashboard.html). Its three percentiles are 90, 95 and 99 unless the
/// settings <c>aggregate_rpt_pct</c> say otherwise, which the file does not tell.</summary>
public sealed class JMeterStatisticsFormat : IJsonFormat
{
    private const string All = "Total";

    public string Name => "jmeter-statistics";

    public bool Claims(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && root.EnumerateObject().FirstOrDefault().Value is { ValueKind: JsonValueKind.Object } first
        && first.TryGetProperty("sampleCount", out _) && first.TryGetProperty("errorCount", out _);

    public void Read(JsonPart root, ReadingCollector into)
    {
        into.Producer = "JMeter";
        var rows = root.Members().Where(r => r.Name != All).Select(r => r.Value).ToList();
        if (root.Member(All) is { } total)
        {
            Row(total).AddTo(into);
            return;
        }

        if (rows is [var only])
        {
            Row(only).AddTo(into);
            return;
        }

        into.Warn(WarningCodes.PercentilesInParts, $"The file has no row '{All}': percentiles of {rows.Count} "
            + "transactions cannot be added up and are left out.");
        var requests = rows.Sum(r => r.Count("sampleCount") ?? 0);
        new LoadFigures
        {
            Requests = requests,
            Failed = rows.Sum(r => r.Count("errorCount") ?? 0),
            Rate = rows.Sum(r => r.Number("throughput")),
            Average = requests > 0
                ? rows.Sum(r => (r.Number("meanResTime") ?? 0) * (r.Count("sampleCount") ?? 0)) / requests : null,
            Max = rows.Max(r => r.Number("maxResTime")),
        }.AddTo(into);
    }

    private static LoadFigures Row(JsonPart row) => new()
    {
        Requests = row.Count("sampleCount"),
        Failed = row.Count("errorCount"),
        Rate = row.Number("throughput"),
        Average = row.Number("meanResTime"),
        P50 = row.Number("medianResTime"),
        P90 = row.Number("pct1ResTime"),
        P95 = row.Number("pct2ResTime"),
        P99 = row.Number("pct3ResTime"),
        Max = row.Number("maxResTime"),
    };
}
