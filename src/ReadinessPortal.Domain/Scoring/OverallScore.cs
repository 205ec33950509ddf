using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Scoring;

public enum ScoreBand { Poor, Fair, Good, Excellent }

/// <summary>The weighted mean of the categories' scores; it never changes readiness.</summary>
/// <param name="Value">0 to 100, or null while a category is unscored or has no criterion.</param>
/// <param name="Scored">Categories with a score.</param>
/// <param name="Of">Categories in all.</param>
public sealed record OverallScore(
    int? Value, ScoreBand? Band, int Scored, int Of, EquatableArray<CategoryScore> Categories, Explanation Why)
{
    /// <summary>Why there is none, in the middle of a sentence: <c>5 of 6 categories scored</c>, <c>Security has no
    /// criterion</c>; null when there is one.</summary>
    public string? WhyNone =>
        Value is not null ? null
        : Of == 0 ? "there is no category to score"
        : Scored < Of ? $"{Scored} of {Of} categories scored"
        : Categories.Where(c => c.Criteria == 0).Select(c => c.Title).ToList() is { Count: > 0 } empty
            ? $"{Counted.List(empty)} {(empty.Count == 1 ? "has" : "have")} no criterion"
        : "the categories have no weight";
}

/// <param name="Category">Key.</param>
/// <param name="Assessor">Whose word the score is.</param>
/// <param name="Criteria">How many stand in it; null in revisions from before they were counted.</param>
public sealed record CategoryScore(
    string Category, string Title, int? Value, decimal Weight, string? Rationale, string? By,
    Assessor Assessor = Assessor.Lead, int? Criteria = null);
