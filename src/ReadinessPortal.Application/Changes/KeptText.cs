using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Changes;

/// <summary>
/// What a text may hold to be kept for ever: no control characters besides tab and line ends, no half characters, and
/// not without limit. Everything written passes here, whatever form, package or program it came from. What turns the
/// order of reading is kept with evidence alone, whose names and titles are a file's own: they are shown with it
/// written out.
/// </summary>
internal static partial class KeptText
{
    private const int MostInEntry = 4_000;
    private const int MostInKey = 200;

    /// <summary>Why one of the rows about to be saved cannot be kept, or null.</summary>
    public static Refusal? WhyNot(IEnumerable<EntityEntry> rows) =>
        rows.Where(r => r.State is EntityState.Added or EntityState.Modified && r.Entity is not RevisionBody)
            .SelectMany(r => r.Properties.Where(p => r.State == EntityState.Added || p.IsModified)
                .Select(p => WhyNot(p.CurrentValue, mayTurn: r.Entity is EvidenceItem)))
            .FirstOrDefault(r => r is not null);

    /// <summary>An entry has to be written even when what was tried is not fit to be kept.</summary>
    public static AuditEntry Clean(AuditEntry entry) => entry with
    {
        Subject = entry.Subject with { Key = Clean(entry.Subject.Key, MostInKey) is { Length: > 0 } key ? key : "-" },
        Summary = Clean(entry.Summary, MostInEntry),
    };

    private static Refusal? WhyNot(object? value, bool mayTurn) => value switch
    {
        null or byte[] => null,
        string text => WhyNot(text, mayTurn),
        _ when value.GetType() is { IsPrimitive: true } or { IsEnum: true } => null,
        _ => WhyNotWithin(value, mayTurn),
    };

    // A value of several parts is looked at as it is going to be written.
    private static Refusal? WhyNotWithin(object value, bool mayTurn)
    {
        var json = JsonSerializer.SerializeToNode(value, value.GetType(), FactsJson.Options);
        return Texts(json).Select(text => WhyNot(text, mayTurn)).FirstOrDefault(r => r is not null);
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => Texts(pair.Value).Prepend(pair.Key)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String =>
            [value.GetValue<string>()],
        _ => [],
    };

    /// <summary>Why a text cannot be kept, or null.</summary>
    /// <param name="mayTurn">Whether it may hold what turns the order of reading.</param>
    public static Refusal? WhyNot(string text, bool mayTurn) =>
        TextLimits.WhyNot("A text", text, TextLimits.Fact) is { } tooLong ? tooLong
        : Unkept().Match(text) is { Success: true } found
            ? new CharacterNotKept(NamedCharacter.At(text, found.Index))
        : !mayTurn && NamedCharacter.TurningIn(text) is { } turning ? new CharacterNotKept(turning)
        : null;

    private static string Clean(string text, int most)
    {
        var cut = text.Length > most ? text[..most] + " …" : text;
        return Unkept().Replace(cut, "\uFFFD");
    }

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])"
        + @"|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Unkept();
}
