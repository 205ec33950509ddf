using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Scoring;

namespace ReadinessPortal.Domain.Figures;

/// <summary>What figures are computed from: the facts, and what the rules made of them.</summary>
public sealed record FigureSources
{
    public required LaunchFacts Facts { get; init; }

    public EquatableArray<CriterionStanding> Criteria { get; init; } = [];

    public EquatableArray<GateStanding> Gates { get; init; } = [];

    public EquatableArray<DrillStanding> Drills { get; init; } = [];

    public OverallScore? Score { get; init; }
}
