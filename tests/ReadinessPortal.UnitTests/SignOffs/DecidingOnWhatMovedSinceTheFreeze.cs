using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.SignOffs;

public sealed class DecidingOnWhatMovedSinceTheFreeze
{
    [Fact]
    public void What_got_worse_between_freeze_and_yes_is_put_to_the_decider_and_is_not_news_afterwards()
    {
        var (live, frozen) = Frozen();
        var worse = Worse(live.SignedByAll(frozen));

        SigningRules.WhatAnOverrideWouldOverride(worse, frozen, Now)
            .Should().Equal("Since the freeze, NO-GO: Gate main: the lead says failed");
        SigningRules.WhyNotDecide(worse, frozen, Yes().AsShown(worse, frozen), Ceo, Now)
            .Should().BeOfType<OverrideNeedsReason>();

        Since(worse.Decided(frozen, Yes("We know")), frozen).Should().BeNull();
    }

    [Fact]
    public void What_was_known_at_the_yes_and_weighs_more_now_is_news()
    {
        static LaunchBoard By(LaunchBoard board, GateColour colour) => board with
        {
            Facts = board.Facts with
            {
                Gates = [Gate("main", "load") with { ManualColour = colour, ManualReason = "Seen" }],
            },
        };
        var (live, frozen) = Frozen();
        var decided = By(live.SignedByAll(frozen), GateColour.Yellow).Decided(frozen, Yes("We know"));

        Since(decided, frozen).Should().BeNull();
        Since(By(decided, GateColour.Red), frozen)!.Worse.Should().ContainSingle()
            .Which.Level.Should().Be(ReadinessLevel.NoGo);
    }

    [Fact]
    public void What_is_only_waived_since_the_freeze_needs_no_override_and_is_not_news_after_the_yes()
    {
        var (live, frozen) = Frozen();
        var waived = Worse(live.SignedByAll(frozen)) with { Waivers = [Waiver()] };

        Readiness.At(waived, Now).Level.Should().Be(ReadinessLevel.Conditional);
        SigningRules.WhatAnOverrideWouldOverride(waived, frozen, Now).Should().BeEmpty();
        Since(waived.Decided(frozen, Yes()), frozen).Should().BeNull();
    }

    private static LaunchBoard Worse(LaunchBoard board) =>
        board with { Facts = Facts(Criterion(result: CriterionResult.Failed)) };

    private static SinceDecision? Since(LaunchBoard board, RevisionContent frozen) =>
        SinceDecision.Of(board, frozen, Readiness.At(board, Now), Today);
}
