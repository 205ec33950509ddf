using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Verdicts;

public sealed class StandingBesideADecision
{
    [Fact]
    public void Nothing_stands_beside_it_while_nothing_is_decided()
    {
        var (board, frozen) = Frozen();

        DecisionLine.Of(board.SignedByAll(frozen)).Should().BeNull();
    }

    [Fact]
    public void A_yes_says_revision_day_and_who()
    {
        var (board, frozen) = Frozen();

        DecisionLine.Of(board.SignedByAll(frozen).Decided(frozen, Yes())).Should()
            .Be(new DecisionLine(1, "YES", "on revision 1, 15 Nov 2025, Eva", ReadinessLevel.Go));
    }

    [Fact]
    public void A_yes_with_reasons_says_how_much_it_overrides_and_does_not_look_like_go()
    {
        var line = DecisionLine.Of(Overriding())!;

        line.Sentence.Should().Be("YES on revision 1, 2 points overridden, 15 Nov 2025, Eva");
        line.Tone.Should().Be(ReadinessLevel.Conditional);
    }

    [Fact]
    public void A_no_and_a_revoked_yes_say_so()
    {
        var (board, frozen) = Frozen();
        var yes = board.SignedByAll(frozen).Decided(frozen, Yes());
        var revoked = yes with
        {
            Decisions = [.. yes.Decisions, yes.Decisions[0] with { Proceed = false, At = Now.AddDays(1) }],
        };

        DecisionLine.Of(board.SignedByAll(frozen).Decided(frozen, No()))!.Word.Should().Be("NO");
        DecisionLine.Of(revoked)!.Should().Match<DecisionLine>(d =>
            d.Word == "YES, revoked" && d.Tone == ReadinessLevel.NoGo);
    }

    [Fact]
    public void A_yes_stands_while_a_newer_revision_is_signed_and_a_no_does_not()
    {
        var (board, frozen) = Frozen();

        DecisionLine.Of(Frozen(board.SignedByAll(frozen).Decided(frozen, Yes())).Board)!.Revision.Should().Be(1);
        DecisionLine.Of(Frozen(board.SignedByAll(frozen).Decided(frozen, No())).Board).Should().BeNull();
    }

    [Fact]
    public void The_day_is_that_of_the_launchs_own_zone()
    {
        var facts = Facts();
        var (board, frozen) = Frozen(Board(facts with { Launch = facts.Launch with { TimeZone = "Asia/Tokyo" } }));
        var decided = board.SignedByAll(frozen).Decided(frozen, Yes());
        var late = decided with { Decisions = [decided.Decisions[0] with { At = Now.AddHours(6) }] };

        DecisionLine.Of(late)!.About.Should().Contain("16 Nov 2025");
    }

    [Fact]
    public void Beside_it_stand_the_facts_and_what_was_promised_and_no_signatures()
    {
        var board = Overriding();
        var readiness = Readiness.At(board, Now);

        var beside = Verdict.BesideDecision(readiness, board.RecordOf(1), Today);

        beside.Level.Should().Be(ReadinessLevel.NoGo);
        beside.Reasons.Select(r => r.Text).Should().Equal("Gate main: the lead says failed");
        beside.Summary.Should().Be("One critical gate is red.");
        beside.Criteria.InShort.Should().Be("0 of 1 criterion proven");
    }

    [Fact]
    public void A_condition_that_lapsed_since_stands_beside_it()
    {
        var (board, frozen) = Frozen();
        var decided = board.SignedBy(frozen, Platform, Request("platform", SignOffDecision.Conditional, "But",
                new ConditionDraft("Renew", "Pat", Today)))
            .SignedBy(frozen, Security, Request("security")).SignedBy(frozen, Cto, Request("cto"))
            .SignedBy(frozen, Cfo, Request("cfo")).Decided(frozen, Yes());

        Verdict.BesideDecision(Readiness.At(decided, Now), decided.RecordOf(1), Today).Level
            .Should().Be(ReadinessLevel.Conditional);
        Verdict.BesideDecision(Readiness.At(decided, Now), decided.RecordOf(1), Today.AddDays(1)).Level
            .Should().Be(ReadinessLevel.NotYet);
    }

    [Fact]
    public void A_decision_keeps_what_the_live_facts_said_when_it_was_taken()
    {
        var (board, frozen) = Frozen();
        var facts = Facts(Criterion(result: CriterionResult.Failed));
        var moved = board with
        {
            Facts = facts with { Launch = board.Launch with { FactsNumber = board.Launch.FactsNumber + 2 } },
        };

        var live = moved.SignedByAll(frozen).Decided(frozen, Yes("We know")).Decisions[0].Live!;

        live.Sentence.Should().Be("NO-GO, 0 of 1 criterion proven, two changes after the freeze");
    }

    private static LaunchBoard Overriding()
    {
        var (board, frozen) = Frozen(Board(Facts(Criterion(result: CriterionResult.Failed))));
        return board.Decided(frozen, Yes("We know"));
    }
}
