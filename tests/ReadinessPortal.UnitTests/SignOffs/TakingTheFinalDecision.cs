using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.SignOffs;

public sealed class TakingTheFinalDecision
{
    [Fact]
    public void A_yes_to_a_ready_and_signed_launch_overrides_nothing()
    {
        var (board, frozen) = Frozen();

        var (signOff, _, decision) = SigningRules.Decide(board.SignedByAll(frozen), frozen, Yes("needless"), Ceo, Now);

        signOff.Role.Should().Be("ceo");
        decision.Proceed.Should().BeTrue();
        decision.SignOffId.Should().Be(signOff.Id);
        decision.Overridden.Should().BeEmpty();
        decision.OverrideReason.Should().BeNull();
    }

    [Fact]
    public void A_yes_against_missing_signatures_and_red_gates_lists_exactly_those_and_needs_a_reason()
    {
        var (board, frozen) = Frozen(Board(Facts(Criterion(result: CriterionResult.Failed))));
        string[] against =
        [
            "Gate main: the lead says failed",
            "Four required sign-offs are missing: PLATFORM, SECURITY, CTO and CFO",
        ];

        SigningRules.WhyNotDecide(board, frozen, Yes().AsShown(board, frozen), Ceo, Now)
            .Should().BeOfType<OverrideNeedsReason>()
            .Which.Overridden.Should().Equal(against);
        var (_, _, decision) = SigningRules.Decide(
            board, frozen, Yes("The customer waits").AsShown(board, frozen), Ceo, Now);
        decision.Overridden.Should().Equal(against);
        decision.OverrideReason.Should().Be("The customer waits");
    }

    [Fact]
    public void A_yes_overrides_what_its_page_listed_and_nothing_else()
    {
        var (board, frozen) = Frozen();
        var seen = Yes("The customer waits").AsShown(board.SignedByAll(frozen), frozen);
        var withdrawn = board.SignedByAll(frozen).Withdrawn("platform");

        SigningRules.WhyNotDecide(withdrawn, frozen, seen, Ceo, Now).Should().BeOfType<OverrideHasMoved>()
            .Which.Overridden.Should().Equal("PLATFORM has withdrawn the sign-off: read again");
        SigningRules.WhyNotDecide(
            board.SignedByAll(frozen), frozen, seen with { Shown = ["Something that is settled now"] }, Ceo, Now)
            .Should().BeOfType<OverrideHasMoved>();
        SigningRules.WhyNotDecide(withdrawn, frozen, No() with { Shown = [] }, Ceo, Now).Should().BeNull();
    }

    [Fact]
    public void A_rejection_or_withdrawal_needs_an_override()
    {
        var (board, frozen) = Frozen();
        var withdrawn = board.SignedByAll(frozen).Withdrawn("platform");
        var rejected = withdrawn.SignedBy(frozen, Platform, Request("platform", SignOffDecision.Reject, "No rollback"));

        SigningRules.WhatAnOverrideWouldOverride(rejected, frozen, Now).Should().Equal("PLATFORM rejects: No rollback");
        SigningRules.WhatAnOverrideWouldOverride(withdrawn, frozen, Now)
            .Should().Equal("PLATFORM has withdrawn the sign-off: read again");
    }

    [Fact]
    public void An_open_condition_needs_none()
    {
        var (board, frozen) = Frozen();
        var signed = board.SignedByAll(frozen).Withdrawn("platform").SignedBy(frozen, Platform,
            Request("platform", SignOffDecision.Conditional, "But", new ConditionDraft("Renew", "Pat", Target)));

        SigningRules.WhatAnOverrideWouldOverride(signed, frozen, Now).Should().BeEmpty();
        SigningRules.WhyNotDecide(signed, frozen, Yes(), Ceo, Now).Should().BeNull();
    }

    [Fact]
    public void A_no_needs_a_comment_and_no_override()
    {
        var (board, frozen) = Frozen();

        SigningRules.WhyNotDecide(board, frozen, No(), Ceo, Now).Should().BeNull();
        SigningRules.WhyNotDecide(board, frozen, No(comment: null), Ceo, Now).Should().BeOfType<CommentIsMissing>();
    }

    [Fact]
    public void Only_the_accountable_executive_decides_and_only_once()
    {
        var (board, frozen) = Frozen();
        var signed = board.SignedByAll(frozen);

        SigningRules.WhyNotDecide(signed, frozen, Yes(), Cfo, Now).Should().BeOfType<NotTheNamedPerson>();
        SigningRules.WhyNotDecide(signed.Decided(frozen, Yes()), frozen, No(), Ceo, Now)
            .Should().BeOfType<DecisionIsTaken>();
        SigningRules.WhyNotDecide(Board(), null, Yes(), Ceo, Now).Should().BeOfType<NothingIsFrozen>();
    }

    [Fact]
    public void After_the_decision_nobody_signs_that_revision()
    {
        var (board, frozen) = Frozen();

        SigningRules.WhyNotSign(board.Decided(frozen, No()), frozen, Request("platform"), Platform, Now)
            .Should().BeOfType<DecisionIsTaken>();
    }

    [Fact]
    public void A_refused_act_that_is_carried_out_all_the_same_is_a_bug()
    {
        var (board, frozen) = Frozen();

        var sign = () => SigningRules.Sign(board, frozen, Request("cto"), Platform, Now);

        sign.Should().Throw<RefusedException>().Which.Refusal.Should().BeOfType<NotTheNamedPerson>();
    }
}
