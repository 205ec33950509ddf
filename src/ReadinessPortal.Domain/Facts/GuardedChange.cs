using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Facts;

public enum GuardedAnswer { Pending, Approved, Declined, Withdrawn }

/// <summary>
/// A change by which a launch reads better after its first freeze, without new proof: asked for by one person, approved
/// by another, and shown for ever.
/// </summary>
public sealed record GuardedChange
{
    [JsonIgnore]
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [JsonIgnore]
    public Guid LaunchId { get; init; }

    /// <summary>What is done to the facts when it is approved, all of it or nothing; empty for an act.</summary>
    public EquatableArray<FactChange> Changes { get; init; } = [];

    /// <summary>What is done where it is no list of changes; null where it is.</summary>
    public GuardedAct? Act { get; init; }

    /// <summary>The changes in words, one sentence without a full stop.</summary>
    public required string Summary { get; init; }

    /// <summary>What reads better, in words: <c>Load Testing: failed → passed</c>. An approval is of no more.</summary>
    public required EquatableArray<string> Loosens { get; init; }

    /// <summary>What would stand against the launch by it, when it was asked for; none in those from before it was
    /// kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<string> Worsens { get; init; } = [];

    /// <summary>Counts and sums that it moves, before and after, when it was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public EquatableArray<string> Totals { get; init; } = [];

    /// <summary>What it changes and what reads better by it: whoever answers for one of them does not
    /// approve.</summary>
    public EquatableArray<SubjectRef> Touches { get; init; } = [];

    public required string Reason { get; init; }

    public required Guid RequestedById { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public GuardedAnswer Answer { get; init; }

    /// <summary>It waits for a second person.</summary>
    [JsonIgnore]
    public bool IsPending => Answer == GuardedAnswer.Pending;

    public Guid? AnsweredById { get; init; }

    public string? AnsweredBy { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public string? AnswerReason { get; init; }
}
