using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Launches;

public sealed class SummarisingALaunch
{
    private const int Rules = Readiness.RulesVersion;

    [Fact]
    public void What_was_derived_by_other_rules_is_derived_again()
    {
        LaunchSummary.IsFresh(Rules, 7, null, 7, Now).Should().BeTrue();
        LaunchSummary.IsFresh(Rules - 1, 7, null, 7, Now).Should().BeFalse();
    }

    [Fact]
    public void So_is_what_was_derived_from_other_facts_or_for_another_day()
    {
        LaunchSummary.IsFresh(Rules, 6, null, 7, Now).Should().BeFalse();
        LaunchSummary.IsFresh(Rules, 7, Now, 7, Now).Should().BeFalse();
        LaunchSummary.IsFresh(Rules, 7, Now.AddHours(1), 7, Now).Should().BeTrue();
        LaunchSummary.IsFresh(Rules, 7, Now.AddDays(3), 7, Now).Should().BeFalse("the clock was set back");
    }
}
