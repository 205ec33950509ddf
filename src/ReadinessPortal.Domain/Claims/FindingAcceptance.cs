using System.Text.Json.Serialization;

namespace ReadinessPortal.Domain.Claims;

/// <summary>
/// Somebody lives with a contradiction, and says why. It holds for these two values: when one of them moves, the
/// finding is open again.
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
