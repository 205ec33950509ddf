using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Scoring;

public enum ScoreBand { Poor, Fair, Good, Excellent }

/// <summary>The weighted mean as scored by the leads; it never changes readiness.</summary>
/// <param name="Value">0 to 100, or null while a category is unscored.</param>
/// <param name="Scored">Categories with a score.</param>
/// <param name="Of">Categories in all.</param>
public sealed record OverallScore(
    int? Value, ScoreBand? Band, int Scored, int Of, ImmutableArray<CategoryScore> Categories, Explanation Why);

/// <param name="Category">Key.</param>
public sealed record CategoryScore(
    string Category, string Title, int? Value, decimal Weight, string? Rationale, string? By);
