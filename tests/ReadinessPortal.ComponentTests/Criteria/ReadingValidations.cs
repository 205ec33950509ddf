using Bunit;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Web.Criteria;
using ReadinessPortal.Web.Deliveries;

namespace ReadinessPortal.ComponentTests.Criteria;

/// <summary>Each validation says what became of it, and how a shell posts the next run.</summary>
public sealed class ReadingValidations : BunitContext
{
    private static readonly Validation _check = new() { Key = "nodes", Title = "Nodes", Command = "kubectl get nodes" };

    private static readonly Validation _run = ValidationStanding.After(
        _check with { Expects = "contains: Ready" },
        _check with { Expects = "contains: Ready", RecordedOn = new(2025, 11, 15), ExitCode = 0 }, "12 Ready",
        new()
        {
            At = new(2025, 11, 15, 6, 0, 0, TimeSpan.Zero), By = "Token ci", Source = "https://ci.example.org/runs/7",
        });

    [Fact]
    public void What_nobody_ran_says_so_and_what_it_will_be_compared_with()
    {
        var text = Text(_check with { Expects = "$.ready = 12" });

        text.Should().Contain("Nobody has recorded an output").And.Contain("Output compared with $.ready = 12");
    }

    [Fact]
    public void What_was_recorded_and_is_compared_with_nothing_is_not_said_to_be_reproduced()
    {
        var text = Text(_check with { Output = "12 Ready", RecordedOn = new(2025, 11, 15) });

        text.Should().Contain("Recorded output, 15 Nov 2025").And.NotContainAny("eproduced", "ompared", "hanged");
    }

    [Fact]
    public void What_was_reproduced_says_how_often_when_last_and_by_whom()
    {
        var list = List(_run);

        list.Markup.Should().Contain("Reproduced once").And.Contain(", last on 15 Nov 2025, posted by Token ci");
        list.Find("a[rel=noreferrer]").GetAttribute("href").Should().Be("https://ci.example.org/runs/7");
    }

    [Fact]
    public void What_has_changed_says_what_was_expected_and_what_came()
    {
        var text = Text(_run with { Output = "no\u202Edes", Run = null });

        text.Should().Contain("Changed on 15 Nov 2025: 'Ready' is nowhere in it")
            .And.Contain("Output compared with 'Ready' somewhere in it").And.NotContain("posted by");
    }

    [Fact]
    public void The_snippet_posts_output_and_exit_code_of_the_command()
    {
        var text = DeliverySnippets.OfRun("https://portal/", "GA 1", "e2e", _check).Text;

        text.Should().StartWith("output=$( {\nkubectl get nodes\n} 2>&1 ) && code=0 || code=$?\n")
            .And.EndWith("\"https://portal/api/v1/launches/GA%201/criteria/e2e/validations/nodes/runs"
                + "?exitCode=$code\"");
        DeliverySnippets.OfRun("https://portal/", "GA-1", "e2e", _check with { Language = "sql" }).Text.Should()
            .Contain("bash check.sh").And.NotContain("kubectl");
    }

    private string Text(Validation validation) => List(validation).Find("ul").TextContent;

    private IRenderedComponent<ValidationList> List(Validation validation) => Render<ValidationList>(p => p
        .Add(l => l.Criterion, "e2e").Add(l => l.Validations, [validation]));
}
