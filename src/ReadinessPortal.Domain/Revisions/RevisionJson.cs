using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Domain.Revisions;

/// <param name="Text">Canonical; its SHA-256 is the revision's.</param>
/// <param name="Sections">Name to SHA-256 of the section's canonical text; also inside the text.</param>
public sealed record RevisionText(string Text, ImmutableSortedDictionary<string, string> Sections)
{
    public string Sha256 { get; } = CanonicalJson.Sha256(Text);
}

/// <summary>Writes what a revision holds, in named sections with a hash each, and reads it back.</summary>
public static class RevisionJson
{
    private const string FormatKey = "format";
    private const string SectionsKey = "sections";

    /// <summary>
    /// From each format that was ever written to the one after it. Whoever renames or drops a member of what is frozen
    /// gives the format a new number, and adds here what turns the old one into it: the oldest revision is read for
    /// ever.
    /// </summary>
    private static readonly FrozenDictionary<string, (string Next, Action<JsonObject> Change)> _older =
        new Dictionary<string, (string, Action<JsonObject>)>
        {
            ["readiness-revision/1"] = ("readiness-revision/2", ToOffsetsByInstant),
            ["readiness-revision/2"] = ("readiness-revision/3", ToBudgetRoles),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    // Nulls are left out in writing, so a missing member has to read as null.
    private static readonly JsonSerializerOptions _reading =
        new(FactsJson.Options) { RespectRequiredConstructorParameters = false };

    public static RevisionText Write(RevisionContent content)
    {
        var json = JsonSerializer.SerializeToNode(content, FactsJson.Options)!.AsObject();
        var sections = Sections(json);
        json[FormatKey] = RevisionContent.Format;
        json[SectionsKey] = new JsonObject(sections.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value)));
        return new(CanonicalJson.Write(json), sections);
    }

    /// <exception cref="FormatException">Written in a format that this version cannot read.</exception>
    public static RevisionContent Read(string text)
    {
        var json = JsonNode.Parse(text)!.AsObject();
        var format = json[FormatKey]?.GetValue<string>() ?? "";
        while (format != RevisionContent.Format)
        {
            if (!_older.TryGetValue(format, out var older))
            {
                throw new FormatException($"A revision in format '{format}' cannot be read; known are "
                    + $"{Counted.List([.. _older.Keys.Append(RevisionContent.Format).Order()])}.");
            }

            older.Change(json);
            format = older.Next;
        }

        json.Remove(FormatKey);
        json.Remove(SectionsKey);
        return json.Deserialize<RevisionContent>(_reading)!;
    }

    // The first format had one for all times, which is an hour off for those on the other side of a change.
    private static void ToOffsetsByInstant(JsonObject json)
    {
        var offset = json["utcOffset"]!.DeepClone();
        json.Remove("utcOffset");
        json["offsets"] = new JsonArray(
            new JsonObject { ["from"] = json["frozenAt"]!.DeepClone(), ["offset"] = offset });
    }

    private static void ToBudgetRoles(JsonObject json) => BudgetsByKey.AddRoles(json["facts"]!.AsObject());

    /// <summary>
    /// Sections of facts: one per array, criteria by category, registers one by one; the moves of the target
    /// date, if any; and the readiness derived from them.
    /// </summary>
    public static ImmutableSortedDictionary<string, string> Sections(JsonObject content)
    {
        var sections = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in content["facts"]!.AsObject())
        {
            switch (name)
            {
                case "criteria":
                    foreach (var group in value!.AsArray()
                        .GroupBy(c => (string)c!["category"]!, StringComparer.Ordinal))
                    {
                        sections[$"{name}/{group.Key}"] = Hash(new JsonArray([.. group.Select(c => c!.DeepClone())]));
                    }

                    break;
                case "registers":
                    foreach (var register in value!.AsArray())
                    {
                        sections[$"{name}/{(string)register!["key"]!}"] = Hash(register);
                    }

                    break;
                default:
                    sections[name] = Hash(value);
                    break;
            }
        }

        if (content["targetMoves"] is JsonArray { Count: > 0 } moves)
        {
            sections["targetMoves"] = Hash(moves);
        }

        sections["readiness"] = Hash(content["readiness"]);
        return sections.ToImmutable();
    }

    private static string Hash(JsonNode? node) => CanonicalJson.Sha256(CanonicalJson.Write(node));
}
