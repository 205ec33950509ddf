using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
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
    public const string Format = "readiness-revision/3";

    private const int RulesWithOwnValidity = 8;

    /// <summary>How far ahead of a freeze the offsets reach that its signatures are printed with.</summary>
    private const int YearsAhead = 10;

    public required int Number { get; init; }

    public required DateTimeOffset FrozenAt { get; init; }

    public required string FrozenBy { get; init; }

    public required long ChangeNumber { get; init; }

    public required int RulesVersion { get; init; }

    /// <summary>Offsets of the launch's time zone, oldest first, so that printing needs no time-zone data: each holds
    /// from its instant until the next, the first one before it too.</summary>
    public required EquatableArray<ZoneOffset> Offsets { get; init; }

    public required LaunchFacts Facts { get; init; }

    public required Readiness Readiness { get; init; }

    public EquatableArray<RoleHolding> Holdings { get; init; } = [];

    public EquatableArray<Waiver> Waivers { get; init; } = [];

    public EquatableArray<LogChoice> LogChoices { get; init; } = [];

    public EquatableArray<FindingAcceptance> Acceptances { get; init; } = [];

    /// <summary>What reads better since the first freeze without new proof, with whom and why; approved ones only.
    /// </summary>
    public EquatableArray<GuardedChange> GuardedChanges { get; init; } = [];

    /// <summary>Every move of the target date before the freeze, oldest first; empty in revisions that know of
    /// none.</summary>
    public EquatableArray<TargetMove> TargetMoves { get; init; } = [];

    /// <summary>The audit's last entry before the freeze: whoever rewrites what came before contradicts it. Null in
    /// revisions that know of none.</summary>
    public AuditLink? Audit { get; init; }

    /// <summary>What a revision of the launch as it stands would hold.</summary>
    /// <param name="readiness">Of the board at <paramref name="now"/>.</param>
    /// <param name="number">0 for live data that nobody freezes.</param>
    public static RevisionContent Of(
        LaunchBoard board, Readiness readiness, int number, string by, DateTimeOffset now) => new()
        {
            Number = number,
            FrozenAt = now,
            FrozenBy = by,
            ChangeNumber = board.ChangeNumber,
            RulesVersion = Readiness.RulesVersion,
            Offsets = board.Launch.Offsets(Oldest(board, now), now.AddYears(YearsAhead)),
            Facts = board.Facts,
            Readiness = readiness,
            Holdings = board.Holdings,
            Waivers = board.Waivers,
            LogChoices = board.LogChoices,
            Acceptances = board.Acceptances,
            GuardedChanges = [.. board.GuardedChanges.Where(g => g.Answer == GuardedAnswer.Approved)],
            TargetMoves = board.TargetMoves,
        };

    /// <summary>Offset of the launch's time zone at an instant, as it was known when this was frozen.</summary>
    public TimeSpan Offset(DateTimeOffset at) => (Offsets.LastOrDefault(o => o.From <= at) ?? Offsets[0]).Offset;

    /// <summary>The day of an instant in the launch's time zone.</summary>
    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset(at)).DateTime);

    /// <summary>The facts, with the days that evidence was valid for where nobody could say them yet.</summary>
    [JsonIgnore]
    public LaunchFacts FactsAsJudged => RulesVersion < RulesWithOwnValidity && Facts.Launch.Validity is null
        ? Facts with { Launch = Facts.Launch with { Validity = EvidenceValidity.Former } }
        : Facts;

    /// <summary>The launch as it was frozen, to derive from it again.</summary>
    public LaunchBoard AsBoard() => new()
    {
        Facts = FactsAsJudged,
        ChangeNumber = ChangeNumber,
        Holdings = Holdings,
        Waivers = Waivers,
        LogChoices = LogChoices,
        Acceptances = Acceptances,
        GuardedChanges = GuardedChanges,
        TargetMoves = TargetMoves,
    };

    // Older instants than a computer has seen are somebody's typing, and not worth a table of offsets.
    private static DateTimeOffset Oldest(LaunchBoard board, DateTimeOffset now) => new[]
    {
        board.Facts.Categories.SelectMany(c => c.Scores).Select(s => s.At),
        board.Waivers.Select(w => w.RequestedAt),
        board.LogChoices.Select(c => c.At),
        board.Acceptances.Select(a => a.At),
        board.GuardedChanges.Select(g => g.RequestedAt),
        board.TargetMoves.Select(m => m.At),
    }.SelectMany(at => at).Where(at => at >= DateTimeOffset.UnixEpoch).Append(now).Min();
}

/// <param name="Entry">Number of an entry of the launch's audit.</param>
/// <param name="Sha256">Its hash, lower-case hex, which follows from every entry before it.</param>
public sealed record AuditLink(long Entry, string Sha256);

/// <param name="From">The instant it begins to hold.</param>
public sealed record ZoneOffset(DateTimeOffset From, TimeSpan Offset);
