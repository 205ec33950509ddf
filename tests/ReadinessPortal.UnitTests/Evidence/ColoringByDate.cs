using ReadinessPortal.Domain.Evidence;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Evidence;

public sealed class ColoringByDate
{
    [Theory]
    [InlineData(15, Freshness.Early)]
    [InlineData(14, Freshness.EndsBeforeTarget)]
    [InlineData(13, Freshness.EndsBeforeTarget)]
    [InlineData(0, Freshness.Stale)]
    public void It_begins_fourteen_days_before_the_target_date(int daysBefore, Freshness expected) =>
        On(Target.AddDays(-daysBefore), lastDay: Target.AddDays(-1)).Should().Be(expected);

    [Theory]
    [InlineData(-1, Freshness.Stale)]
    [InlineData(0, Freshness.EndsBeforeTarget)]
    [InlineData(9, Freshness.EndsBeforeTarget)]
    [InlineData(10, Freshness.Lasting)]
    [InlineData(11, Freshness.Lasting)]
    public void It_tells_today_from_the_target_date(int daysLeft, Freshness expected) =>
        On(Target.AddDays(-10), lastDay: Target.AddDays(-10 + daysLeft)).Should().Be(expected);

    [Theory]
    [InlineData(0, Freshness.Lasting)]
    [InlineData(-1, Freshness.Stale)]
    public void After_the_target_date_it_is_todays(int daysLeft, Freshness expected) =>
        On(Target.AddDays(30), lastDay: Target.AddDays(30 + daysLeft)).Should().Be(expected);

    [Fact]
    public void Far_from_the_target_date_what_is_stale_has_no_color_either() =>
        On(Target.AddDays(-15), lastDay: Target.AddDays(-20)).Should().Be(Freshness.Early);

    [Fact]
    public void The_page_says_when_colors_begin()
    {
        FreshnessRules.Legend(new(Target.AddDays(-15), Target))
            .Should().Be("Freshness is gray until 17 Nov 2025, 14 days before the target date");
        FreshnessRules.Legend(new(Target.AddDays(-14), Target))
            .Should().Be("Freshness is as of 17 Nov 2025, for the target date 1 Dec 2025");
    }

    private static Freshness On(DateOnly today, DateOnly lastDay) =>
        FreshnessRules.Of(lastDay, new(today, Target));
}
