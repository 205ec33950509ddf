using System.Collections.Immutable;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Web.Api;

/// <summary>What an answer is made of.</summary>
public sealed record LaunchPicture
{
    public required LaunchFacts Facts { get; init; }

    public required Readiness Readiness { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>What the live facts would give, where <see cref="Verdict"/> is of a revision.</summary>
    public Verdict? LiveVerdict { get; init; }

    public required ImmutableArray<RoleHolding> Holdings { get; init; }

    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    public required LaunchStage Stage { get; init; }

    public required long ChangeNumber { get; init; }

    public RevisionHead? Revision { get; init; }

    public DecisionRecord? Record { get; init; }

    /// <summary>The record with the decision that counts, which may be of an earlier revision; null while nothing is
    /// decided.</summary>
    public DecisionRecord? Decided { get; init; }

    /// <summary>The real day in the launch's time zone: due days of conditions are held against it.</summary>
    public required DateOnly Day { get; init; }

    public int ChangesSince { get; init; }

    public SinceDecision? SinceDecision { get; init; }

    public static LaunchPicture Of(LaunchView view)
    {
        var newest = view.Board.NewestRevision;
        return new()
        {
            Facts = view.Board.Facts,
            Readiness = view.Readiness,
            Verdict = view.Verdict,
            LiveVerdict = newest is null ? null : view.LiveVerdict,
            Holdings = view.Board.Holdings,
            Waivers = view.Board.Waivers,
            Day = view.Day,
            Stage = view.Launch.Stage,
            ChangeNumber = view.Board.ChangeNumber,
            Revision = newest,
            Record = newest is null ? null : view.Board.RecordOf(newest.Number),
            Decided = view.Board.DecidedRecord(),
            ChangesSince = view.ChangesSince,
            SinceDecision = view.SinceDecision,
        };
    }
}
