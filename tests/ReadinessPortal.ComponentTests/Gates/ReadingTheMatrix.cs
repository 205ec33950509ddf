using Bunit;
using ReadinessPortal.Web.Gates;

namespace ReadinessPortal.ComponentTests.Gates;

public sealed class ReadingTheMatrix : BunitContext
{
    [Fact]
    public void The_worst_gate_stands_first()
    {
        Matrix().FindAll(".gate .state b").Select(b => b.TextContent).Should().StartWith("red").And.EndWith("green");
    }

    [Fact]
    public void Every_colour_has_a_word_and_a_shape()
    {
        var gates = Matrix().FindAll(".gate");

        gates.Should().OnlyContain(g => g.QuerySelector(".head .state b")!.TextContent.Length > 0
            && g.QuerySelector(".head .state use") != null);
    }

    [Fact]
    public void A_gate_set_by_hand_says_so_with_its_reason()
    {
        var gate = DemoLaunch.Facts.Gates.First(g => g.ManualColour is not null);

        Matrix().Find($"#gate-{gate.Key}").TextContent.Should().Contain("set manually").And.Contain(gate.ManualReason);
    }

    private IRenderedComponent<GateMatrix> Matrix() => Render<GateMatrix>(p => p
        .Add(c => c.LaunchKey, DemoLaunch.Key)
        .Add(c => c.Gates, DemoLaunch.Facts.Gates)
        .Add(c => c.Standings, DemoLaunch.Readiness.Gates)
        .Add(c => c.States, DemoLaunch.Readiness.Criteria)
        .Add(c => c.Titles, DemoLaunch.Facts.Criteria.ToDictionary(c => c.Key, c => c.Title)));
}
