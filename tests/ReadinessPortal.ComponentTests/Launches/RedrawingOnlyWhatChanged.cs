using Bunit;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.Gates;
using ReadinessPortal.Web.Registers;

namespace ReadinessPortal.ComponentTests.Launches;

public sealed class RedrawingOnlyWhatChanged : BunitContext
{
    private static readonly LaunchBoard _failed = DemoLaunch.Board with
    {
        ChangeNumber = 2,
        Facts = DemoLaunch.Facts with
        {
            Criteria =
            [
                .. DemoLaunch.Facts.Criteria.Select((c, i) => i == 0 ? c with { Result = CriterionResult.Failed } : c),
            ],
        },
    };

    [Fact]
    public void A_part_whose_section_did_not_change_is_left_alone()
    {
        var register = DemoLaunch.Facts.Registers[0];
        var view = Render<RegisterView>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key).Add(c => c.Register, register)
            .Add(c => c.Table, DemoLaunch.Readiness.Registers.First(t => t.Key == register.Key)));

        var next = Readiness.At(_failed, DemoLaunch.Now);
        view.Render(p => p.Add(c => c.Table, next.Registers.First(t => t.Key == register.Key)));

        view.Instance.Drawn.Should().Be(1);
    }

    [Fact]
    public void A_part_whose_section_changed_is_drawn_again()
    {
        var list =
            Render<GateList>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key).Add(c => c.Gates, DemoLaunch.Facts.Gates)
            .Add(c => c.Standings, DemoLaunch.Readiness.Gates));
        var reds = Reds(list);

        list.Render(p => p.Add(c => c.Standings, Readiness.At(_failed, DemoLaunch.Now).Gates));

        list.Instance.Drawn.Should().Be(2);
        Reds(list).Should().BeGreaterThan(reds);
    }

    private static int Reds(IRenderedComponent<GateList> list) =>
        list.FindAll("em").Count(e => e.TextContent.StartsWith("red", StringComparison.Ordinal));
}
