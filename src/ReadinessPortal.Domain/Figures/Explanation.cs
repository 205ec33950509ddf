using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Figures;

/// <summary>
/// How a value came about: what it is called, what it is, and the values it was made of, down to the facts.
/// </summary>
/// <param name="Label">In words: <c>Actual, total</c>.</param>
/// <param name="Value">As shown, formatted.</param>
/// <param name="Parts">What it was computed from; empty for a fact.</param>
/// <param name="Subject">Where the fact stands, so that a page can link to it.</param>
/// <param name="How">The operation in words: <c>sum of 6 rows</c>; null for a fact.</param>
public sealed record Explanation(
    string Label, string Value, EquatableArray<Explanation> Parts, SubjectRef? Subject = null, string? How = null);

/// <summary>A named value computed from facts.</summary>
/// <param name="Name">For example <c>budget.actual.total</c>.</param>
/// <param name="Title">In words, for lists.</param>
/// <param name="Value">Canonical text (<c>37568 USD</c>, <c>2026-Q3</c>, <c>green</c>), or null when it cannot be
/// computed.</param>
/// <param name="Shown">Formatted for a reader: <c>$37,568</c>; <c>not known</c> when there is no value.</param>
/// <param name="Problem">Why there is no value, in words; null when there is one.</param>
/// <param name="Why">Its arithmetic.</param>
public sealed record Figure(
    string Name, string Title, string? Value, string Shown, string? Problem, Explanation Why);
