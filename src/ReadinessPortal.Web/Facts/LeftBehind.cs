using System.Collections.Immutable;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Drafts;

namespace ReadinessPortal.Web.Facts;

/// <summary>What somebody was typing in a form that left the page because somebody else changed the launch.</summary>
/// <param name="Archived">The fact that was archived; null where something else took the form away: the launch was
/// closed, a right ended, somebody answered first.</param>
/// <param name="Title">What the fact was called; null for a form about no fact.</param>
/// <param name="Typed">Label of each field and what was typed in it.</param>
public sealed record LeftBehind(
    FactPath? Archived, string? Title, DraftKey Draft, ImmutableArray<(string Label, string Text)> Typed)
{
    /// <summary>From what the browser kept; of an archived fact nobody knows any more what it was called.</summary>
    public static LeftBehind Of(DraftKey draft, KeptDraft kept, LaunchFacts facts)
    {
        var (fact, list) = FactOf(draft);
        var archived = IsArchived(draft, facts) ? fact : null;
        return new(
            archived,
            archived is { } gone ? gone.Key : fact is { } path && list is null ? FactText.Title(facts, path) : null,
            draft,
            [
                .. kept.Fields.Where(f => f.Value.Base != f.Value.Mine)
                    .Select(f => (Label(fact, f.Key, f.Value), f.Value.Mine)),
            ]);
    }

    /// <summary>The form edits a fact that is not there any more.</summary>
    public static bool IsArchived(DraftKey draft, LaunchFacts facts) =>
        FactOf(draft) is (Fact: { } fact, List: null) && FactKinds.Find(facts, fact) is null;

    /// <summary>The form edits or adds facts, and its person may type none of its fields any more.</summary>
    public static bool IsClosed(DraftKey draft, FactEditing editing) => FactOf(draft) is (Fact: { } fact, var list)
        && !(list is null ? editing.Typed(fact).Any() : editing.MayAdd(list));

    // No fact for a form of another kind, a list for one that adds to it.
    private static (FactPath? Fact, string? List) FactOf(DraftKey draft)
    {
        var path = draft.Form.Split(' ')[0];
        if (path.EndsWith("/+", StringComparison.Ordinal))
        {
            return FactPath.TryParse($"{path[..^1]}new", null, out var added) ? (added, path[..^2]) : (null, null);
        }

        return path.Contains('/', StringComparison.Ordinal) && FactPath.TryParse(path, null, out var fact)
            ? (fact, null) : (null, null);
    }

    private static string Label(FactPath? fact, string field, KeptField kept) =>
        (fact is { } path ? FactKinds.Get(path).Field(field)?.Label : null)
        ?? kept.Label ?? $"{char.ToUpperInvariant(field[0])}{field[1..]}";
}
