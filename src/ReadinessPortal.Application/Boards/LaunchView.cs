using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Boards;

/// <summary>A launch at an instant, as one person sees it.</summary>
public sealed record LaunchView
{
    public required LaunchBoard Board { get; init; }

    /// <summary>Of the live facts.</summary>
    public required Readiness Readiness { get; init; }

    /// <summary>Of the newest revision with what was signed on it; of the live facts while nothing is frozen.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What the verdict would be if the live facts had been signed; after a decision, what they say beside
    /// it.</summary>
    public required Verdict LiveVerdict { get; init; }

    /// <summary>What was decided; null while nothing is. It stands beside <see cref="Standing"/>.</summary>
    public DecisionLine? Decision => DecisionLine.Of(Board);

    /// <summary>What the rules say of what is looked at: of the newest revision, or of the live facts once that is
    /// decided.</summary>
    public Verdict Standing => IsDecided ? LiveVerdict : Verdict;

    /// <summary>What <see cref="Standing"/> is of, beside a decision: <c>Live now</c>, <c>Revision 2, being
    /// signed</c>.</summary>
    public string StandingOf =>
        IsLive ? "Live now" : $"Revision {Board.NewestRevision!.Number}, being signed";

    /// <summary>The facts that <see cref="Standing"/> is of: nothing beside it is read from others.</summary>
    public LaunchFacts StandingFacts => IsLive ? Board.Facts : UnderSignature?.Facts ?? Board.Facts;

    /// <summary>What follows from <see cref="StandingFacts"/>.</summary>
    public Readiness StandingReadiness => IsLive ? Readiness : UnderSignature?.Readiness ?? Readiness;

    /// <summary>The live facts are looked at, because nothing is frozen or the newest revision is decided.</summary>
    public bool IsLive => Board.NewestRevision is null || IsDecided;

    private bool IsDecided => Decision is { } decision && decision.Revision == Board.NewestRevision?.Number;

    /// <summary>Content of the newest revision, or null while nothing is frozen.</summary>
    public RevisionContent? UnderSignature { get; init; }

    /// <summary>What got worse after the YES that counts; null while none counts or nothing is worse.</summary>
    public SinceDecision? SinceDecision { get; init; }

    /// <summary>Changes of facts since the newest revision was frozen.</summary>
    public int ChangesSince { get; init; }

    /// <summary>The viewer, and what they are in this launch.</summary>
    public required Actor Me { get; init; }

    /// <summary>The viewer's last one before this was read; null on their first.</summary>
    public VisitNow? Visit { get; init; }

    /// <summary>The instant it holds for.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The real day of that instant in the launch's time zone, as-of date or not.</summary>
    public DateOnly Day => Launch.Day(At);

    public Launch Launch => Board.Launch;

    /// <summary>What evidence is held against at that instant.</summary>
    public ProofTerms Terms => ProofTerms.Of(Launch, Readiness.Today);
}
