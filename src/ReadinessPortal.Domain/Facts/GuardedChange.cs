using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReadinessPortal.Domain.Facts;

public enum GuardedAnswer { Pending, Approved, Declined, Withdrawn }

/// <summary>
/// A change that makes a launch easier to pass after its first freeze: asked for by one person, approved by another,
/// and shown for ever.
/// </summary>
public sealed record GuardedChange
{
    [JsonIgnore]
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [JsonIgnore]
    public Guid LaunchId { get; init; }

    /// <summary>What is done to the facts when it is approved, all of it or nothing.</summary>
    public required ImmutableArray<FactChange> Changes { get; init; }

    /// <summary>The changes in words, one sentence without a full stop.</summary>
    public required string Summary { get; init; }

    /// <summary>What becomes easier, in words: <c>the target of Load Testing, Latency</c>.</summary>
    public required ImmutableArray<string> Loosens { get; init; }

    public required string Reason { get; init; }

    public required Guid RequestedById { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public GuardedAnswer Answer { get; init; }

    public Guid? AnsweredById { get; init; }

    public string? AnsweredBy { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public string? AnswerReason { get; init; }
}
