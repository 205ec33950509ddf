using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Scoring;

namespace ReadinessPortal.UnitTests.Scoring;

public sealed class ScoringALaunch
{
    [Fact]
    public void Six_equal_categories_give_their_mean()
    {
        var score = Score(Categories(98, 95, 92, 96, 90, 93));

        score.Value.Should().Be(94);
        score.Band.Should().Be(ScoreBand.Excellent);
        score.Why.How.Should().Be("(98 + 95 + 92 + 96 + 90 + 93) / 6 = 94, rounded half away from zero");
        score.Why.Parts.Should().HaveCount(6);
    }

    [Fact]
    public void Half_a_point_is_rounded_up() => Score(Categories(89, 90)).Value.Should().Be(90);

    [Fact]
    public void Weights_count() =>
        Score([Category(100) with { Weight = 3 }, Category(60)]).Value.Should().Be(90);

    [Fact]
    public void The_newest_score_counts() =>
        Score([Category(50, 80)]).Value.Should().Be(80);

    [Fact]
    public void With_a_category_unscored_there_is_none()
    {
        var score = Score([Category(98), Category()]);

        score.Value.Should().BeNull();
        score.Band.Should().BeNull();
        score.Why.Value.Should().Be("1 of 2 scored");
        score.WhyNone.Should().Be("1 of 2 categories scored");
    }

    [Fact]
    public void A_score_over_no_criterion_is_none_and_says_so()
    {
        var (one, other) = (Category(100) with { Title = "Security" }, Category(100));

        var score = ScoreRules.Of([one, other], [In(other)]);

        score.Value.Should().BeNull();
        score.Band.Should().BeNull();
        score.WhyNone.Should().Be("Security has no criterion");
        score.Why.How.Should().Be("no overall score while a category has no criterion");
        ScoreRules.Of([one, other with { Title = "Quality" }], []).WhyNone
            .Should().Be("Security and Quality have no criterion");
        ScoreRules.Of([one, other], [In(one), In(other)]).Value.Should().Be(100);
    }

    [Fact]
    public void Nothing_to_score_gives_no_score() => Score([]).Value.Should().BeNull();

    [Theory]
    [InlineData(100, ScoreBand.Excellent)]
    [InlineData(90, ScoreBand.Excellent)]
    [InlineData(89, ScoreBand.Good)]
    [InlineData(75, ScoreBand.Good)]
    [InlineData(74, ScoreBand.Fair)]
    [InlineData(60, ScoreBand.Fair)]
    [InlineData(59, ScoreBand.Poor)]
    public void Bands_begin_at_90_75_and_60(int score, ScoreBand band) => ScoreRules.BandOf(score).Should().Be(band);

    private static OverallScore Score(ImmutableArray<Category> categories) =>
        ScoreRules.Of(categories, [.. categories.Select(In)]);

    private static Criterion In(Category category) => ALaunch.Criterion(category.Key) with { Category = category.Key };

    private static ImmutableArray<Category> Categories(params int[] values) => [.. values.Select(v => Category(v))];

    private static Category Category(params int[] values) => new()
    {
        Key = $"c{Guid.NewGuid():N}",
        Title = "Category",
        Scores = [.. values.Select((v, i) => new Score { Key = $"s{i}", Value = v, By = "Pat", At = ALaunch.Now })],
    };
}
