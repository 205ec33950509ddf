using ReadinessPortal.Domain.Criteria;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>Readiness plus sign-offs and final decision.</summary>
/// <param name="Level">First rule that applies.</param>
/// <param name="Reasons">Worst first.</param>
/// <param name="Summary">One or two sentences for the banner: <c>One critical gate is red and two are yellow.
/// Nobody has signed.</c></param>
/// <param name="Criteria">What it stands on: how many are proven.</param>
public sealed partial record Verdict(
    ReadinessLevel Level, EquatableArray<Reason> Reasons, string Summary, CriteriaTally Criteria);
