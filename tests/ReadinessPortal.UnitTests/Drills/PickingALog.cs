using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Drills;

public sealed class PickingALog
{
    private static readonly LaunchBoard _board = Board(Facts(Criterion() with { Drills = ["d"] }) with
    {
        Drills = [Drill("d", "15:00", "14:23") with { Title = "Drill 2" }, Drill("same", "14:00", "14:00")],
    });

    [Fact]
    public void The_picked_log_counts_and_nothing_is_disputed_any_more()
    {
        var choice = LogChoiceRules.Pick(_board, "d", "log-2", " Written by the on-call ", Cfo, Now);

        choice.Should()
            .BeEquivalentTo(new { Drill = "d", Log = "log-2", Reason = "Written by the on-call", PickedBy = "Finn" });
        var standing = DrillRules.Of(_board.Facts.Drills[0], [choice], []);
        standing.Should()
            .BeEquivalentTo(new { Disputed = false, RtoMet = true, RtoShown = "14:23", PickedLog = "log-2" });
    }

    [Fact]
    public void A_later_pick_replaces_an_earlier_one()
    {
        var first = LogChoiceRules.Pick(_board, "d", "log-2", "This", Cfo, Now);
        var second = LogChoiceRules.Pick(_board with { LogChoices = [first] }, "d", "log-1", "No, this", Manager, Now);

        DrillRules.Of(_board.Facts.Drills[0], [first, second], []).RtoMet.Should().BeFalse();
    }

    [Fact]
    public void The_manager_and_executives_pick_and_nobody_who_answers_for_the_drill()
    {
        foreach (var person in new[] { Manager, Cfo })
        {
            LogChoiceRules.WhyNotPick(_board, "d", person).Should().BeNull();
        }

        LogChoiceRules.WhyNotPick(_board, "d", Platform).Should().BeOfType<NotYours>();
        LogChoiceRules.WhyNotPick(_board, "d", Security).Should().BeOfType<NotYours>();
        LogChoiceRules.WhyNotPick(_board, "d", Platform with { Parts = [LaunchPart.Manager, LaunchPart.Lead] })
            .Should().BeOfType<OwnDrill>();
        LogChoiceRules.WhyNotPick(_board, "d", Auditor).Should().BeOfType<MayOnlyRead>();
        LogChoiceRules.WhyNotPick(_board, "gone", Manager).Should().BeOfType<UnknownSubject>();
    }

    [Fact]
    public void A_log_with_a_time_is_picked_with_a_reason_where_logs_disagree()
    {
        LogChoiceRules.WhyNotPick(_board, "same", Manager).Should().Be(new LogsAgree("Drill same"));
        LogChoiceRules.WhyNotPick(_board, "d", "log-9", "why", Manager).Should().BeOfType<LogNotPickable>();
        LogChoiceRules.WhyNotPick(_board, "d", "log-1", " ", Manager).Should().BeOfType<LogNotPickable>();
    }
}
