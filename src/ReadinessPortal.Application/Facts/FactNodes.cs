using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>
/// The facts of a launch as JSON, found by their paths: thousands of changes of one register are one walk.
/// </summary>
internal sealed class FactNodes(LaunchFacts facts)
{
    private readonly Dictionary<JsonArray, Dictionary<string, JsonObject>> _lists =
        new(ReferenceEqualityComparer.Instance);

    public JsonObject Root { get; } = (JsonObject)JsonSerializer.SerializeToNode(facts, FactsJson.Options)!;

    public JsonObject? Find(FactPath path) =>
        path.IsLaunch ? Root["launch"] as JsonObject
        : Siblings(path) is { } siblings ? Keyed(siblings).GetValueOrDefault(path.Key)
        : null;

    /// <summary>The list that the path stands in; null where there is none yet, or nothing to be a part of.</summary>
    public JsonArray? Siblings(FactPath path) => Holder(path)?[path.List] as JsonArray;

    /// <summary>
    /// The same, begun where there is none; null where what the fact would be a part of is not there.
    /// </summary>
    /// <param name="path">Of a kind that the format has.</param>
    public JsonArray? SiblingsOfNew(FactPath path)
    {
        if (Siblings(path) is null && Holder(path) is { } holder)
        {
            holder[path.List] = new JsonArray();
        }

        return Siblings(path);
    }

    /// <param name="after">Key of the sibling it follows; empty for the first place, null for the last.</param>
    /// <returns>Whether that sibling is there.</returns>
    public bool Insert(JsonArray siblings, JsonObject fact, string? after)
    {
        var at = after is null ? siblings.Count
            : after.Length == 0 ? 0
            : Keyed(siblings).TryGetValue(after, out var before) ? siblings.IndexOf(before) + 1
            : -1;
        if (at >= 0)
        {
            Insert(siblings, fact, at);
        }

        return at >= 0;
    }

    public void Insert(JsonArray siblings, JsonObject fact, int at)
    {
        siblings.Insert(Math.Min(at, siblings.Count), fact);
        Keyed(siblings)[Key(fact)] = fact;
    }

    public void Remove(JsonObject fact)
    {
        var siblings = (JsonArray)fact.Parent!;
        Keyed(siblings).Remove(Key(fact));
        siblings.Remove(fact);
    }

    /// <summary>Key of the sibling it follows; empty for the first place.</summary>
    public static string Before(JsonObject fact)
    {
        var siblings = (JsonArray)fact.Parent!;
        return siblings.IndexOf(fact) is > 0 and var at ? Key((JsonObject)siblings[at - 1]!) : "";
    }

    private JsonObject? Holder(FactPath path) => path.Parent is { } parent ? Find(parent) : Root;

    private static string Key(JsonObject fact) => (string)fact["key"]!;

    private Dictionary<string, JsonObject> Keyed(JsonArray list)
    {
        if (!_lists.TryGetValue(list, out var keyed))
        {
            _lists[list] = keyed = new(StringComparer.Ordinal);
            foreach (var fact in list.OfType<JsonObject>().Where(f => f["key"] is JsonValue))
            {
                keyed.TryAdd(Key(fact), fact);
            }
        }

        return keyed;
    }
}
