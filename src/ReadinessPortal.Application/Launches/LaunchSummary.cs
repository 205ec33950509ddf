using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Launches;

/// <summary>
/// What lists show of a launch, so that they need no board. Rebuildable: written by whoever builds a board.
/// </summary>
public sealed record LaunchSummary
{
    public required Guid LaunchId { get; init; }

    /// <summary>Board it was taken from; older than the launch's means stale.</summary>
    public required long ChangeNumber { get; init; }

    /// <summary>Stale from then on even if no fact changes; null means never.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Of the rules it was derived with.</summary>
    public int RulesVersion { get; init; } = Domain.Verdicts.Readiness.RulesVersion;

    /// <summary>No summary holds for longer than the longest day. One that says so was made before the clock was set
    /// back, and for a day that is still to come.</summary>
    public static TimeSpan LongestDay { get; } = TimeSpan.FromHours(25);

    /// <summary>Whether what was made of this change by these rules, and holds until then, is what holds now.</summary>
    public static bool IsFresh(int rules, long madeOf, DateTimeOffset? until, long change, DateTimeOffset now) =>
        rules == Domain.Verdicts.Readiness.RulesVersion && madeOf == change
        && (until is not { } end || (now < end && end <= now + LongestDay));

    public required ReadinessLevel Readiness { get; init; }

    public required ReadinessLevel Verdict { get; init; }

    public required string VerdictSummary { get; init; }

    /// <summary>What the verdict stands on: <c>19 of 23 criteria proven</c>.</summary>
    public required string VerdictProven { get; init; }

    /// <summary>What was decided; null while nothing is.</summary>
    public DecisionLine? Decision { get; init; }

    /// <summary>Of the live facts, beside the verdict or the decision.</summary>
    public required ReadinessLevel Live { get; init; }

    /// <summary>What that stands on.</summary>
    public required string LiveProven { get; init; }

    public required string LiveSummary { get; init; }

    public int? Score { get; init; }

    public ScoreBand? Band { get; init; }

    public required int CriteriaProven { get; init; }

    public required int Criteria { get; init; }

    public required int GatesGreen { get; init; }

    public required int GatesCritical { get; init; }

    public required int OpenFindings { get; init; }

    public required int DaysToTarget { get; init; }

    public int? Revision { get; init; }
}

/// <summary>Up to which change a person has seen a launch. Not a fact of it.</summary>
public sealed record Visit
{
    public required Guid LaunchId { get; init; }

    public required Guid UserId { get; init; }

    public required long ChangeNumber { get; init; }

    /// <summary>What had been seen before this visit began.</summary>
    public required long SinceNumber { get; init; }

    public required DateTimeOffset At { get; init; }
}
