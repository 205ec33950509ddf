using Bunit;
using ReadinessPortal.Web.Money;

namespace ReadinessPortal.ComponentTests.Money;

public sealed class ReadingTheMoney : BunitContext
{
    [Fact]
    public void The_derived_total_stands_above_what_others_say()
    {
        var line = MoneyLine.Of(DemoLaunch.Readiness)!;

        var panel = Render<MoneyPanel>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key)
            .Add(c => c.Readiness, DemoLaunch.Readiness));

        panel.Find(".sum").TextContent.Should().Be("$37,568");
        panel.FindAll("dd").Select(d => d.TextContent).Should().Contain("79.9 %").And.Contain("$38,568")
            .And.Contain("$38,487.23");
    }
}
