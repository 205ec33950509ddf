using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Domain.Launches;

/// <summary>
/// All that is recorded of one launch at one change number, read in one snapshot. Immutable and free of the clock:
/// what depends on the time of day is asked of it with an instant.
/// </summary>
public sealed record LaunchBoard
{
    public required LaunchFacts Facts { get; init; }

    /// <summary>The launch's change number that this content belongs to.</summary>
    public required long ChangeNumber { get; init; }

    public EquatableArray<RoleHolding> Holdings { get; init; } = [];

    /// <summary>Who has a part in it now, by name.</summary>
    public EquatableArray<Member> Members { get; init; } = [];

    public EquatableArray<Waiver> Waivers { get; init; } = [];

    public EquatableArray<LogChoice> LogChoices { get; init; } = [];

    /// <summary>Oldest first; those whose values have moved since included.</summary>
    public EquatableArray<FindingAcceptance> Acceptances { get; init; } = [];

    /// <summary>Oldest first; whatever the answer was.</summary>
    public EquatableArray<GuardedChange> GuardedChanges { get; init; } = [];

    /// <summary>Every move of the target date, oldest first.</summary>
    public EquatableArray<TargetMove> TargetMoves { get; init; } = [];

    /// <summary>Every step of its life that somebody took by hand, oldest first.</summary>
    public EquatableArray<StageChange> StageChanges { get; init; } = [];

    /// <summary>Oldest first; the last one is the newest.</summary>
    public EquatableArray<RevisionHead> Revisions { get; init; } = [];

    public EquatableArray<SignOff> SignOffs { get; init; } = [];

    public EquatableArray<Condition> Conditions { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public EquatableArray<FinalDecision> Decisions { get; init; } = [];

    public Launch Launch => Facts.Launch;

    public RevisionHead? NewestRevision => Revisions.Length > 0 ? Revisions[^1] : null;

    /// <summary>The board of the same launch with another date, release or name.</summary>
    public LaunchBoard With(Launch launch) => this with { Facts = Facts with { Launch = launch } };

    /// <summary>The board of the same launch with a file attached, or with evidence that stands behind more.</summary>
    /// <param name="was">Null where the evidence is new.</param>
    public LaunchBoard Proven(EvidenceItem? was, EvidenceItem becomes) => this with
    {
        Facts = Facts with
        {
            Evidence = was is null ? Facts.Evidence.Add(becomes) : Facts.Evidence.Replace(was, becomes),
        },
    };

    /// <summary>The board of the same launch with another output of a validation.</summary>
    public LaunchBoard Proven(Criterion criterion, Validation was, Validation becomes) => this with
    {
        Facts = Facts with
        {
            Criteria = Facts.Criteria.Replace(
                criterion, criterion with { Validations = criterion.Validations.Replace(was, becomes) }),
        },
    };

    /// <summary>
    /// What was signed and decided on revision <paramref name="number"/>, withdrawn sign-offs included.
    /// </summary>
    public DecisionRecord RecordOf(int number)
    {
        var decisions = Decisions.Where(d => d.Revision == number).ToList();
        return new()
        {
            Revision = number,
            SignOffs = [.. SignOffs.Where(s => s.Revision == number)],
            Conditions = [.. Conditions.Where(c => c.Revision == number)],
            Decision = decisions.FirstOrDefault(),
            Reviews = [.. decisions.Skip(1)],
        };
    }

    /// <summary>
    /// The record with the YES that counts; null when the last decision is NO, revoked, or not taken.
    /// </summary>
    public DecisionRecord? StandingYes() =>
        !Decisions.IsEmpty
        && RecordOf(Decisions.Max(d => d.Revision)) is { Decision.Proceed: true, IsRevoked: false } record
            ? record
            : null;

    /// <summary>
    /// What was promised on the newest revision, and what an earlier YES that stands still waits for, because a new
    /// freeze meets nothing.
    /// </summary>
    public ImmutableArray<Condition> StandingConditions() => NewestRevision is not { } newest ? [] :
    [
        .. RecordOf(newest.Number).Promised, .. EarlierYes(newest.Number)?.Unmet ?? [],
    ];

    /// <summary>The YES that stands while a revision after it is not decided; null where there is none.</summary>
    /// <param name="revision">Number of the later one.</param>
    public DecisionRecord? EarlierYes(int revision) =>
        StandingYes() is { } yes && yes.Revision < revision ? yes : null;

    /// <summary>The record of the decision that counts: of the newest revision, or of a YES that stands while a newer
    /// revision is being signed; null while nothing is decided.</summary>
    public DecisionRecord? DecidedRecord() =>
        NewestRevision is { } newest && RecordOf(newest.Number) is { Decision: not null } record
            ? record
            : StandingYes();
}
