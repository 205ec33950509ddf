using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Narratives;

public enum NarrativeKind { Summary, Achievement, SuccessFactor, Rationale, Recommendation, NextStep, Note }

/// <summary>
/// Text of the report. Figures are quoted by name as <c>{{budget.actual.total}}</c> and filled in when shown.
/// </summary>
public sealed record Narrative : Fact
{
    public required NarrativeKind Kind { get; init; }

    public string? Title { get; init; }

    public required string Text { get; init; }

    /// <summary>Chapter it stands in where it is a note.</summary>
    public string? Chapter { get; init; }
}
