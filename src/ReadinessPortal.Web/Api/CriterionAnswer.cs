using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Web.Api;

/// <param name="Assessment">Result and progress with whose word they are, as screens and reports print it.</param>
public sealed record CriterionAnswer(
    string Key, string Title, string Category, CriterionState State, string Shown, CriterionResult Result,
    int? Progress, string Assessment, string? Lead, ImmutableArray<string> Why, ImmutableArray<string> Warnings,
    ImmutableArray<MeasurementAnswer> Measurements, ImmutableArray<ProofAnswer> Proofs,
    ImmutableArray<CriterionWaiver> Waivers, ImmutableArray<ValidationAnswer> Validations);

/// <param name="Counts">It turns a failure into waived as things stand.</param>
/// <param name="WhyNot">Why it does not count.</param>
public sealed record CriterionWaiver(
    string Reason, string CompensatingControl, DateOnly ExpiresOn, string RequestedBy, DateTimeOffset RequestedAt,
    WaiverAnswer Answer, string? AnsweredBy, DateTimeOffset? AnsweredAt, string? AnswerReason,
    string? WithdrawnBy, DateTimeOffset? WithdrawnAt, string? WithdrawnReason, bool Counts, string? WhyNot);

/// <param name="Value">Canonical: <c>4.1 s</c>.</param>
/// <param name="ValueShown">As screens and reports print it.</param>
/// <param name="Met">Null without value or target.</param>
/// <param name="Headroom">Fraction of the limit that is left, as text.</param>
/// <param name="Reading">The metric that files say it by: <c>http.p95</c>; null for what is typed.</param>
/// <param name="ReadFrom">Key of the evidence the value was read from; null for a typed value.</param>
/// <param name="Typed">What was typed, where the file says otherwise.</param>
/// <param name="WarnsFrom">Where the warning band of the target begins, canonical; null without one.</param>
/// <param name="Warned">Where the band lies, when the value meets its target in it: <c>from 450 ms</c>.</param>
public sealed record MeasurementAnswer(
    string Key, string Metric, string? Statistic, string? Window, string? Scope, string? Value, string ValueShown,
    string? Target, string? TargetShown, bool? Met, string? Headroom, string? HeadroomShown, string? Reading,
    string? ReadFrom, string? Typed, string? WarnsFrom, string? Warned);

public sealed record ProofAnswer(string Subject, string Title, bool Proves, string Why, DateOnly? InDateUntil);

/// <param name="Shown">As screens print it: <c>reproduced three times</c>.</param>
/// <param name="Expected">What the output is compared with, in words; null where it is only recorded.</param>
/// <param name="Differs">How it differs; null where it does not.</param>
/// <param name="Times">How often in a row it was reproduced.</param>
/// <param name="Since">When the first of these ran; null where it is not known.</param>
/// <param name="RanAt">When the newest run was; null where its output was typed, or nobody ran it.</param>
/// <param name="Source">Address of the pipeline that ran it.</param>
public sealed record ValidationAnswer(
    string Key, string Title, string Command, ValidationOutcome Outcome, string Shown, string? Expected,
    string? Differs, int Times, DateTimeOffset? Since, DateOnly? RecordedOn, DateTimeOffset? RanAt, int? ExitCode,
    string? Release, string? Source);

/// <param name="Value">Canonical: <c>37568 USD</c>; null where it cannot be computed.</param>
/// <param name="Shown">As screens and reports print it: <c>$37,568</c>.</param>
/// <param name="Problem">Why there is no value.</param>
public sealed record FigureAnswer(string Name, string Title, string? Value, string Shown, string? Problem);

/// <param name="AcceptedBecause">Why it can be lived with; null while it is open.</param>
public sealed record FindingAnswer(
    string Key, string Rule, FindingSeverity Severity, FindingStatus Status, string Figure, string Stated,
    string StatedAt, string Derived, string DerivedAt, string Text, string? AcceptedBecause, string? AcceptedBy,
    DateTimeOffset? AcceptedAt);
