using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.UnitTests.Launches;

public sealed class MovingTheTargetDate
{
    private static readonly DateOnly _later = new(2026, 4, 30);

    [Fact]
    public void It_takes_another_date_and_a_reason_and_whoever_manages_the_launch()
    {
        WhyNot(new(_later, "Supplier is late")).Should().BeNull();
        WhyNot(new(null, "x")).Should().BeOfType<NoTargetDate>();
        WhyNot(new(ALaunch.Target, "x")).Should().BeOfType<TargetDateIsTheSame>();
        WhyNot(new(_later, " ")).Should().BeOfType<MoveNeedsReason>();
        TargetDateRules.WhyNot(ALaunch.Board(), new(_later, "x"), ALaunch.Platform).Should().BeOfType<NotYours>();
    }

    [Fact]
    public void Whoever_saw_another_date_is_told_the_one_that_stands() =>
        WhyNot(new(_later, "x", ALaunch.Target.AddDays(1)))
            .Should().BeEquivalentTo(new TargetDateMoved(ALaunch.Target));

    [Fact]
    public void It_may_not_lie_before_the_report_that_the_launch_was_taken_from()
    {
        var facts = ALaunch.Facts();
        var board = ALaunch.Board(facts with { Launch = facts.Launch with { ReportDate = ALaunch.Today } });

        TargetDateRules.WhyNot(board, new(ALaunch.Today.AddDays(-1), "x"), ALaunch.Manager)
            .Should().BeOfType<TargetBeforeReport>();
    }

    [Fact]
    public void A_waiver_that_ends_before_the_new_date_is_named_with_what_it_turns_into()
    {
        var board = ALaunch.Board(ALaunch.Facts(ALaunch.Criterion(result: CriterionResult.Failed))) with
        {
            Waivers = [ALaunch.Waiver(new(2026, 3, 31))],
        };

        Consequences.OfMoving(board, _later, ALaunch.Now).Should().Equal(
            "Readiness: CONDITIONAL \u2192 NO-GO",
            "Gate Gate main: yellow \u2192 red",
            "Criterion load: waived \u2192 failed, its waiver runs out on 31 Mar 2026, before the launch",
            "One piece of evidence will be out of date before the new date: ./check.sh (13 Feb 2026)");
        Consequences.OfMoving(board, new(2026, 1, 31), ALaunch.Now).Should().BeEmpty();
    }

    [Fact]
    public void A_waiver_that_waits_for_its_answer_is_named_too()
    {
        var board = ALaunch.Board(ALaunch.Facts(ALaunch.Criterion(result: CriterionResult.Failed))) with
        {
            Waivers = [ALaunch.Waiver(new(2025, 12, 31)) with { Answer = WaiverAnswer.Pending }],
        };

        Consequences.OfMoving(board, new(2026, 1, 15), ALaunch.Now).Should().ContainSingle()
            .Which.Should().Contain("could not be approved");
    }

    [Fact]
    public void A_day_in_the_past_is_named_as_one()
    {
        var day = ALaunch.Today.AddDays(-1);

        Consequences.OfMoving(ALaunch.Board(), day, ALaunch.Now)[0]
            .Should().Be($"{Format.Day(day)} is in the past: today is {Format.Day(ALaunch.Today)}");
    }

    [Fact]
    public void What_was_frozen_stays_and_that_is_said()
    {
        var (board, _) = ALaunch.Frozen();

        Consequences.OfMoving(board, new(2025, 12, 24), ALaunch.Now).Should().Equal(
            "Revision 1 stays as it was signed and says 1 Dec 2025; the next one asks everybody again");
    }

    private static Refusal? WhyNot(MoveRequest request) =>
        TargetDateRules.WhyNot(ALaunch.Board(), request, ALaunch.Manager);
}
