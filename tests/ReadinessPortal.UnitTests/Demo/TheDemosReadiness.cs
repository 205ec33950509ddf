using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.UnitTests.Demo;

public sealed class TheDemosReadiness
{
    private static readonly Readiness _readiness =
        Readiness.At(new LaunchBoard { Facts = DemoPackage.Facts, ChangeNumber = 1 }, ALaunch.Now.AddYears(1));

    [Fact]
    public void While_the_logs_of_a_drill_disagree_its_target_is_neither_met_nor_missed() =>
        (Shown("drill.drill-1.rtoResult"), Shown("drill.drill-2.rtoResult"), Shown("drills-targets"))
            .Should().Be(("met", "disputed", "disputed"));

    private static string Shown(string figure) => _readiness.Figure(figure)!.Shown;

    [Fact]
    public void Its_gates_have_exactly_these_colours() =>
        _readiness.Gates.Select(g => (g.Key, g.Colour, g.Word)).Take(10).Should().Equal(
            ("multi-region", GateColour.Green, null),
            ("data-residency", GateColour.Green, null),
            ("security-hardening", GateColour.Green, null),
            ("dr-tested", GateColour.Yellow, "disputed"),
            ("monitoring", GateColour.Green, null),
            ("runbooks", GateColour.Yellow, "unproven"),
            ("budget-controls", GateColour.Green, null),
            ("e2e-tests", GateColour.Red, "failed"),
            ("soc2-type-2", GateColour.Yellow, "in progress"),
            ("apac", GateColour.Red, "set manually"));

    [Fact]
    public void The_last_two_nice_to_have_gates_are_yellow() =>
        _readiness.Gates.Skip(10).Select(g => (g.Kind, g.Colour)).Should()
            .Equal((GateKind.NiceToHave, GateColour.Yellow), (GateKind.NiceToHave, GateColour.Yellow));

    [Fact]
    public void Nineteen_of_23_criteria_are_proven_and_each_other_state_occurs_once() =>
        _readiness.Criteria.CountBy(c => c.State).Should().BeEquivalentTo(new Dictionary<CriterionState, int>
        {
            [CriterionState.Passed] = 19,
            [CriterionState.Failed] = 1,
            [CriterionState.Disputed] = 1,
            [CriterionState.Unproven] = 1,
            [CriterionState.InProgress] = 1,
        });

    [Fact]
    public void Ninety_four_of_100_is_no_go()
    {
        _readiness.Score.Should().BeEquivalentTo(new { Value = 94, Band = ScoreBand.Excellent });
        _readiness.Level.Should().Be(ReadinessLevel.NoGo);
        _readiness.DaysToTarget.Should().Be(16);
    }

    [Fact]
    public void Four_reasons_come_worst_first_each_with_its_action() =>
        _readiness.Reasons.Select(r => (r.Level, r.Subject.Key, r.Action.Text)).Take(3).Should().Equal(
            (ReadinessLevel.NoGo, "e2e-tests", "Fix or ask for a waiver"),
            (ReadinessLevel.NotYet, "dr-tested", "Resolve conflicting logs"),
            (ReadinessLevel.NotYet, "runbooks", "Attach the proof"));

    [Fact]
    public void Every_reason_has_an_owner() =>
        _readiness.Reasons.Should().OnlyContain(r => r.Owner != null);

    [Fact]
    public void Unsigned_it_says_so_in_two_sentences()
    {
        var nothing = new DecisionRecord { Revision = 0 };

        var verdict = Verdict.Of(_readiness, DemoPackage.Facts, [], nothing, _readiness.Today);

        verdict.Level.Should().Be(ReadinessLevel.NoGo);
        verdict.Summary.Should().Be("One critical gate is red and two are yellow. Nobody has signed.");
    }

    [Fact]
    public void Its_thinnest_headrooms_are_the_drills() =>
        _readiness.Headrooms.Select(h => (h.Subject.Key, h.ValueShown, h.TargetShown)).Take(4).Should().Equal(
            ("drill-2", "15:00 or 14:23", "below 15:00"),
            ("drill-1", "14:00", "below 15:00"),
            ("database-replication", "890 messages", "below 1,000 messages"),
            ("database-replication", "4.1 s", "below 5 s"));

    [Fact]
    public void A_revision_of_it_reads_back_as_it_was_frozen()
    {
        var (_, frozen) = ALaunch.Frozen(new LaunchBoard { Facts = DemoPackage.Facts, ChangeNumber = 1 });
        var written = RevisionJson.Write(frozen);

        RevisionJson.Write(RevisionJson.Read(written.Text)).Text.Should().Be(written.Text);
    }
}
