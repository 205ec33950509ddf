using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Domain.Revisions;

/// <summary>
/// What a revision holds: the facts and every derived value the report prints, as they were when it was frozen. Read
/// back from the canonical JSON, never recomputed.
/// </summary>
public sealed record RevisionContent
{
    public const string Format = "readiness-revision/1";

    public required int Number { get; init; }

    public required DateTimeOffset FrozenAt { get; init; }

    public required string FrozenBy { get; init; }

    public required long ChangeNumber { get; init; }

    public required int RulesVersion { get; init; }

    /// <summary>Offset of the launch's time zone, so that printing needs no time-zone data.</summary>
    public required TimeSpan UtcOffset { get; init; }

    public required LaunchFacts Facts { get; init; }

    public required Readiness Readiness { get; init; }

    public ImmutableArray<RoleHolding> Holdings { get; init; } = [];

    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    public ImmutableArray<LogChoice> LogChoices { get; init; } = [];

    public ImmutableArray<FindingAcceptance> Acceptances { get; init; } = [];

    /// <summary>What reads better since the first freeze without new proof, with whom and why; approved ones only.</summary>
    public ImmutableArray<GuardedChange> GuardedChanges { get; init; } = [];

    /// <summary>Every move of the target date before the freeze, oldest first; empty in revisions that know of
    /// none.</summary>
    public ImmutableArray<TargetMove> TargetMoves { get; init; } = [];
}
