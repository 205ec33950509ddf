using System.Text.Json.Serialization;

namespace ReadinessPortal.Domain.Waivers;

public enum WaiverAnswer { Pending, Approved, Declined }

/// <summary>An accepted failure of a criterion: requested by one person, approved by another. Never green.</summary>
public sealed record Waiver
{
    [JsonIgnore]
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [JsonIgnore]
    public Guid LaunchId { get; init; }

    /// <summary>Key of the criterion.</summary>
    public required string Criterion { get; init; }

    public required string Reason { get; init; }

    public required string CompensatingControl { get; init; }

    /// <summary>
    /// Why the criterion had failed when it was asked for, each with its value. It counts while nothing else fails;
    /// empty in waivers from before this was kept.
    /// </summary>
    public EquatableArray<string> Accepts { get; init; } = [];

    /// <summary>Last day it holds.</summary>
    public required DateOnly ExpiresOn { get; init; }

    public required Guid RequestedById { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public WaiverAnswer Answer { get; init; }

    public Guid? AnsweredById { get; init; }

    public string? AnsweredBy { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public string? AnswerReason { get; init; }

    /// <summary>Taken back after that, answered or not; it never counts again.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    public Guid? WithdrawnById { get; init; }

    public string? WithdrawnBy { get; init; }

    public string? WithdrawnReason { get; init; }
}
