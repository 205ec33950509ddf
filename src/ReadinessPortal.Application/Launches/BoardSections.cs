using System.Collections.Immutable;
using System.Text.Json;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.Application.Launches;

/// <summary>
/// Lets a new board keep the previous board's objects where nothing changed, fact by fact and array by array, so that
/// a page redraws only what did.
/// </summary>
internal sealed class BoardSections
{
    private readonly Dictionary<Guid, (string Hash, Fact Fact)> _facts = [];

    /// <summary>Length of all facts as JSON: what the size in memory is estimated from.</summary>
    public long JsonLength { get; private set; }

    public static (LaunchBoard Board, BoardSections Sections) Of(LaunchBoard board, LaunchBoard? before,
        BoardSections? known)
    {
        var sections = new BoardSections();
        var facts = board.Facts;
        var old = before?.Facts;
        return (board with
        {
            Facts = facts with
            {
                Roles = sections.Keep(facts.Roles, old?.Roles, known),
                Categories = sections.Keep(facts.Categories, old?.Categories, known),
                Criteria = sections.Keep(facts.Criteria, old?.Criteria, known),
                Gates = sections.Keep(facts.Gates, old?.Gates, known),
                Registers = sections.Keep(facts.Registers, old?.Registers, known),
                Drills = sections.Keep(facts.Drills, old?.Drills, known),
                Items = sections.Keep(facts.Items, old?.Items, known),
                Risks = sections.Keep(facts.Risks, old?.Risks, known),
                Milestones = sections.Keep(facts.Milestones, old?.Milestones, known),
                Narratives = sections.Keep(facts.Narratives, old?.Narratives, known),
                Recommendations = sections.Keep(facts.Recommendations, old?.Recommendations, known),
                Contacts = sections.Keep(facts.Contacts, old?.Contacts, known),
                Figures = sections.Keep(facts.Figures, old?.Figures, known),
                Claims = sections.Keep(facts.Claims, old?.Claims, known),
                Evidence = sections.Keep(facts.Evidence, old?.Evidence, known),
            },
        }, sections);
    }

    private ImmutableArray<T> Keep<T>(ImmutableArray<T> now, ImmutableArray<T>? before, BoardSections? known)
        where T : Fact
    {
        var kept = ImmutableArray.CreateBuilder<T>(now.Length);
        foreach (var fact in now)
        {
            var text = JsonSerializer.Serialize(fact, FactsJson.Options);
            JsonLength += text.Length;
            var hash = CanonicalJson.Sha256($"{text}{fact.Position}{(fact as EvidenceItem)?.ReceivedAt:O}");
            var same = known?._facts.TryGetValue(fact.Id, out var entry) == true && entry.Hash == hash
                ? (T)entry.Fact : fact;
            _facts[fact.Id] = (hash, same);
            kept.Add(same);
        }

        return before is { } earlier && earlier.Length == kept.Count
            && earlier.Zip(kept).All(p => ReferenceEquals(p.First, p.Second))
            ? earlier
            : kept.DrainToImmutable();
    }
}
