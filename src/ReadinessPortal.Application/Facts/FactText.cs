using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>Fields as text, the way a person edits them and a <see cref="FactChange"/> carries them.</summary>
public static class FactText
{
    /// <summary>Null where nothing is set, and where there is no such fact or field.</summary>
    public static string? Read(LaunchFacts facts, FactPath path, string field) =>
        FactKinds.Find(facts, path) is { } fact && FactKinds.Of(path)?.Field(field) is { } known
            ? Of(known.Read(fact, field))
            : null;

    /// <summary>Every field of the fact that is set, by name; the cells of a row as <c>cells.name</c>.</summary>
    /// <returns>Null where there is no such fact.</returns>
    public static IReadOnlyDictionary<string, string>? Read(LaunchFacts facts, FactPath path) =>
        FactKinds.Find(facts, path) is { } fact ? Read(fact, FactKinds.Get(path)) : null;

    internal static Dictionary<string, string> Read(object fact, FactKind kind) =>
        kind.Fields
            .SelectMany(field => field.Names(fact).Select(name => (Name: name, Text: Of(field.Read(fact, name)))))
            .Where(f => f.Text is not null).ToDictionary(f => f.Name, f => f.Text!, StringComparer.Ordinal);

    /// <summary>What the fact is called where it is only referred to; its key where it is gone.</summary>
    public static string Title(LaunchFacts facts, FactPath path) =>
        FactKinds.Find(facts, path) is { } fact ? Title(facts, path, fact) : path.Key;

    internal static string Title(LaunchFacts facts, FactPath path, object fact) =>
        Title(path, fact, path.Parent is { } whole ? FactKinds.Find(facts, whole) as Fact : null);

    /// <param name="whole">What it is a part of.</param>
    internal static string Title(FactPath path, object fact, Fact? whole) =>
        FactWords.Shown(Normal(FactKinds.Get(path).TitleOf(fact, whole)));

    /// <summary>The same white space for everybody: what a browser sends and what a package holds.</summary>
    internal static string? Normal(string? text)
    {
        var lines = text?.ReplaceLineEndings("\n").Trim();
        return string.IsNullOrEmpty(lines) ? null : lines;
    }

    internal static string? Of(JsonNode? value) => value switch
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

    // Whose text it is, is known when it is saved.
    private static (JsonNode? Value, string? Problem) Parse(string text, Type type) =>
        ScalarReader.Read(new YamlScalar(0, text, IsPlain: type != typeof(string)), type, mayTurn: true);
}
