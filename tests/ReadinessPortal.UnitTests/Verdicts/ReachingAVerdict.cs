using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Verdicts;

public sealed class ReachingAVerdict
{
    [Fact]
    public void Ready_facts_without_signatures_are_not_yet()
    {
        var (board, frozen) = Frozen();

        var verdict = VerdictOf(board, frozen);

        verdict.Level.Should().Be(ReadinessLevel.NotYet);
        verdict.Reasons.Should().ContainSingle().Which.Text.Should()
            .Be("Four required sign-offs are missing: PLATFORM, SECURITY, CTO and CFO");
        verdict.Summary.Should().Be("The one critical gate is green. Nobody has signed.");
    }

    [Fact]
    public void All_signed_is_go_even_before_the_accountable_executive_decides()
    {
        var (board, frozen) = Frozen();

        var verdict = VerdictOf(board.SignedByAll(frozen), frozen);

        verdict.Level.Should().Be(ReadinessLevel.Go);
        verdict.Summary.Should().EndWith("All four required roles have signed.");
    }

    [Fact]
    public void Who_abstains_has_not_signed_and_is_named_apart()
    {
        var (board, frozen) = Frozen();
        var abstained = board.SignedBy(frozen, Platform, Request("platform", SignOffDecision.Abstain, "Not my part"));

        VerdictOf(abstained, frozen).Summary.Should().EndWith("Nobody has signed; one abstains.");
    }

    [Fact]
    public void A_rejection_is_no_go_and_withdrawing_it_is_not_yet()
    {
        var (board, frozen) = Frozen();
        var rejected = board.SignedBy(frozen, Platform, Request("platform", SignOffDecision.Reject, "No rollback"));

        VerdictOf(rejected, frozen).Level.Should().Be(ReadinessLevel.NoGo);
        VerdictOf(rejected, frozen).Reasons[0].Text.Should().Be("PLATFORM rejects: No rollback");
        VerdictOf(rejected, frozen).Summary.Should().EndWith("One of four has signed; one rejects.");
        VerdictOf(rejected.Withdrawn("platform"), frozen).Level.Should().Be(ReadinessLevel.NotYet);
    }

    [Fact]
    public void An_abstention_is_not_yet()
    {
        var (board, frozen) = Frozen();
        var abstained = board.SignedByAll(frozen).Withdrawn("platform")
            .SignedBy(frozen, Platform, Request("platform", SignOffDecision.Abstain, "New here"));

        VerdictOf(abstained, frozen).Level.Should().Be(ReadinessLevel.NotYet);
    }

    [Fact]
    public void An_open_condition_is_conditional_a_met_one_go_and_a_lapsed_one_not_yet()
    {
        var (board, frozen) = Frozen();
        var signed = board.SignedByAll(frozen).Withdrawn("platform").SignedBy(frozen, Platform,
            Request("platform", SignOffDecision.Conditional, "One thing",
                new ConditionDraft("Renew the certificate", "Pat", new DateOnly(2025, 11, 20))));

        VerdictOf(signed, frozen).Level.Should().Be(ReadinessLevel.Conditional);
        VerdictOf(signed with { Conditions = [signed.Conditions[0] with { MetAt = Now }] }, frozen).Level
            .Should().Be(ReadinessLevel.Go);
        VerdictOf(signed with { Conditions = [signed.Conditions[0] with { DroppedAt = Now }] }, frozen).Level
            .Should().Be(ReadinessLevel.Go);
        Verdict.Of(frozen.Readiness, frozen.Facts, frozen.Holdings, signed.RecordOf(1), new(2025, 11, 21)).Level
            .Should().Be(ReadinessLevel.NotYet);
    }

    [Fact]
    public void The_final_no_is_no_go()
    {
        var (board, frozen) = Frozen();

        var verdict = VerdictOf(board.SignedByAll(frozen).Decided(frozen, No("The market moved")), frozen);

        verdict.Level.Should().Be(ReadinessLevel.NoGo);
        verdict.Reasons[0].Text.Should().Be("The final decision is NO: The market moved");
        verdict.Summary.Should().EndWith("The final decision is NO.");
    }

    [Fact]
    public void An_overriding_yes_leaves_the_facts_red_and_says_so()
    {
        var (board, frozen) = Frozen(Board(Facts(Criterion(result: CriterionResult.Failed))));

        var verdict = VerdictOf(board.SignedByAll(frozen).Decided(frozen, Yes("We accept it")), frozen);

        verdict.Level.Should().Be(ReadinessLevel.NoGo);
        verdict.Summary.Should().Be("One critical gate is red. The final decision is YES, overriding one point.");
    }

    [Fact]
    public void A_role_made_not_required_is_not_waited_for()
    {
        var live = Board();
        var (board, frozen) = Frozen(live with
        {
            Holdings = [.. live.Holdings.Select(h => h.Role == "cfo" ? h with { NotRequiredReason = "No cost" } : h)],
        });
        var signed = board.SignedBy(frozen, Platform, Request("platform"))
            .SignedBy(frozen, Security, Request("security")).SignedBy(frozen, Cto, Request("cto"));

        VerdictOf(signed, frozen).Level.Should().Be(ReadinessLevel.Go);
    }

    [Fact]
    public void The_summary_counts_red_and_yellow()
    {
        var facts = Facts(Criterion("a", CriterionResult.Failed), Criterion("b") with { Validations = [] },
            Criterion("c") with { Validations = [] }) with
        {
            Gates = [Gate("one", "a"), Gate("two", "b"), Gate("three", "c")],
        };
        var (board, frozen) = Frozen(Board(facts));

        VerdictOf(board, frozen).Summary.Should().Be("One critical gate is red and two are yellow. Nobody has signed.");
    }
}
