using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.Application.Audit;

/// <param name="Request">See <see cref="Members.Viewer.Request"/>.</param>
/// <param name="What">SHA-256 of what was asked, see <see cref="Changes.LaunchAct"/>; null where nobody asks for it
/// again.</param>
/// <param name="Answer">As it is answered, whenever it is asked again.</param>
internal sealed record AskedBy(Guid Request, string? What, Outcome.Done Answer);

/// <summary>The canonical text of an entry and its link in the chain.</summary>
internal static class AuditText
{
    private static readonly byte[] _prefix = Encoding.UTF8.GetBytes("readiness-audit/1\n");

    /// <param name="asked">What the change was asked by and what it made; null where nobody asks for it again.</param>
    public static string Of(
        AuditEntry entry, string? launch, long seq, Actor actor, DateTimeOffset at, bool touchesFacts,
        JsonArray changes, AskedBy? asked = null)
    {
        var text = new JsonObject
        {
            ["format"] = "readiness-audit/1",
            ["launch"] = launch,
            ["seq"] = seq,
            ["at"] = JsonSerializer.SerializeToNode(at, FactsJson.Options),
            ["actor"] = new JsonObject { ["id"] = actor.UserId.ToString(), ["name"] = actor.Name },
            ["action"] = entry.Action,
            ["subject"] = entry.Subject.ToString(),
            ["summary"] = entry.Summary,
            ["facts"] = touchesFacts,
            ["changes"] = changes,
            ["details"] = entry.Details?.DeepClone() ?? new JsonObject(),
        };
        if (asked is not null)
        {
            text["request"] = asked.Request.ToString();
            text["asked"] = asked.What;
            text["made"] = asked.Answer.Key;
            text["wasThere"] = asked.Answer.WasThere;
            text["waits"] = JsonSerializer.SerializeToNode(asked.Answer.Waits, FactsJson.Options);
        }

        return CanonicalJson.Write(text);
    }

    /// <summary>As the database computes it: prefix, previous hash, text.</summary>
    public static byte[] Hash(byte[] prev, string entry) =>
        System.Security.Cryptography.SHA256.HashData([.. _prefix, .. prev, .. Encoding.UTF8.GetBytes(entry)]);

    /// <summary>
    /// One row's values before and after; null when nothing in it changed. A revision's text is left to its hash.
    /// </summary>
    public static JsonObject? Of(EntityEntry row)
    {
        var added = row.State == EntityState.Added;
        if (row.State is not (EntityState.Added or EntityState.Modified) || row.Entity is RevisionBody)
        {
            return null;
        }

        var before = new JsonObject();
        var after = new JsonObject();
        foreach (var property in row.Properties
            .Where(p => p.Metadata.ValueGenerated == ValueGenerated.Never && (added || p.IsModified)))
        {
            var name = NameOf(property.Metadata.Name);
            if (!added)
            {
                before[name] = ValueOf(property.OriginalValue);
            }

            if (ValueOf(property.CurrentValue) is var value && (!added || value is not null))
            {
                after[name] = value;
            }
        }

        return new JsonObject
        {
            ["kind"] = added ? "added" : after["archivedAt"] is not null ? "archived"
                : after.ContainsKey("archivedAt") ? "restored" : "changed",
            ["table"] = row.Metadata.GetTableName(),
            ["key"] = row.Entity is Fact fact ? fact.Key : null,
            ["id"] = string.Join('/', row.Metadata.FindPrimaryKey()!.Properties.Select(p =>
                row.Property(p).CurrentValue)),
            ["before"] = before,
            ["after"] = after,
        };
    }

    /// <summary>A property as entries name it.</summary>
    internal static string NameOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    /// <summary>A value as entries tell it; of bytes, their hash.</summary>
    internal static JsonNode? ValueOf(object? value) => value switch
    {
        null => null,
        byte[] bytes => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), FactsJson.Options),
    };
}
