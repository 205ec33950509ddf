using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Scans;

/// <summary>Results counted by effective level.</summary>
internal sealed class SarifCounts
{
    private readonly Dictionary<string, int> _levels = new()
    {
        ["error"] = 0, ["warning"] = 0, ["note"] = 0, ["none"] = 0,
    };

    private int _suppressed;

    public void Add(JsonPart result, SarifRules rules)
    {
        // Only a failure is a finding (3.27.9); one that is gone since the baseline is none any more (3.27.24).
        if (result.Text("kind") is not (null or "fail") || result.Text("baselineState") == "absent")
        {
            return;
        }

        if (IsSuppressed(result))
        {
            _suppressed++;
            return;
        }

        var level = result.Text("level") ?? rules.LevelOf(result) ?? "warning";
        if (!_levels.TryGetValue(level, out var count))
        {
            throw result.Wrong($"has the level '{ReadingCollector.Clean(level, 40)}', which SARIF does not know");
        }

        _levels[level] = count + 1;
    }

    /// <param name="isClean">Whether every run was successful: without that, a zero proves nothing.</param>
    public void AddTo(ReadingCollector into, bool isClean)
    {
        foreach (var level in (ReadOnlySpan<string>)["error", "warning", "note"])
        {
            AddCount($"findings.{level}", _levels[level]);
        }

        AddCount("findings.total", _levels.Values.Sum());
        AddCount("findings.suppressed", _suppressed);

        void AddCount(string metric, int count) =>
            into.AddIfGiven(metric, count > 0 || isClean ? count : null, "count");
    }

    // Every suppression must have been accepted, which is what it is without a status (3.27.23, 3.35.3).
    private static bool IsSuppressed(JsonPart result)
    {
        var any = false;
        foreach (var suppression in result.Items("suppressions"))
        {
            any = true;
            if (suppression.Text("status") is not (null or "accepted"))
            {
                return false;
            }
        }

        return any;
    }
}
