using Bunit;
using ReadinessPortal.Web.Criteria;

namespace ReadinessPortal.ComponentTests.Criteria;

public sealed class ListingCriteria : BunitContext
{
    private static readonly string _myRole = DemoLaunch.Facts.Categories[^1].Lead!;

    [Fact]
    public void Categories_of_the_reader_come_first()
    {
        var groups = CriteriaGroup.Of(DemoLaunch.Facts, DemoLaunch.Readiness, [_myRole]);

        groups[0].IsMine.Should().BeTrue();
        groups.SkipWhile(g => g.IsMine).Should().OnlyContain(g => !g.IsMine);
    }

    [Theory]
    [InlineData(null, 23)]
    [InlineData("failed", 1)]
    [InlineData("open", 4)]
    [InlineData("passed", 19)]
    public void A_filter_lets_through_what_it_says(string? show, int lines) =>
        CriteriaGroup.Of(DemoLaunch.Facts, DemoLaunch.Readiness, []).Sum(g => g.Only(new(show)).Lines.Length).Should()
            .Be(lines);

    [Fact]
    public void A_criterion_that_is_not_proven_says_why()
    {
        var list = Render<CriteriaList>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key)
            .Add(c => c.Groups,
            [
                .. CriteriaGroup.Of(DemoLaunch.Facts, DemoLaunch.Readiness, []).Select(g => g.Only(new("open"))),
            ]));

        list.FindAll("li").Should().HaveCount(4);
        list.FindAll("li .what small").Should().HaveCountGreaterThanOrEqualTo(4);
        list.FindAll("li .state").Should().OnlyContain(s => s.QuerySelector("use") != null && s.TextContent.Length > 0);
    }
}
