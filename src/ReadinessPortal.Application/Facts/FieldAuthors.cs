using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <param name="By">As named at the time.</param>
/// <param name="Who">Their user id.</param>
public sealed record FieldAuthor(string By, DateTimeOffset At, Guid? Who = null)
{
    /// <summary>As <paramref name="reader"/> is told of it: what they did themselves, they did elsewhere.</summary>
    public FieldAuthor ToldTo(Guid reader) => Who == reader ? this with { By = "You, in another window," } : this;
}

/// <summary>Finds in the audit who gave fields the values that stand.</summary>
internal static class FieldAuthors
{
    /// <returns>Null where no entry of the launch's audit speaks of it.</returns>
    public static async Task<FieldAuthor?> LastAsync(
        PortalContext db, LaunchFacts facts, FactPath path, string field, CancellationToken ct) =>
        (await LastAsync(db, facts, [(path, field)], ct)).GetValueOrDefault((path, field));

    /// <summary>However many fields are asked about, the audit is read once, from its end.</summary>
    /// <returns>Without the fields that no entry of the launch's audit speaks of.</returns>
    public static async Task<IReadOnlyDictionary<(FactPath Fact, string Field), FieldAuthor>> LastAsync(
        PortalContext db, LaunchFacts facts, IReadOnlyCollection<(FactPath Fact, string Field)> fields,
        CancellationToken ct)
    {
        var found = new Dictionary<(FactPath Fact, string Field), FieldAuthor>();
        var wanted = fields.ToLookup(f => IdOf(facts, f.Fact));
        var one = wanted.Count == 1 ? $"\"id\":\"{wanted.First().Key}\"" : "\"id\":";
        var entries = db.Set<AuditRow>()
            .Where(a => a.LaunchId == facts.Launch.Id && a.TouchesFacts && a.Entry.Contains(one))
            .OrderByDescending(a => a.Seq).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(ct))
        {
            foreach (var change in JsonNode.Parse(entry.Entry)!["changes"]!.AsArray())
            {
                foreach (var field in wanted[(string?)change!["id"]].Where(f =>
                    !found.ContainsKey(f) && Sets(change, f.Field)))
                {
                    var line = AuditLine.Of(entry);
                    found[field] = new(line.Actor, line.At, line.ActorId);
                }
            }

            if (found.Count == fields.Count)
            {
                break;
            }
        }

        return found;
    }

    private static string? IdOf(LaunchFacts facts, FactPath path) => (FactKinds.Find(facts, path) switch
    {
        Fact fact => fact.Id,
        Launch launch => launch.Id,
        _ => (Guid?)null,
    })?.ToString();

    private static bool Sets(JsonNode change, string field)
    {
        var (before, after) = (Value(change["before"], field), Value(change["after"], field));
        return !JsonNode.DeepEquals(before, after);
    }

    private static JsonNode? Value(JsonNode? values, string field) =>
        field.Split('.', 2) is [var outer, var inner] ? values?[outer]?[inner] : values?[field];
}
