using System.Text.Json.Serialization;

namespace ReadinessPortal.Domain.Claims;

/// <summary>
/// Somebody lives with a contradiction, and says why. It holds for what was looked at: when a value, the figure, the
/// place or the severity moves, the finding is open again.
/// </summary>
public sealed record FindingAcceptance
{
    [JsonIgnore]
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [JsonIgnore]
    public Guid LaunchId { get; init; }

    /// <summary>Key of the finding: rule and claim.</summary>
    public required string Finding { get; init; }

    /// <summary>As it was shown.</summary>
    public required string Stated { get; init; }

    /// <summary>As it was shown.</summary>
    public required string Derived { get; init; }

    /// <summary>Name of the figure; null in acceptances from before this was kept.</summary>
    public string? Figure { get; init; }

    /// <summary>Place of the claim; null as for the figure.</summary>
    public string? StatedAt { get; init; }

    /// <summary>Null as for the figure.</summary>
    public FindingSeverity? Severity { get; init; }

    public required string Reason { get; init; }

    public required Guid AcceptedById { get; init; }

    public required string AcceptedBy { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? WithdrawnBy { get; init; }

    public string? WithdrawnReason { get; init; }

    /// <summary>Nobody has taken it back.</summary>
    [JsonIgnore]
    public bool Stands => WithdrawnAt is null;
}
