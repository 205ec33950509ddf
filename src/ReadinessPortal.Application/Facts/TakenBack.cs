using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;

namespace ReadinessPortal.Application.Facts;

/// <summary>
/// A slip that its author takes back at once makes nothing read better than it read before the slip, so that nobody
/// else has to agree.
/// </summary>
public static class TakenBack
{
    /// <summary>How long a change is a slip.</summary>
    public static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(10);

    private const string Place = "position";

    /// <summary>
    /// Whether what is about to be saved puts back everything that an earlier change of the same person did, and
    /// nothing else; not if that is long ago or frozen in a revision, or somebody else changed the facts since.
    /// </summary>
    internal static async Task<bool> IsAllAsync(LaunchChange change, long number, CancellationToken ct)
    {
        if (number <= change.Board.NewestRevision?.ChangeNumber)
        {
            return false;
        }

        var text = await change.Db.Set<AuditRow>().Where(a => a.LaunchId == change.LaunchId && a.Seq == number)
            .Select(a => a.Entry).SingleOrDefaultAsync(ct);
        if (text is null || JsonNode.Parse(text) is not { } entry
            || !IsOf(entry, change)
            || DateTimeOffset.Parse((string)entry["at"]!, CultureInfo.InvariantCulture) + AtOnce < change.Now)
        {
            return false;
        }

        var since = await change.Db.Set<AuditRow>()
            .Where(a => a.LaunchId == change.LaunchId && a.Seq > number && a.TouchesFacts)
            .Select(a => a.Entry).ToListAsync(ct);
        if (since.Exists(e => !IsOf(JsonNode.Parse(e)!, change)))
        {
            return false;
        }

        var did = ById(entry["changes"]!.AsArray());
        var puts = ById(change.Changed());
        return did.Count > 0
            && did.All(row => puts.TryGetValue(row.Key, out var back)
                ? IsBack(row.Value, back)
                : IsPlaceOnly(row.Value))
            && puts.All(row => did.ContainsKey(row.Key) || (IsPlaceOnly(row.Value) && did.Values.Any(d =>
                (string?)d["table"] == (string?)row.Value["table"])));
    }

    private static bool IsOf(JsonNode entry, LaunchChange change) =>
        (string?)entry["actor"]!["id"] == change.Actor.UserId.ToString();

    private static Dictionary<string, JsonNode> ById(JsonArray rows) =>
        rows.ToDictionary(r => $"{r!["table"]}/{r["id"]}", r => r!, StringComparer.Ordinal);

    private static bool IsBack(JsonNode did, JsonNode back) => ((string?)did["kind"], (string?)back["kind"]) switch
    {
        ("added" or "restored", var kind) => kind == "archived" && IsWhole(back),
        ("archived", var kind) => kind == "restored" && IsWhole(back),
        _ => Fields(did, "after").Concat(Fields(back, "after")).Distinct().Where(f => f != Place)
            .All(f => JsonNode.DeepEquals(did["before"]![f], back["after"]![f])),
    };

    // Gone or back as it was, and nothing of it changed on the way.
    private static bool IsWhole(JsonNode back) => Fields(back, "after").All(f => f is Place or "archivedAt");

    // Where a fact stands among its siblings says nothing of the launch.
    private static bool IsPlaceOnly(JsonNode row) =>
        (string?)row["kind"] == "changed" && Fields(row, "after").All(f => f == Place);

    private static IEnumerable<string> Fields(JsonNode row, string side) =>
        row[side]!.AsObject().Select(field => field.Key);
}
