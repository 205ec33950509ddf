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
        WaiverRules.IsValid(Waiver(), Facts().Launch, new DateOnly(2026, 4, 1)).Should().BeFalse();

    private static bool Counts(Waiver waiver) => WaiverRules.IsValid(waiver, Facts().Launch, Today);
}
