using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.UnitTests.Launches;

public sealed class LivingALaunch
{
    [Theory]
    [InlineData(LaunchStage.Preparing, LaunchStage.Postponed, LaunchStage.Cancelled)]
    [InlineData(LaunchStage.InSignature, LaunchStage.Postponed, LaunchStage.Cancelled)]
    [InlineData(LaunchStage.Decided, LaunchStage.Postponed, LaunchStage.Cancelled)]
    [InlineData(LaunchStage.Postponed, LaunchStage.Preparing, LaunchStage.Cancelled)]
    [InlineData(LaunchStage.Launched, LaunchStage.Decided, LaunchStage.Archived)]
    [InlineData(LaunchStage.Cancelled, LaunchStage.Preparing, LaunchStage.Archived)]
    public void From_each_stage_only_some_steps_lead_on(LaunchStage from, params LaunchStage[] next) =>
        LifeRules.Next(At(from)).Should().Equal(next);

    [Fact]
    public void A_launch_is_launched_only_while_a_yes_stands()
    {
        var (board, frozen) = ALaunch.Frozen();
        var decided = board.SignedByAll(frozen).Decided(frozen, ALaunch.Yes());

        WhyNot(At(LaunchStage.Decided, decided), new(LaunchStage.Launched)).Should().BeNull();
        WhyNot(At(LaunchStage.Decided), new(LaunchStage.Launched)).Should().BeOfType<NoYesStands>();
        WhyNot(At(LaunchStage.Decided, board.SignedByAll(frozen).Decided(frozen, ALaunch.No())),
            new(LaunchStage.Launched)).Should().BeOfType<NoYesStands>();
        WhyNot(At(LaunchStage.InSignature, decided), new(LaunchStage.Launched)).Should().BeOfType<NoSuchStep>();
    }

    [Fact]
    public void Postponing_asks_for_a_later_date_and_a_reason()
    {
        var later = ALaunch.Target.AddDays(30);

        WhyNot(At(LaunchStage.Preparing), new(LaunchStage.Postponed, "x")).Should().BeOfType<PostponingNeedsDate>();
        WhyNot(At(LaunchStage.Preparing), new(LaunchStage.Postponed, "x", ALaunch.Target))
            .Should().BeOfType<PostponedToEarlier>();
        WhyNot(At(LaunchStage.Preparing), new(LaunchStage.Postponed, " ", later)).Should().BeOfType<StepNeedsReason>();
        WhyNot(At(LaunchStage.Preparing), new(LaunchStage.Postponed, "x", later)).Should().BeNull();
    }

    [Fact]
    public void Only_the_manager_moves_it_on_and_only_from_where_they_saw_it()
    {
        var request = new StageRequest(LaunchStage.Cancelled, "No market", From: LaunchStage.Preparing);

        LifeRules.WhyNot(At(LaunchStage.Preparing), request, ALaunch.Ceo).Should().BeOfType<NotYours>();
        LifeRules.WhyNot(At(LaunchStage.Preparing), request, ALaunch.Auditor).Should().BeOfType<MayOnlyRead>();
        WhyNot(At(LaunchStage.InSignature), request).Should().BeOfType<StageMoved>();
        WhyNot(At(LaunchStage.Preparing), request).Should().BeNull();
    }

    [Fact]
    public void Cancelling_and_taking_up_again_need_a_reason()
    {
        WhyNot(At(LaunchStage.Preparing), new(LaunchStage.Cancelled)).Should().BeOfType<StepNeedsReason>();
        WhyNot(At(LaunchStage.Cancelled), new(LaunchStage.Preparing)).Should().BeOfType<StepNeedsReason>();
        WhyNot(At(LaunchStage.Launched), new(LaunchStage.Decided)).Should().BeOfType<StepNeedsReason>();
        WhyNot(At(LaunchStage.Launched), new(LaunchStage.Archived)).Should().BeNull();
    }

    [Fact]
    public void A_closed_launch_changes_nothing_but_its_members_and_its_stage()
    {
        var closed = At(LaunchStage.Archived);

        Permissions.WhyNot(LaunchAction.MoveTargetDate, ALaunch.Manager, closed).Should().BeOfType<LaunchIsClosed>();
        Permissions.WhyNot(LaunchAction.ManageMembers, ALaunch.Manager, closed).Should().BeNull();
        Permissions.WhyNot(LaunchAction.ChangeStage, ALaunch.Manager, closed).Should().BeNull();
    }

    [Fact]
    public void An_archived_launch_opens_as_what_it_was()
    {
        var cancelled = Step(LaunchStage.Preparing, LaunchStage.Cancelled);
        var archived = Step(LaunchStage.Cancelled, LaunchStage.Archived);

        LifeRules.Next(At(LaunchStage.Archived) with { StageChanges = [cancelled, archived] })
            .Should().Equal(LaunchStage.Cancelled);
    }

    [Fact]
    public void A_postponed_launch_is_signed_on_a_revision_that_knows_the_new_date()
    {
        var (board, frozen) = ALaunch.Frozen();
        var postponed = At(LaunchStage.Postponed, board);

        SigningRules.WhyNotSign(postponed, frozen, ALaunch.Request("platform"), ALaunch.Platform, ALaunch.Now)
            .Should().BeOfType<LaunchIsPostponed>();
        SigningRules.WhyNotFreeze(postponed, ALaunch.Manager).Should().BeNull();
    }

    [Fact]
    public void What_has_launched_is_not_frozen_again() =>
        SigningRules.WhyNotFreeze(At(LaunchStage.Launched), ALaunch.Manager).Should().BeOfType<HasLaunched>();

    private static StageChange Step(LaunchStage from, LaunchStage to) =>
        new() { From = from, To = to, ById = Guid.Empty, By = "Mia", At = ALaunch.Now };

    private static Refusal? WhyNot(LaunchBoard board, StageRequest request) =>
        LifeRules.WhyNot(board, request, ALaunch.Manager);

    private static LaunchBoard At(LaunchStage stage, LaunchBoard? board = null) =>
        (board ?? ALaunch.Board()).At(stage);
}
