using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.SignOffs;

public sealed class LookingAgainAtAYes
{
    private const string Failed = "Gate main: the lead says failed";

    [Fact]
    public void While_nothing_got_worse_there_is_nothing_to_say()
    {
        var (board, frozen) = DecidedYes();

        Since(board, frozen).Should().BeNull();
        Since(board with { Facts = Facts(Criterion() with { Rationale = "Looked again" }) }, frozen).Should().BeNull();
    }

    [Fact]
    public void A_gate_that_turns_red_after_the_yes_is_shown_with_the_revision_that_was_decided()
    {
        var (board, frozen) = DecidedYes();

        var since = Since(Worse(board), frozen)!;

        since.Worse.Should().ContainSingle().Which.Level.Should().Be(ReadinessLevel.NoGo);
        since.IsOpen.Should().BeTrue();
        since.Sentence.Should().Be($"Decided on revision 1, since then: {Failed}.");
    }

    [Fact]
    public void What_was_overridden_is_not_news_and_one_more_failure_behind_a_red_gate_is()
    {
        Criterion[] one = [Criterion(result: CriterionResult.Failed), Criterion("dr")];
        Criterion[] both = [one[0], one[1] with { Result = CriterionResult.Failed }];
        var (board, frozen) = DecidedYes(Board(Facts(one)));

        Since(board, frozen).Should().BeNull();
        Since(board with { Facts = Facts(both) }, frozen)!.Worse.Should().ContainSingle().Which.Text.Should().Be(
            "Gate main: Criterion dr was passed and is failed: the lead says failed",
            "what the decider overrode is not said again");
        Since(board with { Facts = Facts([one[0], one[1] with { Progress = 100 }]) }, frozen).Should().BeNull();
    }

    [Fact]
    public void A_gate_that_turns_from_yellow_to_red_is_worse_and_the_other_way_is_not()
    {
        static LaunchBoard By(LaunchBoard board, GateColour colour) => board with
        {
            Facts = board.Facts with
            {
                Gates = [Gate("main", "load") with { ManualColour = colour, ManualReason = "Seen" }],
            },
        };
        var (yellow, frozenYellow) = DecidedYes(By(Board(), GateColour.Yellow));
        var (red, frozenRed) = DecidedYes(By(Board(), GateColour.Red));

        Since(By(yellow, GateColour.Red), frozenYellow)!.Worse.Should().ContainSingle()
            .Which.Text.Should().Be("Gate main: seen, which makes it NO-GO now");
        Since(By(red, GateColour.Yellow), frozenRed).Should().BeNull();
    }

    [Fact]
    public void A_new_headline_contradiction_is_worse_although_there_was_one_before()
    {
        static Claim Claim(string key) => new()
        {
            Key = key, Figure = "criteria.total", Stated = "24", Place = key, Headline = true,
        };
        var (board, frozen) = DecidedYes(Board(Facts() with { Claims = [Claim("a")] }));

        Since(board, frozen).Should().BeNull();
        Since(board with { Facts = board.Facts with { Claims = [Claim("a"), Claim("b")] } }, frozen)!
            .Worse.Select(r => r.Text).Should().Equal(
                "One new or changed contradiction in the headlines: B: 24 is stated, the facts give 1");
    }

    [Fact]
    public void A_condition_that_lapses_after_the_yes_is_worse()
    {
        var (board, frozen) = Frozen();
        var signed = board.SignedByAll(frozen).Withdrawn("platform").SignedBy(frozen, Platform,
            Request("platform", SignOffDecision.Conditional, "But",
                new ConditionDraft("Renew", "Pat", Today.AddDays(2))));
        var decided = signed.Decided(frozen, Yes());

        Since(decided, frozen).Should().BeNull();
        SinceDecision.Of(decided, frozen, Readiness.At(decided, Now), Today.AddDays(3))!.Sentence.Should()
            .Be("Decided on revision 1, since then: A condition has lapsed: Renew, was due 17 Nov 2025.");
    }

    [Fact]
    public void A_condition_that_had_lapsed_and_was_overridden_is_not_news()
    {
        var (board, frozen) = Frozen();
        var signed = board.SignedBy(frozen, Platform, Request("platform", SignOffDecision.Conditional, "But",
            new ConditionDraft("Renew", "Pat", Today)));
        var later = Now.AddDays(2);
        var yes = Yes("We know") with { Shown = SigningRules.WhatAnOverrideWouldOverride(signed, frozen, later) };
        var (signOff, _, decision) = SigningRules.Decide(signed, frozen, yes, Ceo, later);
        var decided = signed with { SignOffs = [.. signed.SignOffs, signOff], Decisions = [decision] };

        decision.Overridden.Should().Contain("A condition has lapsed: Renew, was due 15 Nov 2025");
        SinceDecision.Of(decided, frozen, Readiness.At(decided, later), Today.AddDays(2)).Should().BeNull();
    }

    [Fact]
    public void What_is_missed_by_more_is_worse_and_by_less_is_not()
    {
        LaunchFacts Lag(string value) => Facts(Criterion() with { Measurements = [Measurement(value)] });
        var (board, frozen) = DecidedYes(Board(Lag("6 s")));

        Since(board with { Facts = Lag("6 s") }, frozen).Should().BeNull();
        Since(board with { Facts = Lag("5.5 s") }, frozen).Should().BeNull();
        Since(board with { Facts = Lag("60 s") }, frozen)!.Worse.Select(r => r.Text).Should().Equal(
            "Gate main: Criterion load: Replication lag: 1:00, target below 5 s, was 6 s");
    }

    [Fact]
    public void A_second_target_that_is_missed_is_worse_although_one_was_missed_before()
    {
        LaunchFacts With(string other) => Facts(Criterion() with
        {
            Measurements = [Measurement("6 s"), Measurement(other, key: "n") with { Metric = "Errors" }],
        });
        var (board, frozen) = DecidedYes(Board(With("1 s")));

        Since(board with { Facts = With("9 s") }, frozen)!.Worse.Should().ContainSingle()
            .Which.Text.Should().Contain("Errors: 9 s, target below 5 s, was 1 s");
    }

    [Fact]
    public void A_longer_recovery_is_worse_although_it_took_too_long_before()
    {
        LaunchFacts Took(string time) =>
            Facts(Criterion() with { Drills = ["1"] }) with { Drills = [Drill("1", time)] };
        var (board, frozen) = DecidedYes(Board(Took("16:00")));

        Since(board with { Facts = Took("15:30") }, frozen).Should().BeNull();
        Since(board with { Facts = Took("40:00") }, frozen)!.Worse.Should().ContainSingle()
            .Which.Text.Should().Contain("Drill 1 took 40:00").And.Contain("was 16:00");
    }

    [Fact]
    public void A_failing_criterion_that_a_red_gate_comes_to_stand_on_is_worse()
    {
        Criterion[] two = [Criterion(result: CriterionResult.Failed), Criterion("dr", CriterionResult.Failed)];
        LaunchFacts On(params string[] keys) => Facts(two) with
        {
            Gates = [Gate("main", keys), Gate("nice", "dr") with { Kind = GateKind.NiceToHave }],
        };
        var (board, frozen) = DecidedYes(Board(On("load")));

        Since(board with { Facts = On("load", "dr") }, frozen)!.Worse.Select(r => r.Text).Should().Contain(
            "Gate main: Criterion dr counts here as well now: the lead says failed");
    }

    [Fact]
    public void A_criterion_in_no_gate_and_a_new_blocking_item_are_worse()
    {
        var (board, frozen) = DecidedYes();
        var lonely = Facts(Criterion(), Criterion("lonely", CriterionResult.NotAssessed)) with
        {
            Gates = [Gate("main", "load")],
            Items = [new() { Key = "i", Title = "Sign the contract", Blocking = true }],
        };

        Since(board with { Facts = lonely }, frozen)!.Worse.Select(r => r.Text).Should().Equal(
            "Blocking item is open: Sign the contract",
            "Criterion lonely, in no gate: the lead has not assessed it");
    }

    [Fact]
    public void Rules_that_became_stricter_are_not_a_launch_that_got_worse()
    {
        var lonely = Facts(Criterion(), Criterion("lonely", CriterionResult.NotAssessed)) with
        {
            Gates = [Gate("main", "load")],
        };
        var (board, frozen) = Frozen(Board(lonely));
        var before = frozen with
        {
            RulesVersion = 1,
            Readiness = frozen.Readiness with { Level = ReadinessLevel.Go, Reasons = [] },
        };
        var decided = board.SignedByAll(before).Decided(before, Yes());

        Since(decided, before).Should().BeNull();
        var failed = Facts(Criterion(result: CriterionResult.Failed), Criterion("lonely", CriterionResult.NotAssessed));
        Since(decided with { Facts = failed with { Gates = lonely.Gates } }, before)!.Worse.Should().ContainSingle();
    }

    [Fact]
    public void It_concerns_the_decider_the_manager_and_whoever_answers_for_what_got_worse()
    {
        var (board, frozen) = DecidedYes();
        var worse = Worse(board);
        var since = Since(worse, frozen)!;

        new[] { Ceo, Manager, Platform }.Should().OnlyContain(a => since.Concerns(a, worse));
        new[] { Security, Cfo, Auditor }.Should().OnlyContain(a => !since.Concerns(a, worse));
        since.Line.Should().Be($"Worse since the YES on revision 1: {Failed}");
    }

    [Fact]
    public void The_decider_confirms_with_a_reason_what_was_shown()
    {
        var (board, frozen) = DecidedYes();
        var worse = Worse(board);

        WhyNot(worse, frozen, Confirm(), Cfo).Should().BeOfType<NotYourDecision>();
        WhyNot(worse, frozen, Confirm(" "), Ceo).Should().BeOfType<ReasonIsMissing>();
        WhyNot(worse, frozen, Confirm() with { Authentication = "" }, Ceo).Should().BeOfType<NotReauthenticated>();
        WhyNot(worse, frozen, Confirm() with { Shown = [] }, Ceo).Should().BeOfType<MoreThanShown>();
        WhyNot(board, frozen, Confirm(), Ceo).Should().BeOfType<NothingToConfirm>();

        var confirmed = Reviewed(worse, frozen, Confirm());

        var since = Since(confirmed, frozen)!;
        since.IsOpen.Should().BeFalse();
        since.Sentence.Should().StartWith("Decided on revision 1, confirmed all the same, since then");
        WhyNot(confirmed, frozen, Confirm(), Ceo).Should().BeOfType<NothingToConfirm>();
        VerdictOf(confirmed, frozen).Level.Should().Be(ReadinessLevel.Go);
        confirmed.RecordOf(1).Decision!.OverrideReason.Should().BeNull("the decision stays as it was taken");
    }

    [Fact]
    public void The_decider_revokes_with_a_reason_and_the_launch_is_no_go()
    {
        var (board, frozen) = DecidedYes();

        var revoked = Reviewed(board, frozen, new(1, false, "The market changed", [], "password"));

        var verdict = VerdictOf(revoked, frozen);
        verdict.Level.Should().Be(ReadinessLevel.NoGo);
        verdict.Reasons[0].Text.Should().Be("The YES was revoked: The market changed");
        verdict.Summary.Should().EndWith("The final decision was YES, and is revoked.");
        revoked.RecordOf(1).Decision!.Proceed.Should().BeTrue();
        Since(Worse(revoked), frozen).Should().BeNull();
        WhyNot(Worse(revoked), frozen, Confirm(), Ceo).Should().BeOfType<NoYesToReview>();
    }

    [Fact]
    public void Neither_a_no_nor_an_undecided_revision_can_be_confirmed_or_revoked()
    {
        var (board, frozen) = Frozen();

        WhyNot(board, frozen, Confirm(), Ceo).Should().BeOfType<NoYesToReview>();
        WhyNot(board.Decided(frozen, No()), frozen, Confirm(), Ceo).Should().BeOfType<NoYesToReview>();
    }

    [Fact]
    public void A_yes_still_counts_while_a_newer_revision_is_not_decided()
    {
        var (board, frozen) = DecidedYes();
        var (newer, _) = Frozen(Worse(board));

        Since(newer, frozen)!.Record.Revision.Should().Be(1);
        WhyNot(newer, frozen, Confirm(), Ceo).Should().BeNull();
    }

    private static ReviewRequest Confirm(string? reason = "We know") => new(1, true, reason, [Failed], "password");

    private static (LaunchBoard Board, RevisionContent Frozen) DecidedYes(LaunchBoard? board = null)
    {
        var (live, frozen) = Frozen(board);
        return (live.SignedByAll(frozen).Decided(frozen, Yes("needed")), frozen);
    }

    private static LaunchBoard Worse(LaunchBoard board) =>
        board with { Facts = Facts(Criterion(result: CriterionResult.Failed)) };

    private static SinceDecision? Since(LaunchBoard board, RevisionContent frozen) =>
        SinceDecision.Of(board, frozen, Readiness.At(board, Now), Today);

    private static Refusal? WhyNot(LaunchBoard board, RevisionContent frozen, ReviewRequest request, Actor actor) =>
        SigningRules.WhyNotReview(board, Since(board, frozen), request, actor);

    private static LaunchBoard Reviewed(LaunchBoard board, RevisionContent frozen, ReviewRequest request) => board with
    {
        Decisions =
        [
            .. board.Decisions, SigningRules.Review(board, Since(board, frozen), request, Ceo, Now.AddDays(1)),
        ],
    };
}
