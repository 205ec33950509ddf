using System.Collections.Immutable;
using ReadinessPortal.Domain.Scoring;

namespace ReadinessPortal.UnitTests.Scoring;

public sealed class ScoringALaunch
{
    [Fact]
    public void Six_equal_categories_give_their_mean()
    {
        var score = ScoreRules.Of(Categories(98, 95, 92, 96, 90, 93));

        score.Value.Should().Be(94);
        score.Band.Should().Be(ScoreBand.Excellent);
        score.Why.How.Should().Be("(98 + 95 + 92 + 96 + 90 + 93) / 6 = 94, rounded half away from zero");
        score.Why.Parts.Should().HaveCount(6);
    }

    [Fact]
    public void Half_a_point_is_rounded_up() => ScoreRules.Of(Categories(89, 90)).Value.Should().Be(90);

    [Fact]
    public void Weights_count() =>
        ScoreRules.Of([Category(100) with { Weight = 3 }, Category(60)]).Value.Should().Be(90);

    [Fact]
    public void The_newest_score_counts() =>
        ScoreRules.Of([Category(50, 80)]).Value.Should().Be(80);

    [Fact]
    public void With_a_category_unscored_there_is_none()
    {
        var score = ScoreRules.Of([Category(98), Category()]);

        score.Value.Should().BeNull();
        score.Band.Should().BeNull();
        score.Why.Value.Should().Be("1 of 2 scored");
    }

    [Fact]
    public void Nothing_to_score_gives_no_score() => ScoreRules.Of([]).Value.Should().BeNull();

    [Theory]
    [InlineData(100, ScoreBand.Excellent)]
    [InlineData(90, ScoreBand.Excellent)]
    [InlineData(89, ScoreBand.Good)]
    [InlineData(75, ScoreBand.Good)]
    [InlineData(74, ScoreBand.Fair)]
    [InlineData(60, ScoreBand.Fair)]
    [InlineData(59, ScoreBand.Poor)]
    public void Bands_begin_at_90_75_and_60(int score, ScoreBand band) => ScoreRules.BandOf(score).Should().Be(band);

    private static ImmutableArray<Category> Categories(params int[] values) => [.. values.Select(v => Category(v))];

    private static Category Category(params int[] values) => new()
    {
        Key = $"c{Guid.NewGuid():N}",
        Title = "Category",
        Scores = [.. values.Select((v, i) => new Score { Key = $"s{i}", Value = v, By = "Pat", At = ALaunch.Now })],
    };
}
