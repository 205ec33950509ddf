using ReadinessPortal.Application.Mails;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Work;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Mails;

/// <summary>What a day brings that nobody did. The condition is due on Thursday, 20 November.</summary>
public sealed class RemindingPeople
{
    private static readonly DateOnly _due = new(2025, 11, 20);

    [Theory]
    [InlineData(16, null)]
    [InlineData(17, "soon")]
    [InlineData(19, "soon")]
    [InlineData(20, "due")]
    [InlineData(21, "lapsed")]
    [InlineData(22, null)]
    [InlineData(23, null)]
    [InlineData(24, "lapsed")]
    public void A_condition_is_told_before_its_day_on_it_and_after_it_on_working_days(int day, string? what) =>
        On(Conditional("PLATFORM"), day).Select(o => o.Thing.What).Distinct().Should()
            .Equal(what is null ? [] : [what]);

    [Fact]
    public void Its_owner_is_told_and_the_manager_once_it_has_lapsed()
    {
        var board = Conditional("PLATFORM");

        On(board, 20).Select(o => o.UserId).Should().Equal(Platform.UserId);
        On(board, 21).Select(o => o.UserId).Should().BeEquivalentTo([Platform.UserId, Manager.UserId]);
        On(Conditional("the vendor"), 20).Select(o => o.UserId).Should().Equal(Manager.UserId);
    }

    [Fact]
    public void A_condition_that_is_met_or_of_a_closed_launch_is_told_to_nobody()
    {
        var board = Conditional("PLATFORM");

        On(board with { Conditions = [board.Conditions[0] with { MetAt = Now }] }, 20).Should().BeEmpty();
        On(board.At(LaunchStage.Cancelled), 20).Should().BeEmpty();
    }

    [Fact]
    public void Evidence_that_runs_out_before_the_target_date_is_told_once_a_week_and_not_after_it()
    {
        var bare = Facts(Criterion() with { Validations = [] });
        var file = File() with { Class = EvidenceClass.Other, CapturedOn = Target.AddDays(-91) }; // valid for 90 days
        var board = Peopled(bare with { Evidence = [file] });

        IEnumerable<MailOccasion> AsOf(DateOnly day) => On(
            board with { Facts = board.Facts with { Launch = board.Launch with { AsOf = day } } }, 20);

        AsOf(new(2025, 11, 20)).Should().Equal(new MailOccasion(
            Platform.UserId, MailKind.Due, new(MailThing.Proof, "2025-W47")));
        AsOf(new(2025, 11, 21)).Should().Equal(AsOf(new(2025, 11, 20)), "it is told already");
        AsOf(new(2025, 11, 24)).Single().Thing.Key.Should().Be("2025-W48");
        AsOf(Today).Should().BeEmpty("the target date is not near");
        AsOf(Target.AddDays(1)).Should().BeEmpty("the target date is over");
    }

    private static LaunchBoard Peopled(LaunchFacts? facts = null) => Board(facts) with
    {
        Members =
        [
            new Member { UserId = Manager.UserId, Name = Manager.Name, Part = LaunchPart.Manager },
        ],
    };

    private static LaunchBoard Conditional(string owner)
    {
        var (board, frozen) = Frozen(Peopled());
        return board.SignedBy(frozen, Security, Request(
            "security", SignOffDecision.Conditional, "if so", new ConditionDraft("Rotate the keys", owner, _due)));
    }

    private static IReadOnlyList<MailOccasion> On(LaunchBoard board, int day)
    {
        var now = new DateTimeOffset(2025, 11, day, 9, 0, 0, TimeSpan.Zero);
        var hours = new MailHours(board.Launch.Clock());
        return hours.Reminder(board.Launch.Day(now), now) is null ? []
            : MailReminders.Of(new WorkSources(board, null, Readiness.At(board, now), null, now));
    }
}
