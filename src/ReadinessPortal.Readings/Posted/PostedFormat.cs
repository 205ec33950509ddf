using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Posted;

/// <summary>
/// Bare measurements as a pipeline posted them, which is not what a tool wrote: <c>{"postedMeasurements": [{"metric":
/// "http.p95", "value": 287, "unit": "ms"}], "capturedAt": "2025-11-14T09:30:00Z", "source": "https://…"}</c>.
/// </summary>
public sealed class PostedFormat : IJsonFormat
{
    /// <summary>The member that makes it one.</summary>
    public const string Measurements = "postedMeasurements";

    public string Name => "posted";

    public bool Claims(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(Measurements, out _);

    public void Read(JsonPart root, ReadingCollector into)
    {
        into.Producer = root.Text("source");
        into.Captured(Numbers.Moment(root.Text("capturedAt")));
        var metrics = new HashSet<string>(StringComparer.Ordinal);
        foreach (var posted in root.Items(Measurements))
        {
            var (metric, value) = (posted.Required("metric"), posted.Required("value"));
            if (!metrics.Add(metric.Text()))
            {
                throw metric.Wrong("is there twice");
            }

            into.Add(metric.Text(), value.Number() is >= 0 and var number ? number
                : throw value.Wrong("is below zero"), posted.Text("unit") ?? "count");
        }

        if (metrics.Count == 0)
        {
            into.Warn(WarningCodes.NothingMeasured, "No measurement was posted.");
        }
    }
}
