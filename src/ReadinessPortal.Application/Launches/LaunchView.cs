using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Launches;

/// <summary>A launch at an instant, as one person sees it.</summary>
public sealed record LaunchView
{
    public required LaunchBoard Board { get; init; }

    /// <summary>Of the live facts.</summary>
    public required Readiness Readiness { get; init; }

    /// <summary>Of the newest revision with what was signed on it; of the live facts while nothing is frozen.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What the verdict would be if the live facts had been signed.</summary>
    public required Verdict LiveVerdict { get; init; }

    /// <summary>Content of the newest revision, or null while nothing is frozen.</summary>
    public RevisionContent? UnderSignature { get; init; }

    /// <summary>What got worse after the YES that counts; null while none counts or nothing is worse.</summary>
    public SinceDecision? SinceDecision { get; init; }

    /// <summary>Changes of facts since the newest revision was frozen.</summary>
    public int ChangesSince { get; init; }

    /// <summary>The viewer, and what they are in this launch.</summary>
    public required Actor Me { get; init; }

    /// <summary>The instant it holds for.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The real day of that instant in the launch's time zone, as-of date or not.</summary>
    public DateOnly Day => Launch.Day(At);

    public Launch Launch => Board.Launch;
}
