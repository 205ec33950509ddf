using System.Text;
using System.Text.Json.Nodes;

namespace ReadinessPortal.Application.Revisions;

/// <summary>Walks two trees of facts side by side; things are the same thing when they have the same key.</summary>
internal sealed class FactsDifference(List<string> words)
{
    private const int MostCharacters = 160;

    // What a person calls a thing, the best first.
    private static readonly string[] _names = ["title", "metric", "text", "stated", "by", "key"];

    public void Compare(JsonObject from, JsonObject to)
    {
        foreach (var name in from.Select(m => m.Key).Union(to.Select(m => m.Key), StringComparer.Ordinal))
        {
            Compare(null, name, from[name], to[name]);
        }
    }

    private void Compare(string? of, string name, JsonNode? from, JsonNode? to)
    {
        if (JsonNode.DeepEquals(from, to))
        {
            return;
        }

        if (IsKeyed(from) || IsKeyed(to))
        {
            CompareThings(of, name, (from as JsonArray) ?? [], (to as JsonArray) ?? []);
        }
        else if (from is JsonArray or null && to is JsonArray or null && (from ?? to) is JsonArray)
        {
            CompareValues(of, name, (from as JsonArray) ?? [], (to as JsonArray) ?? []);
        }
        else if (from is JsonObject or null && to is JsonObject or null)
        {
            var (before, after) = (from as JsonObject ?? [], to as JsonObject ?? []);
            var inner = of is null ? Capital(Words(name)) : $"{of}, {Words(name)}";
            foreach (var key in before.Select(m => m.Key).Union(after.Select(m => m.Key), StringComparer.Ordinal))
            {
                Compare(inner, key, before[key], after[key]);
            }
        }
        else
        {
            words.Add($"{of ?? "Launch"}: {Words(name)} {Shown(from)} \u2192 {Shown(to)}");
        }
    }

    private void CompareThings(string? of, string section, JsonArray from, JsonArray to)
    {
        var left = from.ToDictionary(f => (string)f!["key"]!, f => f!.AsObject(), StringComparer.Ordinal);
        foreach (var thing in to.Select(t => t!.AsObject()))
        {
            var inner = of is null ? Name(thing) : $"{of}, {Name(thing)}";
            if (!left.Remove((string)thing["key"]!, out var was))
            {
                words.Add($"{inner}: added to {Words(section)}");
                continue;
            }

            foreach (var member in was.Select(m => m.Key).Union(thing.Select(m => m.Key), StringComparer.Ordinal))
            {
                Compare(inner, member, was[member], thing[member]);
            }
        }

        foreach (var gone in left.Values)
        {
            words.Add($"{(of is null ? "" : $"{of}, ")}{Name(gone)}: removed from {Words(section)}");
        }
    }

    private void CompareValues(string? of, string name, JsonArray from, JsonArray to)
    {
        var before = from.Select(v => v!.ToString()).ToList();
        var after = to.Select(v => v!.ToString()).ToList();
        var what = $"{of ?? "Launch"}: {Words(name)}";
        words.AddRange(after.Except(before, StringComparer.Ordinal).Select(v => $"{what}, {v} added"));
        words.AddRange(before.Except(after, StringComparer.Ordinal).Select(v => $"{what}, {v} removed"));
        if (before.Order(StringComparer.Ordinal)
            .SequenceEqual(after.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            words.Add($"{what} in another order");
        }
    }

    private static bool IsKeyed(JsonNode? node) =>
        node is JsonArray { Count: > 0 } array && array.All(i => i is JsonObject thing && thing["key"] is not null);

    private static string Name(JsonObject thing)
    {
        var name = Cut((string)thing[_names.First(n => thing[n] is not null)]!);
        return thing["statistic"] is { } statistic ? $"{name} {(string)statistic!}" : name;
    }

    private static string Shown(JsonNode? value) => value switch
    {
        null => "none",
        JsonValue word when word.TryGetValue<bool>(out var flag) => flag ? "yes" : "no",
        JsonObject or JsonArray => Cut(value.ToJsonString()),
        _ => Cut(value.ToString()),
    };

    private static string Cut(string text) => text.Length <= MostCharacters ? text : $"{text[..MostCharacters]}\u2026";

    private static string Words(string camel)
    {
        var text = new StringBuilder();
        foreach (var c in camel)
        {
            _ = char.IsUpper(c) ? text.Append(' ').Append(char.ToLowerInvariant(c)) : text.Append(c);
        }

        return text.ToString();
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
