using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Drills;

/// <param name="Rto">Recovery time that counts: of the picked log, else the worst; null without start and end.</param>
/// <param name="Disputed">Logs disagree and nobody has picked one.</param>
/// <param name="RtoMet">Null without target or time.</param>
/// <param name="RtoHeadroom">Fraction of the target left.</param>
public sealed record DrillStanding(
    string Key,
    Quantity? Rto,
    bool Disputed,
    bool? RtoMet,
    decimal? RtoHeadroom,
    bool? RpoMet,
    decimal? RpoHeadroom,
    EquatableArray<LogStanding> Logs,
    string RtoShown,
    string? RtoTargetShown,
    string? PickedLog);

/// <param name="Duration">From start mark to end mark; null when a mark is missing.</param>
/// <param name="Met">Against the drill's target.</param>
/// <param name="Problem">Why there is no duration.</param>
public sealed record LogStanding(string Key, Quantity? Duration, bool? Met, string DurationShown, string? Problem);
