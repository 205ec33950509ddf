using Bunit;
using ReadinessPortal.Web.Drills;

namespace ReadinessPortal.ComponentTests.Drills;

public sealed class ReadingADrill : BunitContext
{
    [Fact]
    public void Both_logs_of_a_disputed_drill_are_shown_with_their_times()
    {
        var drill = DemoLaunch.Facts.Drills.First(d => d.Logs.Length == 2);

        var view = Render<DrillView>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key).Add(c => c.Drill, drill)
            .Add(c => c.Standing, DemoLaunch.Readiness.Drills.First(d => d.Key == drill.Key)));

        view.FindAll(".logs h3").Select(h => h.TextContent).Should().Contain(t => t.Contains("14:23"))
            .And.Contain(t => t.Contains("15:00"));
        view.Find(".kpis").TextContent.Should().Contain("disputed");
        view.FindAll(".chart svg[role=img]").Should().HaveCount(2);
    }
}
