using System.Text.Json.Nodes;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.Application.Audit;

/// <summary>What an entry did to one row.</summary>
/// <param name="Kind">added, changed, archived or restored.</param>
/// <param name="Table">As the database calls it.</param>
/// <param name="Key">Key of the fact; null for what has none.</param>
/// <param name="Values">What changed, in the order of the entry.</param>
public sealed record AuditedChange(string Kind, string Table, string? Key, IReadOnlyList<AuditedValue> Values)
{
    // Of the machine, not of the launch: they say nothing to a reader that the entry does not say.
    private static readonly string[] _apart = ["id", "launchId", "position", "factsNumber", "changeNumber"];

    internal static IReadOnlyList<AuditedChange> Of(JsonNode entry) =>
        [.. (entry["changes"] as JsonArray ?? []).OfType<JsonObject>().Select(Of).Where(c => c.Values.Count > 0)];

    private static AuditedChange Of(JsonObject change)
    {
        var (before, after) = (change["before"] as JsonObject, change["after"] as JsonObject);
        return new(Text(change["kind"]) ?? "", Text(change["table"]) ?? "", Text(change["key"]),
        [
            .. (after ?? []).Where(a => !_apart.Contains(a.Key))
                .Select(a => new AuditedValue(a.Key, Text(before?[a.Key]), Text(a.Value)))
                .Where(v => v.Before != v.After),
        ]);
    }

    private static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonValue one when one.TryGetValue<string>(out var text) => text,
        JsonArray { Count: 0 } => null,
        _ => CanonicalJson.Write(value),
    };
}

/// <param name="Name">Of the property.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where there is nothing now.</param>
public sealed record AuditedValue(string Name, string? Before, string? After);
