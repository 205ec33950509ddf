using Bunit;
using ReadinessPortal.Domain.Drills;
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

    [Fact]
    public void A_pick_that_counts_no_more_says_why()
    {
        var drill = DemoLaunch.Facts.Drills.First(d => d.Logs.Length == 2);
        var choice = new LogChoice
        {
            Drill = drill.Key, Log = drill.Logs[0].Key, Reason = "It is the machine's.", PickedById = Guid.NewGuid(),
            PickedBy = "Finn", At = DemoLaunch.Now, Said = DrillRules.Said(drill, []),
        };
        var later = drill with { Logs = [drill.Logs[0] with { Source = "another tool" }, drill.Logs[1]] };

        var view = Render<DrillView>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key).Add(c => c.Drill, later)
            .Add(c => c.Standing, DemoLaunch.Readiness.Drills.First(d => d.Key == drill.Key)).Add(c => c.Choice, choice)
            .Add(c => c.Fallen, DrillRules.WhyFallen(choice, later, [])));

        view.Find(".banner").TextContent.Should().Contain("Finn")
            .And.Contain($"does not count any more, because {drill.Logs[0].Title} was changed since");
    }
}
