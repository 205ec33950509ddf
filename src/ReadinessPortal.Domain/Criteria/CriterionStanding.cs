using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>Derived state, worst first.</summary>
public enum CriterionState { Failed, NotAssessed, InProgress, Disputed, Unproven, Waived, Passed }

/// <summary>What the rules make of one criterion.</summary>
/// <param name="Why">One line each; the first is the one that decided.</param>
/// <param name="Warnings">What keeps a gate from green although the criterion passed.</param>
/// <param name="Proofs">What proves it, and what is attached and does not, with why.</param>
/// <param name="Lead">Key of the role that answers for it, or null.</param>
public sealed record CriterionStanding(
    string Key,
    CriterionState State,
    EquatableArray<string> Why,
    EquatableArray<string> Warnings,
    EquatableArray<MeasurementStanding> Measurements,
    EquatableArray<ProofLine> Proofs,
    string? Lead)
{
    public bool IsProven => State == CriterionState.Passed;

    /// <summary>Passed, and nothing keeps a gate that stands on it from green.</summary>
    public bool CountsAsGreen => IsProven && Warnings.IsEmpty;
}

/// <param name="Met">Null without target or value.</param>
/// <param name="Headroom">Share of the limit left, as a fraction; null where there is none.</param>
/// <param name="ValueShown">Formatted value: <c>4.1 s</c>; <c>not measured</c>.</param>
/// <param name="TargetShown">Formatted: <c>below 5 s</c>, <c>0 (implied)</c>; null without target.</param>
public sealed record MeasurementStanding(
    string Key, bool? Met, decimal? Headroom, string ValueShown, string? TargetShown)
{
    /// <summary>Key of the evidence the value was read from; null for one that somebody typed.</summary>
    public string? ReadFrom { get; init; }

    /// <summary>Where the warning band lies, when the value meets its target in it: <c>from 450 ms</c>.</summary>
    public string? Warned { get; init; }

    /// <summary>What was typed, where the file says otherwise.</summary>
    public string? Typed { get; init; }
}

/// <param name="Subject">Evidence, or the criterion for a validation.</param>
/// <param name="Title">What it is.</param>
/// <param name="Proves">It counts as proof today.</param>
/// <param name="Why">Why it proves or does not: <c>captured 15 Nov 2025 (assumed), valid until 13 Feb 2026</c>,
/// <c>referenced, not uploaded</c>.</param>
/// <param name="InDateUntil">Last day it proves.</param>
public sealed record ProofLine(SubjectRef Subject, string Title, bool Proves, string Why, DateOnly? InDateUntil);
