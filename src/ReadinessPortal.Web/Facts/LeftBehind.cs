using System.Collections.Immutable;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Web.Drafts;

namespace ReadinessPortal.Web.Facts;

/// <summary>What somebody was typing about a fact when somebody else archived it.</summary>
/// <param name="Title">What the fact was called.</param>
/// <param name="Typed">Label of each field and what was typed in it.</param>
public sealed record LeftBehind(
    FactPath Fact, string Title, DraftKey Draft, ImmutableArray<(string Label, string Text)> Typed);
