using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.UnitTests.Demo;

namespace ReadinessPortal.UnitTests.Launches;

public sealed class BeginningALaunch
{
    private static readonly Launch _launch =
        new() { Key = "GA-2026-002", Title = "The next one", TargetDate = new(2026, 6, 1) };

    [Fact]
    public void The_shape_of_the_demo_has_what_is_to_be_shown_and_nothing_that_was()
    {
        var demo = DemoPackage.Facts;

        var shape = LaunchShape.Of(demo, _launch);

        shape.Launch.Should().Be(_launch);
        (shape.Roles.Length, shape.Categories.Length, shape.Criteria.Length, shape.Gates.Length, shape.Registers.Length,
            shape.Figures.Length).Should().Be((demo.Roles.Length, demo.Categories.Length, demo.Criteria.Length,
            demo.Gates.Length, demo.Registers.Length, demo.Figures.Length));
        shape.Criteria.SelectMany(c => c.Measurements).Select(m => (m.Metric, m.Comparator, m.Target)).Should()
            .Equal(demo.Criteria.SelectMany(c => c.Measurements).Select(m => (m.Metric, m.Comparator, m.Target)));
        shape.Criteria.SelectMany(c => c.Validations).Select(v => v.Command).Should()
            .Equal(demo.Criteria.SelectMany(c => c.Validations).Select(v => v.Command));

        shape.Roles.Should().OnlyContain(r => r.PrintedName == null);
        shape.Categories.Should().OnlyContain(c => c.Scores.IsEmpty && c.Note == null);
        shape.Criteria.Should().OnlyContain(c => c.Result == default && c.Progress == null && c.Rationale == null
            && c.Statements.IsEmpty && c.Documents.IsEmpty && c.Drills.IsEmpty && c.Due == null);
        shape.Criteria.SelectMany(c => c.Measurements)
            .Should().OnlyContain(m => m.Value == null && m.Evidence == null && m.Source == null);
        shape.Criteria.SelectMany(c => c.Validations)
            .Should().OnlyContain(v => v.Output == null && v.RecordedOn == null && v.Release == null);
        shape.Gates.Should().OnlyContain(g => g.EvidenceSentence == null && g.Confidence == null
            && g.ManualColour == null);
        shape.Registers.Should().OnlyContain(r => r.Rows.IsEmpty && !r.Columns.IsEmpty);
        (shape.Drills.Length + shape.Items.Length + shape.Risks.Length + shape.Milestones.Length
            + shape.Narratives.Length + shape.Recommendations.Length + shape.Contacts.Length + shape.Claims.Length
            + shape.Evidence.Length).Should().Be(0);
    }

    [Fact]
    public void An_empty_launch_lacks_everything_and_roles_stop_it()
    {
        var gaps = FirstFreeze.Missing(new() { Facts = new() { Launch = _launch }, ChangeNumber = 1 }, people: 1);

        gaps.Select(g => (g.Place, g.Blocks)).Should().Equal(
            (SetupPlace.Roles, true), (SetupPlace.Categories, false), (SetupPlace.Criteria, false),
            (SetupPlace.Gates, false), (SetupPlace.Members, false));
    }

    [Fact]
    public void A_launch_that_is_ready_lacks_nothing() =>
        FirstFreeze.Missing(ALaunch.Board(), people: 6).Should().BeEmpty();

    [Fact]
    public void Every_gap_names_what_lies_in_it()
    {
        var facts = ALaunch.Facts(ALaunch.Criterion(), ALaunch.Criterion("spare"));
        var board = ALaunch.Board(facts with
        {
            Roles = [.. facts.Roles.Select(r => r with { Accountable = false })],
            Categories =
            [
                facts.Categories[0] with { Scores = [], Lead = null },
                facts.Categories[0] with { Key = "empty", Title = "Empty" },
            ],
            Gates = [ALaunch.Gate("main", "load"), ALaunch.Gate("hollow"),
                ALaunch.Gate("nice", "spare") with { Kind = GateKind.NiceToHave }],
        });

        FirstFreeze.Missing(board with { Holdings = [.. board.Holdings.Where(h => h.Role != "cfo")] }, people: 6)
            .Select(g => g.Text).Should().Equal(
                "No role is accountable, so nobody can take the final decision",
                "Nobody fills CFO",
                "No lead is assigned for Infrastructure",
                "Infrastructure: not scored, so there is no overall score",
                "No criterion stands in Empty, so there is no overall score",
                "No critical gate covers Criterion spare",
                "Gate hollow: covers no criterion, so it stays yellow");
    }

    [Fact]
    public void After_the_first_freeze_nothing_is_asked_for_any_more() =>
        FirstFreeze.Missing(ALaunch.Frozen().Board with { Holdings = [] }, people: 1).Should().BeEmpty();
}
