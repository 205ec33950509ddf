using Bunit;
using ReadinessPortal.Web.Narratives;

namespace ReadinessPortal.ComponentTests.Narratives;

public sealed class QuotingFigures : BunitContext
{
    [Fact]
    public void A_quoted_figure_is_filled_in_and_opens_its_arithmetic()
    {
        var text = Render<QuotedText>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key)
            .Add(c => c.Text, "Spent {{budget.actual.total}} so far.")
            .Add(c => c.Figures, DemoLaunch.Readiness.Figures));

        text.Find("p").TextContent.Trim().Should().Be("Spent $37,568 so far.");
        text.Find("a").GetAttribute("href").Should().Be("/launches/GA-2025-001/figures/budget.actual.total");
    }

    [Fact]
    public void Markup_in_a_text_stays_text()
    {
        var text = Render<QuotedText>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key)
            .Add(c => c.Text, "<script>alert(1)</script>").Add(c => c.Figures, []));

        text.FindAll("script").Should().BeEmpty();
    }
}
