using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Scans;

/// <summary>The default levels of the rules of one run: of the tool's driver and of its extensions (3.52).</summary>
internal sealed class SarifRules
{
    private readonly List<List<string?>> _components = [];
    private readonly Dictionary<string, string> _byId = new(StringComparer.Ordinal);

    public SarifRules(JsonPart run)
    {
        var tool = run.Required("tool");
        Component(tool.Required("driver"));
        foreach (var extension in tool.Items("extensions"))
        {
            Component(extension);
        }
    }

    /// <summary>The level that the rule of a result gives it, or null where it names none.</summary>
    public string? LevelOf(JsonPart result)
    {
        var rule = result.Member("rule");
        var component = (int)(rule?.Member("toolComponent")?.Number("index") ?? -1) + 1;
        var index = (int)(rule?.Number("index") ?? result.Number("ruleIndex") ?? -1);
        if (component >= 0 && component < _components.Count && index >= 0 && index < _components[component].Count)
        {
            return _components[component][index];
        }

        // An id may be refined by further parts: CA1000/1 is of the rule CA1000 (3.27.5).
        var id = rule?.Text("id") ?? result.Text("ruleId");
        while (id is not null)
        {
            if (_byId.TryGetValue(id, out var level))
            {
                return level;
            }

            id = id.LastIndexOf('/') is > 0 and var end ? id[..end] : null;
        }

        return null;
    }

    private void Component(JsonPart component)
    {
        var levels = new List<string?>();
        foreach (var rule in component.Items("rules"))
        {
            var level = rule.Member("defaultConfiguration")?.Text("level");
            levels.Add(level);
            if (level is not null && rule.Text("id") is { } id)
            {
                _byId.TryAdd(id, level);
            }
        }

        _components.Add(levels);
    }
}
