using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Monitoring;

/// <summary>A dashboard of Grafana, exported or as its API answers it. It defines what is shown and measures nothing,
/// so that it has no readings.</summary>
public sealed class GrafanaDashboardFormat : IJsonFormat
{
    public string Name => "grafana-dashboard";

    public bool Claims(JsonElement root) => IsDashboard(root)
        || (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("dashboard", out var inner)
            && IsDashboard(inner));

    public void Read(JsonPart root, ReadingCollector into)
    {
        into.Producer = "Grafana";
        foreach (var requirement in root.Items("__requires").Where(r => r.Text("type") == "grafana"))
        {
            into.Producer = $"Grafana {requirement.Text("version")}";
        }
    }

    // Before version 5 panels stood in rows.
    private static bool IsDashboard(JsonElement element) => element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("schemaVersion", out _) && element.TryGetProperty("title", out _)
        && (element.TryGetProperty("panels", out _) || element.TryGetProperty("rows", out _));
}
