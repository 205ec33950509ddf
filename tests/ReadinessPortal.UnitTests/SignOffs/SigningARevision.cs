using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.SignOffs;

public sealed class SigningARevision
{
    private static readonly ConditionDraft _renewal = new("Renew", "Pat", Today);

    private readonly LaunchBoard _board;
    private readonly RevisionContent _frozen;

    public SigningARevision() => (_board, _frozen) = Frozen();

    [Fact]
    public void The_named_person_signs()
    {
        var (signOff, conditions) = SigningRules.Sign(_board, _frozen, Request("platform"), Platform, Now);

        signOff.Should().BeEquivalentTo(new
        {
            Role = "platform", UserId = Platform.UserId, Name = "Pat", DeputyFor = (string?)null,
            RevisionSha256 = Sha(1), Authentication = "password",
        });
        conditions.Should().BeEmpty();
    }

    [Fact]
    public void Nobody_else_does() => Why(Security, Request("platform")).Should().BeOfType<NotTheNamedPerson>();

    [Fact]
    public void Nothing_frozen_means_nothing_to_sign() =>
        SigningRules.WhyNotSign(Board(), null, Request("platform"), Platform, Now).Should().BeOfType<NothingIsFrozen>();

    [Fact]
    public void Only_the_newest_revision_can_be_signed()
    {
        var (newer, second) = Frozen(_board);

        SigningRules.WhyNotSign(newer, _frozen, Request("platform"), Platform, Now)
            .Should().Be(new NotTheNewestRevision(1, 2));
        SigningRules.WhyNotSign(newer, second, Request("platform"), Platform, Now)
            .Should().Be(new NotTheNewestRevision(1, 2));
    }

    [Fact]
    public void A_signature_names_the_hash_that_was_read() =>
        Why(Platform, Request("platform") with { Sha256 = Sha(7) }).Should().Be(new NotTheNewestRevision(1, 1));

    [Fact]
    public void A_role_signs_only_once_and_withdrawing_frees_it()
    {
        var signed = _board.SignedBy(_frozen, Platform, Request("platform"));

        Why(Platform, Request("platform"), signed).Should().BeOfType<RoleHasSigned>();
        Why(Platform, Request("platform"), signed.Withdrawn("platform")).Should().BeNull();
    }

    [Fact]
    public void One_person_fills_one_role()
    {
        var both = _board with
        {
            Holdings = [.. _board.Holdings.Select(h => h.Role == "security" ? Holding("security", Platform) : h)],
        };

        Why(Platform, Request("security"), both.SignedBy(_frozen, Platform, Request("platform")))
            .Should().BeOfType<PersonHasSigned>();
    }

    [Fact]
    public void Business_signs_after_every_technical_role()
    {
        var one = _board.SignedBy(_frozen, Platform, Request("platform"));

        Why(Cto, Request("cto"), one).Should().Be(new NotYourTurn("CTO", ["SECURITY"]));
        Why(Cto, Request("cto"), one.SignedBy(_frozen, Security, Request("security", SignOffDecision.Reject, "No")))
            .Should().BeNull();
    }

    [Fact]
    public void Who_froze_it_gives_no_business_sign_off()
    {
        var (board, frozen) = Frozen(by: Cto);

        SigningRules.WhyNotSign(board, frozen, Request("cto"), Cto, Now).Should().BeOfType<FreezerSignsNoBusiness>();
        SigningRules.WhyNotDecideAs(Frozen(by: Ceo).Board, frozen, Ceo, Now)
            .Should().BeOfType<FreezerSignsNoBusiness>();
    }

    [Fact]
    public void A_technical_lead_who_froze_it_still_signs()
    {
        var (board, frozen) = Frozen(by: Platform);

        SigningRules.WhyNotSign(board, frozen, Request("platform"), Platform, Now).Should().BeNull();
    }

    [Theory]
    [InlineData(SignOffDecision.Conditional)]
    [InlineData(SignOffDecision.Reject)]
    [InlineData(SignOffDecision.Abstain)]
    public void Everything_but_a_plain_approval_needs_a_comment(SignOffDecision decision) =>
        Why(Platform, Request("platform", decision, " ", decision == SignOffDecision.Conditional ? [_renewal] : []))
            .Should().Be(new CommentIsMissing(decision));

    [Fact]
    public void Conditions_are_complete_and_belong_to_a_conditional_approval()
    {
        var good = _renewal;

        Why(Platform, Request("platform", SignOffDecision.Conditional, "But")).Should().BeOfType<ConditionIsMissing>();
        Why(Platform, Request("platform", SignOffDecision.Conditional, "But", good, good with { Owner = "" }))
            .Should().Be(new ConditionIsIncomplete(2, ["an owner"]));
        Why(Platform, Request("platform", SignOffDecision.Conditional, "But", good with { Due = null }))
            .Should().Be(new ConditionIsIncomplete(1, ["a due date"]));
        Why(Platform, Request("platform", SignOffDecision.Approve, null, good)).Should().BeOfType<ConditionsDoNotFit>();
        Why(Platform, Request("platform", SignOffDecision.Conditional, "But", good)).Should().BeNull();
    }

    [Fact]
    public void Everything_that_is_wrong_with_what_was_written_is_said_at_once()
    {
        var over = _renewal with { Due = Today.AddDays(-1) };
        var request = Request("platform", SignOffDecision.Conditional, " ", over, over with { Text = "" });

        var why = Why(Platform, request with { Authentication = "" });

        why.Should().BeOfType<SeveralProblems>().Which.All.Should().Equal(
            new ConditionIsOver(1, over.Due!.Value, Today), new ConditionIsIncomplete(2, ["a text"]),
            new ConditionIsOver(2, over.Due.Value, Today), new CommentIsMissing(SignOffDecision.Conditional),
            new NotReauthenticated());
        why!.Text.Split('\n').Should().HaveCount(5);
    }

    [Fact]
    public void A_signer_proves_who_they_are_again() =>
        Why(Platform, Request("platform") with { Authentication = "" }).Should().BeOfType<NotReauthenticated>();

    [Fact]
    public void The_accountable_role_signs_by_deciding() =>
        Why(Ceo, Request("ceo")).Should().BeOfType<AccountableDecides>();

    [Fact]
    public void A_deputy_named_before_the_freeze_stands_in_until_the_end_day()
    {
        var dana = Person("Dana", LaunchPart.Lead);
        var (board, frozen) = Frozen(WithDeputy(Board(), dana, Today));

        var (signOff, _) = SigningRules.Sign(board, frozen, Request("platform"), dana, Now);

        signOff.Name.Should().Be("Dana");
        signOff.DeputyFor.Should().Be("Pat");
        SigningRules.WhyNotSign(board, frozen, Request("platform"), dana, Now.AddDays(1))
            .Should().BeOfType<DeputyIsOver>();
    }

    [Fact]
    public void A_deputy_named_after_the_freeze_waits_for_the_next_one()
    {
        var dana = Person("Dana", LaunchPart.Lead);

        Why(dana, Request("platform"), WithDeputy(_board, dana, Target)).Should().BeOfType<DeputyNamedTooLate>();
    }

    [Fact]
    public void A_role_made_not_required_before_the_freeze_does_not_sign()
    {
        var live = Board();
        var (board, frozen) = Frozen(live with
        {
            Holdings =
            [
                .. live.Holdings.Select(h => h.Role == "security" ? h with { NotRequiredReason = "No change" } : h),
            ],
        });

        SigningRules.WhyNotSign(board, frozen, Request("security"), Security, Now)
            .Should().BeOfType<RoleIsNotRequired>();
        SigningRules.WhyNotSignAs(board.SignedBy(frozen, Platform, Request("platform")), frozen, "cto", Cto, Now)
            .Should().BeNull();
    }

    [Fact]
    public void Only_the_signer_withdraws_with_a_reason_and_before_the_decision()
    {
        var signed = _board.SignedBy(_frozen, Platform, Request("platform"));

        Refusal? WhyNot(
            Actor by, Guid? signOff = null, string reason = "Read it again", LaunchBoard? board = null) =>
            SigningRules.WhyNotWithdraw(
                board ?? signed, new(signOff ?? signed.SignOffs[0].Id, reason, "password"), by);
        WhyNot(Platform).Should().BeNull();
        WhyNot(Platform, reason: " ").Should().BeOfType<ReasonIsMissing>();
        WhyNot(Manager).Should().BeOfType<NotYourSignOff>();
        WhyNot(Security, Guid.Empty).Should().BeOfType<NothingToWithdraw>();
        WhyNot(Platform, board: signed.Decided(_frozen, No())).Should().BeOfType<DecisionIsTaken>();
    }

    [Fact]
    public void Withdrawing_takes_the_proof_that_signing_takes()
    {
        var signed = _board.SignedBy(_frozen, Platform, Request("platform"));

        SigningRules.WhyNotWithdraw(signed, new(signed.SignOffs[0].Id, "Read it again", " "), Platform)
            .Should().BeOfType<NotReauthenticated>();
    }

    [Fact]
    public void Withdrawing_is_about_the_signature_that_was_shown_and_not_about_a_later_one_of_the_role()
    {
        var first = _board.SignedBy(_frozen, Platform, Request("platform"));
        var again = first.Withdrawn("platform").SignedBy(_frozen, Platform, Request("platform"));

        SigningRules.WhyNotWithdraw(again, new(first.SignOffs[0].Id, "Read it again", "password"), Platform)
            .Should().BeOfType<IsWithdrawn>();
        SigningRules.WhyNotWithdraw(again, new(again.SignOffs[1].Id, "Read it again", "password"), Platform)
            .Should().BeNull();
    }

    private static LaunchBoard WithDeputy(LaunchBoard board, Actor deputy, DateOnly until) => board with
    {
        Holdings =
        [
            .. board.Holdings.Select(h => h.Role == "platform"
                ? h with { DeputyId = deputy.UserId, Deputy = deputy.Name, DeputyUntil = until }
                : h),
        ],
    };

    private Refusal? Why(Actor actor, SignRequest request, LaunchBoard? board = null) =>
        SigningRules.WhyNotSign(board ?? _board, _frozen, request, actor, Now);
}
