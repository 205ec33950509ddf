using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Figures;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Drills;

public sealed class TimingADrill
{
    [Fact]
    public void Recovery_lies_between_the_marks_even_over_midnight()
    {
        var standing = DrillRules.Of(Drill("1", "14:00"), [], []);

        standing.Rto.Should().Be(Quantity.Of(840, "s"));
        standing.RtoShown.Should().Be("14:00");
        standing.RtoTargetShown.Should().Be("below 15:00");
        standing.RtoMet.Should().BeTrue();
        standing.RtoHeadroom.Should().BeApproximately(0.0667m, 0.0001m);
    }

    [Fact]
    public void While_logs_disagree_the_worst_stands_in_and_both_are_shown()
    {
        var standing = DrillRules.Of(Drill("2", "14:23", "15:00"), [], []);

        standing.Disputed.Should().BeTrue();
        standing.RtoShown.Should().Be("15:00 or 14:23");
        standing.RtoMet.Should().BeFalse();
        standing.RtoHeadroom.Should().Be(0);
        standing.Logs.Select(l => l.Met).Should().Equal(true, false);
    }

    [Fact]
    public void The_picked_log_counts()
    {
        var drill = Drill("2", "14:23", "15:00");
        var standing = DrillRules.Of(drill,
        [
            new()
            {
                Drill = "2", Log = "log-1", Reason = "the pager's own clock", Said = DrillRules.Said(drill, []),
                PickedById = Manager.UserId, PickedBy = "Mia", At = Now,
            },
        ], []);

        standing.Disputed.Should().BeFalse();
        standing.PickedLog.Should().Be("log-1");
        standing.RtoShown.Should().Be("14:23");
        standing.RtoMet.Should().BeTrue();
    }

    [Fact]
    public void Logs_of_the_same_length_agree() =>
        DrillRules.Of(Drill("1", "12:00", "12:00"), [], []).Disputed.Should().BeFalse();

    [Fact]
    public void A_log_without_a_mark_says_what_is_missing_and_disputes_nothing()
    {
        var drill = Drill("1", "14:00", "13:00");
        var standing = DrillRules.Of(drill with { Logs = [drill.Logs[0], drill.Logs[1] with { Events = [] }] }, [], []);

        standing.Disputed.Should().BeFalse();
        standing.Logs[1].Problem
            .Should().Be("Neither the first effect on users nor the restored service is marked in this log");
    }

    [Fact]
    public void An_event_is_timed_from_the_start_mark_and_what_came_before_it_is_not()
    {
        DrillLog log = new()
        {
            Key = "log", Title = "Log", Source = "pager",
            Events =
            [
                new() { Key = "warning", At = new(23, 58), Text = "A warning" },
                new() { Key = "outage", At = new(23, 59), Text = "Outage", Mark = EventMark.Start },
                new() { Key = "routed", At = new(0, 4, 12), Text = "Rerouted" },
            ],
        };

        log.Events.Select(e => DrillRules.SinceStart(log, e)?.Amount).Should().Equal(null, 0, 312);
        DrillRules.SinceStart(log with { Events = [log.Events[2]] }, log.Events[2]).Should().BeNull();
    }
}
