using System.Collections.Immutable;
using System.Globalization;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Scoring;

/// <summary>
/// The weighted mean of the categories' newest scores, an opinion: readiness never looks at it. A score over nothing
/// that could be proven says nothing, so each category needs a criterion.
/// </summary>
public static class ScoreRules
{
    public static OverallScore Of(ImmutableArray<Category> categories, ImmutableArray<Criterion> criteria)
    {
        ImmutableArray<CategoryScore> scores = [.. categories.Select(c => ScoreOf(c, criteria))];
        var scored = scores.Count(s => s.Value is not null);
        var weight = scores.Sum(s => s.Weight);
        if (scored < scores.Length || scores.Any(s => s.Criteria == 0) || weight <= 0)
        {
            var how = scored < scores.Length || scores.IsEmpty
                ? "no overall score while a category has none"
                : "no overall score while a category has no criterion";
            return new(null, null, scored, scores.Length, scores,
                Explain(scores, $"{scored} of {scores.Length} scored", how));
        }

        var mean = scores.Sum(s => s.Value!.Value * s.Weight) / weight;
        var value = (int)Math.Round(mean, MidpointRounding.AwayFromZero);
        var sum = string.Join(" + ", scores.Select(s =>
            s.Weight == 1 ? $"{s.Value}" : $"{Format.Number(s.Weight)} × {s.Value}"));
        return new(value, BandOf(value), scored, scores.Length, scores, Explain(scores,
            value.ToString(CultureInfo.InvariantCulture),
            $"({sum}) / {Format.Number(weight)} = {Format.Number(mean)}, rounded half away from zero"));
    }

    public static ScoreBand BandOf(int score) => score switch
    {
        >= 90 => ScoreBand.Excellent,
        >= 75 => ScoreBand.Good,
        >= 60 => ScoreBand.Fair,
        _ => ScoreBand.Poor,
    };

    private static CategoryScore ScoreOf(Category category, ImmutableArray<Criterion> criteria)
    {
        var newest = category.Scores is [.., var last] ? last : null;
        return new(category.Key, category.Title, newest?.Value, category.Weight, newest?.Rationale, newest?.By,
            newest?.Assessor ?? Assessor.Lead, criteria.Count(c => c.Category == category.Key));
    }

    private static Explanation Explain(ImmutableArray<CategoryScore> scores, string value, string how) =>
        new("Overall score", value,
        [
            .. scores.Select(s => new Explanation(s.Title,
                s.Value?.ToString(CultureInfo.InvariantCulture) ?? "not scored", [],
                new SubjectRef(SubjectKind.Category, s.Category),
                $"weight {Format.Number(s.Weight)}{(s.By is null ? "" : $", scored by {s.By}")}"
                    + (s.Criteria == 0 ? ", no criterion" : ""))),
        ], How: how);
}
