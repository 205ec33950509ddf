using ReadinessPortal.Domain.Waivers;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Waivers;

public sealed class CountingAWaiver
{
    [Fact]
    public void It_counts_when_somebody_else_approved_it_and_it_lasts_to_the_launch()
    {
        Counts(Waiver()).Should().BeTrue();
        Counts(Waiver(Target)).Should().BeTrue();
        Counts(Waiver(Target.AddDays(-1))).Should().BeFalse();
    }

    [Fact]
    public void Pending_declined_and_self_approved_ones_do_not_count()
    {
        Counts(Waiver() with { Answer = WaiverAnswer.Pending }).Should().BeFalse();
        Counts(Waiver() with { Answer = WaiverAnswer.Declined }).Should().BeFalse();
        Counts(Waiver() with { AnsweredById = Platform.UserId }).Should().BeFalse();
        Counts(Waiver() with { AnsweredById = null }).Should().BeFalse();
    }

    [Fact]
    public void After_the_launch_it_still_runs_out() =>
        WaiverRules.WhyNotValid(Waiver(), Facts().Launch, new DateOnly(2026, 4, 1), []).Should()
            .Be("its waiver ran out on 31 Mar 2026");

    [Fact]
    public void It_counts_for_the_failures_it_was_asked_for_and_falls_when_another_one_comes()
    {
        var asked = Waiver() with { Accepts = ["Tests: 2, target 0"] };

        Counts(asked, "Tests: 2, target 0").Should().BeTrue();
        Counts(asked).Should().BeTrue("nothing else fails");
        WhyNot(asked, "Tests: 40, target 0").Should()
            .Be("its waiver was not asked for this: Tests: 40, target 0; ask for another one");
        Counts(asked, "Tests: 2, target 0", "the lead says failed").Should().BeFalse();
        WhyNot(Waiver() with { Accepts = [] }, "Tests: 2, target 0").Should()
            .Be("its waiver does not say which failures it was asked for; ask for another one");
    }

    private static bool Counts(Waiver waiver, params string[] failures) => WhyNot(waiver, failures) is null;

    private static string? WhyNot(Waiver waiver, params string[] failures) =>
        WaiverRules.WhyNotValid(waiver, Facts().Launch, Today, [.. failures]);
}
