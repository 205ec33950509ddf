using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Waivers;

public sealed class AskingForAWaiver
{
    private static readonly WaiverRequest _request =
        new("load", "Two flaky tests", "Watched by hand for 72 hours", new(2025, 12, 31));

    private static readonly LaunchBoard _failed = Board(Facts(Criterion(result: CriterionResult.Failed)));

    [Fact]
    public void A_lead_asks_and_the_manager_approves_and_the_failure_is_waived_and_never_passed()
    {
        var asked = WaiverRules.Request(_failed, _request, Platform, Now);
        var pending = _failed with { Waivers = [asked] };
        StateIn(pending).Should().Be(CriterionState.Failed);

        var answered = WaiverRules.Answer(pending, asked.Id, approve: true, "Small enough", Manager, Now);

        var waived = pending with { Waivers = [answered] };
        StateIn(waived).Should().Be(CriterionState.Waived);
        Readiness.At(waived, Now).Level.Should().Be(ReadinessLevel.Conditional);
    }

    [Fact]
    public void Only_the_lead_of_the_criterion_and_the_manager_ask()
    {
        Ask(_request, Platform).Should().BeNull();
        Ask(_request, Manager).Should().BeNull();
        Ask(_request, Security).Should().BeOfType<NotYourCategory>();
        Ask(_request, Cfo).Should().BeOfType<NotYours>();
        Ask(_request, Auditor).Should().BeOfType<MayOnlyRead>();
    }

    [Fact]
    public void What_has_not_failed_is_not_waived() =>
        WaiverRules.WhyNotRequest(Board(), _request, Platform, Now).Should()
            .Be(new NothingToWaive("Criterion load", CriterionState.Passed));

    [Fact]
    public void Reason_control_and_a_last_day_that_reaches_the_launch_are_needed()
    {
        Ask(_request with { Reason = " " }, Platform).Should().BeOfType<WaiverNotComplete>();
        Ask(_request with { CompensatingControl = null }, Platform).Should().BeOfType<WaiverNotComplete>();
        Ask(_request with { Reason = new string('x', TextLimits.Reason + 1) }, Platform).Should()
            .Be(new TextIsTooLong("The reason", TextLimits.Reason + 1, TextLimits.Reason));
        Ask(_request with { ExpiresOn = null }, Platform).Should().BeOfType<WaiverNotComplete>();
        Ask(_request with { ExpiresOn = Target }, Platform).Should().BeNull();
        Ask(_request with { ExpiresOn = Target.AddDays(-1) }, Platform)!.Text.Should()
            .Be("A waiver that ends on 30 Nov 2025 would not count: it has to hold until 1 Dec 2025 at least.");
    }

    [Fact]
    public void One_waiver_waits_for_an_answer_at_a_time() =>
        WaiverRules.WhyNotRequest(Pending(), _request, Manager, Now).Should().Be(new WaiverIsPending(Platform.Name));

    [Fact]
    public void Whoever_asked_never_answers()
    {
        var asked = WaiverRules.Request(_failed, _request, Manager, Now);

        WaiverRules.WhyNotAnswer(_failed with { Waivers = [asked] }, asked.Id, true, null, Manager, Now).Should()
            .BeOfType<OwnWaiver>();
    }

    [Fact]
    public void The_manager_or_an_executive_answers_once_and_declines_with_a_reason()
    {
        Answer(true, null, Cfo).Should().BeNull();
        Answer(false, "Mend it", Manager).Should().BeNull();
        Answer(false, " ", Manager).Should().BeOfType<WaiverNotComplete>();
        Answer(true, null, Security).Should().Be(new NotYours("the launch manager or an executive"));
        Answer(true, null, Auditor).Should().BeOfType<MayOnlyRead>();

        var pending = Pending();
        var declined = WaiverRules.Answer(pending, pending.Waivers[0].Id, false, "Mend it", Manager, Now);
        var answered = pending with { Waivers = [declined] };
        WaiverRules.WhyNotAnswer(answered, declined.Id, true, null, Cfo, Now).Should()
            .Be(new WaiverIsAnswered(Manager.Name, WaiverAnswer.Declined));
        StateIn(answered).Should().Be(CriterionState.Failed);
    }

    [Fact]
    public void A_waiver_that_waited_too_long_is_not_approved_any_more()
    {
        var pending = Pending();
        var late = pending with { Waivers = [pending.Waivers[0] with { ExpiresOn = Today.AddDays(-1) }] };

        WaiverRules.WhyNotAnswer(late, late.Waivers[0].Id, true, null, Manager, Now).Should()
            .BeOfType<WaiverNotComplete>();
        WaiverRules.WhyNotAnswer(late, late.Waivers[0].Id, false, "Too late", Manager, Now).Should().BeNull();
    }

    [Fact]
    public void Whoever_asked_or_may_answer_takes_it_back_with_a_reason_and_the_failure_is_failed_again()
    {
        var approved = Approved();
        var id = approved.Waivers[0].Id;
        WaiverRules.WhyNotWithdraw(approved, id, "Too many now", Platform).Should().BeNull("Pat asked for it");
        WaiverRules.WhyNotWithdraw(approved, id, "Too many now", Manager).Should().BeNull("Mia approved it");
        WaiverRules.WhyNotWithdraw(approved, id, "Too many now", Ceo).Should().BeNull();
        WaiverRules.WhyNotWithdraw(approved, id, "Too many now", Security).Should().BeOfType<NotYours>();
        WaiverRules.WhyNotWithdraw(approved, id, "Too many now", Auditor).Should().BeOfType<MayOnlyRead>();
        WaiverRules.WhyNotWithdraw(approved, id, " ", Platform).Should().BeOfType<WaiverNotComplete>();

        var back = approved with { Waivers = [WaiverRules.Withdraw(approved, id, "Too many now", Platform, Now)] };

        StateIn(back).Should().Be(CriterionState.Failed);
        Readiness.At(back, Now).Criterion("load").Why.Should()
            .Contain("The waiver asked for by Pat was withdrawn by Pat");
        WaiverRules.WhyNotWithdraw(back, id, "again", Manager).Should().Be(new WaiverIsWithdrawn("Pat"));
        WaiverRules.WhyNotRequest(back, _request, Platform, Now).Should().BeNull("another one can be asked for");
    }

    [Fact]
    public void A_request_that_is_taken_back_waits_for_nobody_any_more()
    {
        var pending = Pending();
        var id = pending.Waivers[0].Id;

        var back = pending with { Waivers = [WaiverRules.Withdraw(pending, id, "Mended instead", Platform, Now)] };

        WaiverRules.WhyNotAnswer(back, id, Manager).Should().Be(new WaiverIsWithdrawn("Pat"));
        WaiverRules.Pending("load", back.Waivers).Should().BeNull();
        var declined = pending with { Waivers = [WaiverRules.Answer(pending, id, false, "No", Manager, Now)] };
        WaiverRules.WhyNotWithdraw(declined, id, "why", Platform).Should().Be(new NothingToTakeBack("Mia"));
    }

    private static LaunchBoard Approved()
    {
        var pending = Pending();
        return pending with
        {
            Waivers = [WaiverRules.Answer(pending, pending.Waivers[0].Id, approve: true, null, Manager, Now)],
        };
    }

    private static LaunchBoard Pending() =>
        _failed with { Waivers = [WaiverRules.Request(_failed, _request, Platform, Now)] };

    private static Refusal? Ask(WaiverRequest request, Actor actor) =>
        WaiverRules.WhyNotRequest(_failed, request, actor, Now);

    private static Refusal? Answer(bool approve, string? reason, Actor actor)
    {
        var pending = Pending();
        return WaiverRules.WhyNotAnswer(pending, pending.Waivers[0].Id, approve, reason, actor, Now);
    }

    private static CriterionState StateIn(LaunchBoard board) => Readiness.At(board, Now).Criterion("load").State;
}
