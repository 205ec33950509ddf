using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Evidence;

/// <summary>Today is 15 November, the target date 1 December.</summary>
public sealed class PlanningReruns
{
    private static readonly Criterion _bare = Criterion() with { Validations = [] };

    [Fact]
    public void Proof_that_lasts_until_the_target_date_is_not_run_again()
    {
        Plan(_bare, File("a")).Lines.Should().BeEmpty();
        Plan(_bare, Run(validUntil: Target)).Lines.Should().BeEmpty();
        Plan(_bare, Run(validUntil: Target.AddDays(-1))).Lines.Should().ContainSingle();
    }

    [Fact]
    public void A_run_on_the_last_day_of_the_proof_in_hand_leaves_no_gap_where_it_lasts() =>
        Line(_bare, Run(validUntil: new(2025, 11, 26))).Should()
            .Match<RerunLine>(l => l.Reason == RerunReason.EndsBeforeTarget
                && l.ValidUntil == new DateOnly(2025, 11, 26) && l.From == Today
                && l.By == new DateOnly(2025, 11, 26) && l.IsNeeded);

    [Fact]
    public void A_run_that_would_be_stale_on_the_target_date_too_waits_until_one_lasts() =>
        Line(_bare, Tests(validUntil: new(2025, 11, 20))).Should()
            .Match<RerunLine>(l => l.From == new DateOnly(2025, 11, 24) && l.By == new DateOnly(2025, 11, 24));

    [Fact]
    public void What_is_stale_already_is_run_as_soon_as_a_run_lasts()
    {
        var stale = Line(_bare, Tests(validUntil: Today.AddDays(-1)));

        stale.Should().Match<RerunLine>(
            l => l.Reason == RerunReason.StaleAlready && l.By == new DateOnly(2025, 11, 24));
        Line(_bare, File() with { CapturedOn = Today.AddDays(-91) }).By
            .Should().Be(Today, "90 days last from today on");
    }

    [Fact]
    public void Once_the_target_date_is_over_it_is_planned_for_today()
    {
        var facts = Of(_bare, Tests(validUntil: Today.AddDays(-1)));
        var plan = Plan(facts with { Launch = facts.Launch with { TargetDate = Today.AddDays(-3) } });

        plan.Target.Should().Be(Today);
        plan.Lines.Should().ContainSingle().Which.By.Should().Be(Today);
    }

    [Fact]
    public void Evidence_of_another_build_is_made_again_unless_its_slot_has_one_of_this_build()
    {
        var other = Run(validUntil: Target) with { Key = "old", Slot = "unit", Release = "app:v1" };
        var older = other with { Key = "older", CapturedOn = other.CapturedOn!.Value.AddDays(-1) };
        var current = other with { Key = "new", Release = "app:v2" };

        Line(_bare, other, older).Should().Match<RerunLine>(l => l.Reason == RerunReason.OtherBuild
            && l.Subject.Key == "old" && l.Names == "app:v1" && l.ValidUntil == null && l.IsNeeded);
        Plan(_bare, other, current).Lines.Should().BeEmpty();
        Plan(_bare, other, current with { Slot = "e2e" }).Lines.Should().ContainSingle()
            .Which.IsNeeded.Should().BeFalse("another slot proves it");
        var validation = Line(Criterion() with { Validations = [Validation() with { Release = "app:v1" }] });
        RerunWords.Why(validation).Should().Be("other build: it is about app:v1");
    }

    [Fact]
    public void Only_the_newest_of_a_slot_is_run_again()
    {
        var last = Tests(validUntil: new(2025, 11, 20)) with { Key = "last", Slot = "unit" };

        Line(_bare, last, last with { Key = "before", CapturedOn = last.CapturedOn!.Value.AddDays(-9) })
            .Subject.Key.Should().Be("last");
    }

    [Fact]
    public void It_is_by_owner_and_day_and_names_every_criterion_once()
    {
        var (load, soak) = (_bare, _bare with { Key = "soak", Title = "Criterion soak" });
        var own = _bare with { Key = "own", Title = "Criterion own", Owner = "security" };
        var shared = Tests(validUntil: new(2025, 11, 20)) with
        {
            Supports =
            [
                new(SubjectKind.Criterion, "load"), new(SubjectKind.Criterion, "soak"),
                new(SubjectKind.Criterion, "own"),
            ],
        };
        var facts = Facts(load, soak, own) with
        {
            Evidence = [shared, File("scan", "criterion:own") with
            {
                Class = EvidenceClass.Scan, CapturedOn = Today.AddDays(-91), Title = "Scan",
            }],
            Launch = Facts().Launch with { Validity = new() { Scan = 90 } },
        };

        RerunWords.Text(Plan(facts), "GA-1").Should().Be("""
            Re-run plan of GA-1, as of 15 Nov 2025, for 1 Dec 2025

            SECURITY (Sam)
            - Scan (scan), from 15 Nov 2025 on: out of date since 15 Nov 2025. For Criterion own.
            - File tests (tests), from 24 Nov 2025 on: valid until 20 Nov 2025, stale on the target date. For $.

            PLATFORM (Pat)
            - File tests (tests), from 24 Nov 2025 on: valid until 20 Nov 2025, stale on the target date. For @.

            """.Replace("@", "Criterion load and Criterion soak", StringComparison.Ordinal)
            .Replace("$", "Criterion own", StringComparison.Ordinal).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_closed_launch_runs_nothing_again()
    {
        var facts = Of(_bare, Tests(validUntil: Today));

        Plan(facts with { Launch = facts.Launch with { Stage = LaunchStage.Cancelled } }).Lines.Should().BeEmpty();
    }

    private static EvidenceItem Tests(DateOnly validUntil) =>
        File("tests") with { Class = EvidenceClass.Tests, CapturedOn = validUntil.AddDays(-7) };

    // Twenty days reach from before today to the target date.
    private static EvidenceItem Run(DateOnly validUntil) =>
        File("run") with { Class = EvidenceClass.Load, CapturedOn = validUntil.AddDays(-20) };

    private static RerunLine Line(Criterion criterion, params EvidenceItem[] evidence) =>
        Plan(criterion, evidence).Lines.Should().ContainSingle().Which;

    private static RerunPlan Plan(Criterion criterion, params EvidenceItem[] evidence) => Plan(Of(criterion, evidence));

    private static LaunchFacts Of(Criterion criterion, params EvidenceItem[] evidence) => Facts(criterion) with
    {
        Evidence = [.. evidence],
        Launch = Facts().Launch with { Validity = new() { Load = 20 } },
    };

    private static RerunPlan Plan(LaunchFacts facts)
    {
        var board = Board(facts);
        return RerunPlan.Of(facts, Readiness.At(board, Now), board.Holdings);
    }
}
