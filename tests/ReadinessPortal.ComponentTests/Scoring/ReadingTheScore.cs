using Bunit;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.Scoring;

namespace ReadinessPortal.ComponentTests.Scoring;

public sealed class ReadingTheScore : BunitContext
{
    [Fact]
    public void The_score_stands_beside_what_is_proven()
    {
        var panel = Panel();

        panel.Find(".score b").TextContent.Should().Be("94");
        panel.Find(".stack").GetAttribute("aria-label").Should()
            .Be("19 of 23 criteria proven, 1 failed, 1 in progress, 1 disputed, 1 unproven");
    }

    [Fact]
    public void Its_arithmetic_opens_down_to_the_categories()
    {
        var how = Panel().Find("details.how");

        how.QuerySelectorAll(".why a").Should().HaveCountGreaterThanOrEqualTo(6);
        how.TextContent.Should().Contain("Infrastructure").And.Contain("98");
    }

    [Fact]
    public void An_unscored_category_leaves_no_score()
    {
        var score = DemoLaunch.Readiness.Score with { Value = null, Band = null, Scored = 5, Of = 6 };

        var panel = Panel(DemoLaunch.Readiness with { Score = score });

        panel.Find(".score").TextContent.Should().Contain("5 of 6 categories scored");
    }

    private IRenderedComponent<ScorePanel> Panel() => Panel(DemoLaunch.Readiness);

    private IRenderedComponent<ScorePanel> Panel(Readiness readiness) => Render<ScorePanel>(p => p
        .Add(c => c.LaunchKey, DemoLaunch.Key).Add(c => c.Facts, DemoLaunch.Facts).Add(c => c.Readiness, readiness));
}
