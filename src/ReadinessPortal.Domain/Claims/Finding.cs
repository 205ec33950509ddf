using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Claims;

public enum FindingSeverity { Low, Medium, High }

public enum FindingStatus { Open, Resolved, Accepted }

/// <summary>What the checker says about a contradiction.</summary>
/// <param name="Key">Stable: rule and claim.</param>
/// <param name="Rule">Name of the rule: <c>claim-differs</c>.</param>
/// <param name="Claim">Key of the claim.</param>
/// <param name="Stated">As claimed, formatted.</param>
/// <param name="Derived">As derived, formatted at the claim's precision or finer.</param>
/// <param name="StatedAt">Place of the claim.</param>
/// <param name="DerivedAt">What the figure stands on.</param>
/// <param name="Figure">Name of the figure.</param>
/// <param name="Text">One sentence that says both.</param>
/// <param name="Acceptance">Who accepted it with these values, and why; null while it is open.</param>
public sealed record Finding(
    string Key, string Rule, FindingSeverity Severity, FindingStatus Status, string Claim, string Figure,
    string Stated, string Derived, string StatedAt, SubjectRef DerivedAt, string Text,
    FindingAcceptance? Acceptance = null)
{
    /// <summary>What is contradicted: the figure, or where it is stated if there is no such figure any more.</summary>
    /// <param name="figure">Its title; null without one.</param>
    public string About(string? figure) => figure ?? Counted.Capital(StatedAt);

    /// <summary>Both values in a sentence: <c>18 %, derived 20.1 %</c>, <c>18 %, cannot be derived</c>.</summary>
    [JsonIgnore]
    public string Compared =>
        Derived == Format.NotKnown ? $"{Stated}, cannot be derived" : $"{Stated}, derived {Derived}";
}
