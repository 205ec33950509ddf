using System.Collections.Immutable;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Web.Api;

/// <summary>One launch in short.</summary>
/// <param name="DaysToTarget">Negative once the day has passed.</param>
/// <param name="AsOf">Day that counts as today where one is set.</param>
/// <param name="ChangeNumber">Number of the last committed change that this answer knows of.</param>
public sealed record LaunchAnswer(
    string Key, string Title, LaunchStage Stage, DateOnly TargetDate, int DaysToTarget, string Classification,
    string TimeZone, DateOnly? AsOf, bool IsDemo, string? Release, long ChangeNumber, LevelAnswer Readiness,
    LevelAnswer Verdict, string VerdictSummary, ScoreAnswer Score, CriteriaCount Criteria, GateCount CriticalGates,
    int OpenFindings, RevisionAnswer? Revision, ImmutableArray<SignOffAnswer> SignOffs,
    ImmutableArray<ConditionAnswer> Conditions, DecisionAnswer? Decision, SinceDecisionAnswer? SinceDecision);

/// <param name="Shown">As screens and reports print it: <c>NO-GO</c>.</param>
/// <param name="Proven">What it stands on: <c>19 of 23 criteria proven</c>.</param>
public sealed record LevelAnswer(ReadinessLevel Level, string Shown, string Proven);

/// <param name="Value">0 to 100; null while a category is unscored or has no criterion.</param>
/// <param name="Shown"><c>94/100</c>, or why there is none: <c>5 of 6 categories scored</c>.</param>
public sealed record ScoreAnswer(
    int? Value, string Shown, ScoreBand? Band, ImmutableArray<CategoryScoreAnswer> Categories);

public sealed record CategoryScoreAnswer(string Category, string Title, int? Value);

public sealed record CriteriaCount(
    int Of, int Proven, int Failed, int NotAssessed, int InProgress, int Disputed, int Unproven, int Waived);

public sealed record GateCount(int Of, int Green, int Yellow, int Red);

/// <param name="ChangesSince">Changes of facts since it was frozen.</param>
public sealed record RevisionAnswer(
    int Number, string Sha256, DateTimeOffset FrozenAt, string FrozenBy, int ChangesSince);

/// <param name="Decision">Null while the role has not signed.</param>
public sealed record SignOffAnswer(
    string Role, string Title, bool Required, bool Accountable, string? Holder, SignOffDecision? Decision, string? Name,
    string? DeputyFor, string? Comment, DateTimeOffset? At);

/// <param name="MetNote">How it was met, in the words of <paramref name="MetBy"/>.</param>
/// <param name="MetEvidence">Key of the evidence that shows it.</param>
public sealed record ConditionAnswer(
    string Text, string Owner, DateOnly Due, string? Criterion, ConditionState State, string Role, string? MetBy,
    DateTimeOffset? MetAt, string? MetNote, string? MetEvidence, int Revision);

/// <param name="Shown">In one line: <c>YES on revision 1, 28 Nov 2025, Cleo Chief</c>.</param>
/// <param name="Revision">Number of the revision that was decided; a newer one may be being signed.</param>
/// <param name="Revoked">The decider took a YES back later.</param>
public sealed record DecisionAnswer(
    bool Proceed, string Shown, int Revision, string By, DateTimeOffset At, string? OverrideReason,
    ImmutableArray<string> Overridden, bool Revoked);

/// <summary>What got worse in the live launch after the YES that counts.</summary>
/// <param name="Confirmed">The decider has confirmed the YES in spite of all of it.</param>
public sealed record SinceDecisionAnswer(int Revision, bool Confirmed, ImmutableArray<string> Worse);

/// <param name="Of">What was judged: <c>revision 3</c> or <c>live data</c>.</param>
/// <param name="Live">What the live facts would give, where a revision was judged.</param>
/// <param name="Proven">What it stands on: <c>19 of 23 criteria proven</c>.</param>
/// <param name="Decision">What was decided, which stands beside all of this; null while nothing is.</param>
public sealed record VerdictAnswer(
    ReadinessLevel Level, string Shown, string Proven, string Of, string Summary, ImmutableArray<ReasonAnswer> Reasons,
    DecisionAnswer? Decision, VerdictAnswer? Live)
{
    /// <summary>Whether a pipeline may go on; null where it did not ask.</summary>
    public GateCheck? Gate { get; init; }
}

/// <param name="Require">What was asked for: <c>decision</c>.</param>
/// <param name="Why">What keeps it closed; empty when it is open.</param>
public sealed record GateCheck(string Require, bool Open, ImmutableArray<string> Why);

/// <param name="Href">Page of the portal where the action is taken.</param>
public sealed record ReasonAnswer(
    ReadinessLevel Level, string Subject, string Text, string? Context, string? Owner, string Action, string Href);

/// <param name="Word">One word beside the colour where it is not green.</param>
public sealed record GateAnswer(
    string Key, string Title, GateKind Kind, GateColour Colour, GateColour Derived, string? Word,
    ImmutableArray<string> Why, ImmutableArray<string> Criteria, string? Sentence, string? Timeline, int? Confidence);
