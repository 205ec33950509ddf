using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Application.Facts;

/// <summary>Fields as text, the way a person edits them and a <see cref="FactChange"/> carries them.</summary>
public static class FactText
{
    /// <summary>Null where nothing is set, and where there is no such fact.</summary>
    public static string? Read(LaunchFacts facts, FactPath path, string field) =>
        FactKind.Find(facts, path) is { } fact ? Of(Json(fact), field) : null;

    /// <summary>Every field of the fact that is set, by name; the cells of a row as <c>cells.name</c>.</summary>
    /// <returns>Null where there is no such fact.</returns>
    public static IReadOnlyDictionary<string, string>? Read(LaunchFacts facts, FactPath path)
    {
        if (FactKind.Find(facts, path) is not { } fact || FactKind.Of(path) is not { } kind)
        {
            return null;
        }

        return Read(Json(fact), kind);
    }

    internal static Dictionary<string, string> Read(JsonObject json, FactKind kind)
    {
        var names = kind.Fields.SelectMany(f =>
            f.IsMap ? (json[f.Name] as JsonObject ?? []).Select(e => $"{f.Name}.{e.Key}") : [f.Name]);
        return names.Select(n => (Name: n, Text: Of(json, n))).Where(f => f.Text is not null)
            .ToDictionary(f => f.Name, f => f.Text!, StringComparer.Ordinal);
    }

    /// <summary>What the fact is called where it is only referred to; its key where it is gone.</summary>
    public static string Title(LaunchFacts facts, FactPath path) =>
        FactKind.Find(facts, path) is { } fact ? Title(facts, path, fact) : path.Key;

    /// <summary>A row is called by its cells, everything else by itself.</summary>
    internal static string Title(LaunchFacts facts, FactPath path, object fact) =>
        fact is RegisterRow row && FactKind.Find(facts, path.Root) is Register register
            ? RegisterFacts.Title(register, row)
            : FactWords.Title(Json(fact));

    /// <summary>The same white space for everybody: what a browser sends and what a package holds.</summary>
    internal static string? Normal(string? text)
    {
        var lines = text?.ReplaceLineEndings("\n").Trim();
        return string.IsNullOrEmpty(lines) ? null : lines;
    }

    internal static string? Of(JsonObject fact, string field)
    {
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? Of(fact[field])
            : fact[field[..dot]] is JsonObject inner ? Of(inner[field[(dot + 1)..]])
            : null;
    }

    private static string? Of(JsonNode? value) => value switch
    {
        null => null,
        JsonArray list => FactList.Text(list.Select(e => Of(e) ?? "")),
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => Normal(scalar.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    /// <summary>The JSON value of a field's text, or why it does not fit.</summary>
    internal static (JsonNode? Value, string? Problem) Parse(string text, FactField field)
    {
        if (!field.IsList)
        {
            return Parse(text, field.ValueType);
        }

        var entries = FactList.Of(text).Select(e => Parse(e, field.ValueType)).ToList();
        return entries.FirstOrDefault(e => e.Problem is not null).Problem is { } problem
            ? (null, problem)
            : (new JsonArray([.. entries.Select(e => e.Value)]), null);
    }

    private static (JsonNode? Value, string? Problem) Parse(string text, Type type) =>
        ScalarReader.Read(new YamlScalar(0, text, IsPlain: type != typeof(string)), type);

    private static JsonObject Json(object fact) =>
        (JsonObject)JsonSerializer.SerializeToNode(fact, fact.GetType(), FactsJson.Options)!;
}
