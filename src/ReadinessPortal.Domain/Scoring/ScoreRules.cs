using System.Collections.Immutable;
using System.Globalization;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Scoring;

/// <summary>
/// The weighted mean of what the leads gave their categories, an opinion: readiness never looks at it.
/// </summary>
public static class ScoreRules
{
    public static OverallScore Of(ImmutableArray<Category> categories)
    {
        ImmutableArray<CategoryScore> scores =
        [
            .. categories.Select(c => c.Scores.IsEmpty
                ? new CategoryScore(c.Key, c.Title, null, c.Weight, null, null)
                : new CategoryScore(
                    c.Key, c.Title, c.Scores[^1].Value, c.Weight, c.Scores[^1].Rationale, c.Scores[^1].By)),
        ];
        var scored = scores.Count(s => s.Value is not null);
        var weight = scores.Sum(s => s.Weight);
        if (scored < scores.Length || weight <= 0)
        {
            return new(null, null, scored, scores.Length, scores,
                Explain(scores, $"{scored} of {scores.Length} scored", "no overall score while a category has none"));
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

    private static Explanation Explain(ImmutableArray<CategoryScore> scores, string value, string how) =>
        new("Overall score", value,
        [
            .. scores.Select(s => new Explanation(s.Title,
                s.Value?.ToString(CultureInfo.InvariantCulture) ?? "not scored", [],
                new SubjectRef(SubjectKind.Category, s.Category),
                $"weight {Format.Number(s.Weight)}{(s.By is null ? "" : $", scored by {s.By}")}")),
        ], How: how);
}
