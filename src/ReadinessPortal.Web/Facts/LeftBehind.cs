using System.Collections.Immutable;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Web.Drafts;

namespace ReadinessPortal.Web.Facts;

/// <summary>What somebody was typing about a fact when somebody else archived it.</summary>
/// <param name="Title">What the fact was called.</param>
/// <param name="Typed">Label of each field and what was typed in it.</param>
public sealed record LeftBehind(
    FactPath Fact, string Title, DraftKey Draft, ImmutableArray<(string Label, string Text)> Typed)
{
    /// <summary>From what the browser kept, where nobody knows any more what the fact was called.</summary>
    public static LeftBehind Of(FactPath fact, DraftKey draft, KeptDraft kept) => new(
        fact, fact.Key, draft,
        [.. kept.Fields.Where(f => f.Value.Base != f.Value.Mine).Select(f => (Label(fact, f.Key), f.Value.Mine))]);

    /// <summary>The fact that a form edits; null for another kind of form, and for one that adds.</summary>
    public static FactPath? EditedBy(DraftKey draft) =>
        draft.Form.Split(' ')[0] is var path && !path.EndsWith('+') && path.Contains('/', StringComparison.Ordinal)
        && FactPath.TryParse(path, null, out var fact) ? fact : null;

    private static string Label(FactPath fact, string field) => FieldTable.Of(fact).Field(field)?.Label ?? field;
}
