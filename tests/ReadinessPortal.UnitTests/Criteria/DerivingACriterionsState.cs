using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Waivers;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Criteria;

public sealed class DerivingACriterionsState
{
    [Theory]
    [InlineData("4.9 s", CriterionState.Passed)]
    [InlineData("5 s", CriterionState.Failed)]
    [InlineData("4900 ms", CriterionState.Passed)]
    [InlineData(null, CriterionState.Unproven)]
    [InlineData("4 messages", CriterionState.Unproven)]
    public void Targets_decide_where_there_are_any(string? value, CriterionState expected) =>
        State(Criterion() with { Measurements = [Measurement(value)] }).Should().Be(expected);

    [Fact]
    public void A_missed_target_fails_whatever_the_lead_says() =>
        State(Criterion(result: CriterionResult.InProgress) with { Measurements = [Measurement("6 s")] })
            .Should().Be(CriterionState.Failed);

    [Fact]
    public void A_leads_failed_stays_although_targets_are_met_and_says_so()
    {
        var standing = Weigh(Criterion(result: CriterionResult.Failed) with { Measurements = [Measurement("1 s")] });

        standing.Standing.State.Should().Be(CriterionState.Failed);
        standing.Standing.Why[0].Should().Contain("although every target is met");
    }

    [Theory]
    [InlineData(CriterionResult.InProgress, CriterionState.InProgress)]
    public void A_leads_word_makes_met_targets_worse(CriterionResult result, CriterionState expected) =>
        State(Criterion(result: result) with { Measurements = [Measurement("1 s")] }).Should().Be(expected);

    [Fact]
    public void Where_nobody_has_said_anything_targets_decide()
    {
        var silent = Criterion(result: CriterionResult.NotAssessed);

        State(silent with { Measurements = [Measurement("1 s")] }).Should().Be(CriterionState.Passed);
        State(silent with { Measurements = [Measurement("1 s")], Validations = [] }).Should()
            .Be(CriterionState.Unproven);
        State(silent).Should().Be(CriterionState.NotAssessed);
    }

    [Fact]
    public void Without_targets_the_lead_counts_if_there_is_proof()
    {
        State(Criterion()).Should().Be(CriterionState.Passed);
        State(Criterion() with { Validations = [] }).Should().Be(CriterionState.Unproven);
    }

    [Fact]
    public void Met_targets_without_proof_are_unproven() =>
        State(Criterion() with { Validations = [], Measurements = [Measurement("1 s")] })
            .Should().Be(CriterionState.Unproven);

    [Theory]
    [InlineData("3 s", "4 s")]
    [InlineData("3 s", "9 s")]
    [InlineData("8 s", "9 s")]
    public void Sources_that_disagree_make_it_disputed_whichever_way_each_falls(string one, string other)
    {
        var criterion = Criterion() with { Measurements = [Measurement(one), Measurement(other, key: "n")] };

        State(criterion).Should().Be(CriterionState.Disputed);
    }

    [Fact]
    public void The_same_value_in_other_units_and_values_of_other_scopes_do_not_disagree()
    {
        var criterion = Criterion() with
        {
            Measurements =
            [
                Measurement("3 s"), Measurement("3000 ms", key: "n"),
                Measurement("4 s", key: "o") with { Scope = "EU" },
            ],
        };

        State(criterion).Should().Be(CriterionState.Passed);
    }

    [Fact]
    public void Drill_logs_that_disagree_dispute_until_one_is_picked()
    {
        var criterion = Criterion() with { Drills = ["2"] };
        var facts = Facts(criterion) with { Drills = [Drill("2", "14:23", "15:00")] };

        State(criterion, facts).Should().Be(CriterionState.Disputed);
        State(criterion, facts, picks: [Pick(facts, "log-1")]).Should().Be(CriterionState.Passed);
        State(criterion, facts, picks: [Pick(facts, "log-2")]).Should().Be(CriterionState.Failed);
    }

    [Fact]
    public void A_disputed_drill_says_both_times_and_the_target()
    {
        var criterion = Criterion() with { Drills = ["2"] };

        var weighed = Weigh(criterion, Facts(criterion) with { Drills = [Drill("2", "15:00", "14:23")] });

        weighed.Point.Should().Be("Drill 2 has two logs, 14:23 and 15:00, against less than 15:00");
        weighed.Clears!.At.Should().Be(new SubjectRef(SubjectKind.Drill, "2"));
    }

    [Fact]
    public void A_drill_that_took_too_long_or_lost_too_much_fails()
    {
        var criterion = Criterion() with { Drills = ["1"] };
        var lossy = Drill("1", "14:00") with { Rpo = Quantity.Of(6, "min"), RpoTarget = Quantity.Of(5, "min") };

        State(criterion, Facts(criterion) with { Drills = [Drill("1", "16:00")] }).Should().Be(CriterionState.Failed);
        State(criterion, Facts(criterion) with { Drills = [lossy] }).Should().Be(CriterionState.Failed);
        State(criterion, Facts(criterion) with { Drills = [Drill("1")] }).Should().Be(CriterionState.Unproven);
        State(criterion, Facts(criterion)).Should().Be(CriterionState.Unproven);
    }

    [Fact]
    public void A_valid_waiver_turns_failed_into_waived()
    {
        var weighed = Weigh(Criterion(result: CriterionResult.Failed), waivers: [Waiver()]);

        weighed.Standing.State.Should().Be(CriterionState.Waived);
        weighed.Standing.Why[0].Should().StartWith("Waived until 31 Mar 2026");
    }

    [Fact]
    public void A_waiver_accepts_a_failure_and_nothing_else() =>
        Weigh(Criterion() with { Validations = [] }, waivers: [Waiver()]).Standing.State
            .Should().Be(CriterionState.Unproven);

    [Fact]
    public void A_waiver_that_does_not_count_says_why()
    {
        var weighed = Weigh(Criterion(result: CriterionResult.Failed), waivers: [Waiver(new DateOnly(2025, 11, 30))]);

        weighed.Standing.State.Should().Be(CriterionState.Failed);
        weighed.Standing.Why.Should().Contain("Its waiver runs out on 30 Nov 2025, before the launch");
    }

    [Fact]
    public void Passed_at_less_than_all_progress_is_a_warning() =>
        Weigh(Criterion() with { Progress = 95 }).Standing.Warnings.Should().ContainSingle();

    [Fact]
    public void Proof_that_runs_out_before_the_launch_is_said_and_keeps_nothing_from_green()
    {
        var standing = Weigh(Criterion() with { Validations = [Validation(new DateOnly(2025, 8, 25))] }).Standing;

        standing.State.Should().Be(CriterionState.Passed);
        standing.Warnings.Should().BeEmpty();
        standing.Why.Should().Contain("Its proof goes out of date after 23 Nov 2025, before the launch");
    }

    [Fact]
    public void A_reading_proves_through_the_file_it_was_read_from()
    {
        var criterion = Criterion() with
        {
            Validations = [],
            Measurements = [Measurement("1 s") with { Evidence = "k6" }],
        };

        State(criterion, Facts(criterion) with { Evidence = [File("k6", "gate:main")] })
            .Should().Be(CriterionState.Passed);
    }

    [Fact]
    public void Who_owns_it_answers_else_the_lead_of_its_category()
    {
        Weigh(Criterion()).Standing.Lead.Should().Be("platform");
        Weigh(Criterion() with { Owner = "security" }).Standing.Lead.Should().Be("security");
    }

    private static CriterionState State(
        Criterion criterion, LaunchFacts? facts = null, ImmutableArray<LogChoice>? picks = null) =>
        Weigh(criterion, facts, picks).Standing.State;

    private static WeighedCriterion Weigh(
        Criterion criterion, LaunchFacts? facts = null, ImmutableArray<LogChoice>? picks = null,
        ImmutableArray<Waiver>? waivers = null)
    {
        var all = facts ?? Facts(criterion);
        return CriterionRules.Weigh(criterion, all,
            [.. all.Drills.Select(d => DrillRules.Of(d, picks ?? [], all.Evidence))], waivers ?? [], Today);
    }

    private static LogChoice Pick(LaunchFacts facts, string log) => new()
    {
        Drill = "2",
        Log = log,
        Said = DrillRules.Said(facts.Drills[0], facts.Evidence),
        Reason = "it is the machine's own",
        PickedById = Manager.UserId,
        PickedBy = "Mia",
        At = Now,
    };
}
