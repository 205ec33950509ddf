using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.ComponentTests.Life;

/// <summary>The demo as its manager sees it.</summary>
internal static class ALaunchView
{
    public static Actor Manager { get; } = new(Guid.NewGuid(), "Mia Manager", [LaunchPart.Manager], false);

    public static LaunchView Of(LaunchBoard board) => new()
    {
        Board = board,
        Readiness = DemoLaunch.Readiness,
        Verdict = DemoLaunch.Verdict,
        LiveVerdict = DemoLaunch.Verdict,
        Me = Manager,
        At = DemoLaunch.Now,
    };

    public static LaunchBoard At(LaunchStage stage) => DemoLaunch.Board with
    {
        Facts = DemoLaunch.Facts with { Launch = DemoLaunch.Facts.Launch with { Stage = stage } },
    };
}
