using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Launches;

public sealed class ClosingALaunch
{
    private static readonly LaunchAction[] _always =
    [
        LaunchAction.View, LaunchAction.Export, LaunchAction.ReadAudit, LaunchAction.ManageMembers,
        LaunchAction.InviteColleague, LaunchAction.ManageTokens, LaunchAction.ChangeStage,
    ];

    public static TheoryData<LaunchStage> Closed => [LaunchStage.Cancelled, LaunchStage.Archived];

    [Theory]
    [MemberData(nameof(Closed))]
    public void Only_reading_and_opening_again_is_admitted_in_a_closed_launch(LaunchStage stage)
    {
        var launch = Facts().Launch with { Stage = stage };

        foreach (var action in Enum.GetValues<LaunchAction>())
        {
            var expected = _always.Contains(action) ? null : new LaunchIsClosed(stage);
            StageRules.WhyNot(action, launch).Should().Be(expected, "{0} while {1}", action, stage);
        }
    }

    [Fact]
    public void An_act_that_is_not_named_is_admitted_nowhere()
    {
        StageRules.Admitting((LaunchAction)int.MaxValue).Should().BeEmpty();
        Enum.GetValues<LaunchAction>().Should().OnlyContain(a => StageRules.Admitting(a).Length > 0);
    }

    [Theory]
    [InlineData(LaunchAction.Sign, "launched, postponed, cancelled, archived")]
    [InlineData(LaunchAction.Decide, "launched, postponed, cancelled, archived")]
    [InlineData(LaunchAction.WithdrawSignOff, "launched, cancelled, archived")]
    [InlineData(LaunchAction.Freeze, "launched, cancelled, archived")]
    [InlineData(LaunchAction.MoveTargetDate, "launched, cancelled, archived")]
    [InlineData(LaunchAction.MeetCondition, "cancelled, archived")]
    [InlineData(LaunchAction.ReviewDecision, "cancelled, archived")]
    [InlineData(LaunchAction.View, "")]
    public void Each_act_waits_while_it_would_mean_nothing(LaunchAction action, string stages) =>
        StageRules.NotWhile(action).Should().Be(stages);

    [Theory]
    [MemberData(nameof(Closed))]
    public void A_signature_a_deputy_and_a_request_stay_as_they_were(LaunchStage stage)
    {
        var (board, frozen) = Frozen();
        var asked = new GuardedChange
        {
            Changes = [], Summary = "Easier", Loosens = ["a target"], Reason = "x", RequestedById = Platform.UserId,
            RequestedBy = Platform.Name, RequestedAt = Now,
        };
        var closed = (board.SignedBy(frozen, Platform, Request("platform")) with { GuardedChanges = [asked] })
            .At(stage);
        var withdraw = new WithdrawRequest(closed.SignOffs[0].Id, "read again", "password");

        SigningRules.WhyNotWithdraw(closed, withdraw, Platform).Should().BeOfType<LaunchIsClosed>();
        RoleRules.WhyNotNameDeputy(closed, "platform", Security.UserId, "Sam", Today.AddDays(9), Platform, Now)
            .Should().BeOfType<LaunchIsClosed>();
        RoleRules.WhyNotNameDeputy(closed, "platform", null, null, null, Platform, Now)
            .Should().BeOfType<LaunchIsClosed>();
        GuardedRules.WhyNotWithdraw(closed, asked.Id, Platform).Should().BeOfType<LaunchIsClosed>();
        SigningRules.WhyNotSign(closed, frozen, Request("security"), Security, Now)
            .Should().BeOfType<LaunchIsClosed>();
        SigningRules.WhyNotDecideAs(closed, frozen, Ceo, Now).Should().BeOfType<LaunchIsClosed>();
        SigningRules.WhyNotReview(closed, null, new(1, false, "x", [], "password"), Ceo)
            .Should().BeOfType<LaunchIsClosed>();
    }

    [Fact]
    public void A_revision_from_before_the_launch_was_postponed_is_not_signed_when_it_is_taken_up_again()
    {
        var (board, frozen) = Frozen();
        var again = board with { StageChanges = [Postponed(Now.AddDays(1))] };

        SigningRules.WhyNotSign(again, frozen, Request("platform"), Platform, Now.AddDays(2))
            .Should().BeOfType<LaunchIsPostponed>();
        SigningRules.WhyNotSign(board with { StageChanges = [Postponed(Now.AddDays(-1))] }, frozen,
            Request("platform"), Platform, Now).Should().BeNull();
    }

    [Fact]
    public void A_package_moves_neither_date_nor_release_of_what_has_launched()
    {
        var launched = Board().At(LaunchStage.Launched);
        LaunchFacts With(Launch launch) => launched.Facts with { Launch = launch };

        ImportRules.WhyNot(launched, launched.Facts, Manager).Should().BeNull();
        ImportRules.WhyNot(launched, With(launched.Launch with { TargetDate = Target.AddDays(1) }), Manager)
            .Should().BeOfType<HasLaunched>();
        ImportRules.WhyNot(launched, With(launched.Launch with { Release = null }), Manager)
            .Should().BeOfType<HasLaunched>();
        ImportRules.WhyNot(Board(), With(launched.Launch with { Release = null }), Manager).Should().BeNull();
    }

    [Fact]
    public void What_was_asked_for_before_it_launched_is_not_done_after()
    {
        var move = new GuardedAct.MoveTargetDate(new(Target.AddDays(30), "More time"));

        PlannedAct.Of(move, Board(), Manager, Now).Refusal.Should().BeNull();
        PlannedAct.Of(move, Board().At(LaunchStage.Launched), Manager, Now).Refusal.Should().BeOfType<HasLaunched>();
    }

    private static StageChange Postponed(DateTimeOffset at) => new()
    {
        From = LaunchStage.InSignature, To = LaunchStage.Postponed, ById = Guid.Empty, By = "Mia", At = at,
    };
}
