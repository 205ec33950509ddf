using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <param name="By">As named at the time.</param>
public sealed record FieldAuthor(string By, DateTimeOffset At);

/// <summary>Finds in the audit who gave a field the value that stands.</summary>
internal static class FieldAuthors
{
    /// <returns>Null where no entry of the launch's audit speaks of it.</returns>
    public static async Task<FieldAuthor?> LastAsync(
        PortalContext db, LaunchFacts facts, FactPath path, string field, CancellationToken ct)
    {
        var id = FactKind.Find(facts, path) switch
        {
            Fact fact => fact.Id,
            Launch launch => launch.Id,
            _ => (Guid?)null,
        };
        var named = $"\"id\":\"{id}\"";
        var entries = db.Set<AuditRow>()
            .Where(a => a.LaunchId == facts.Launch.Id && a.TouchesFacts && a.Entry.Contains(named))
            .OrderByDescending(a => a.Seq).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(ct))
        {
            var changes = JsonNode.Parse(entry.Entry)!["changes"]!.AsArray();
            if (changes.Any(c => (string?)c!["id"] == id.ToString() && Sets(c!, field)))
            {
                var line = AuditLine.Of(entry);
                return new(line.Actor, line.At);
            }
        }

        return null;
    }

    private static bool Sets(JsonNode change, string field)
    {
        var (before, after) = (Value(change["before"], field), Value(change["after"], field));
        return !JsonNode.DeepEquals(before, after);
    }

    private static JsonNode? Value(JsonNode? values, string field) =>
        field.Split('.', 2) is [var outer, var inner] ? values?[outer]?[inner] : values?[field];
}
