using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Drills;

/// <summary>
/// A disaster-recovery exercise. Its recovery time is computed from its logs, the worst while they disagree.
/// </summary>
public sealed record Drill : Fact
{
    public required string Title { get; init; }

    public required string Scenario { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>Recovery has to take less than this.</summary>
    public Quantity? RtoTarget { get; init; }

    /// <summary>Data loss has to be less than this.</summary>
    public Quantity? RpoTarget { get; init; }

    /// <summary>Measured data loss as a duration.</summary>
    public Quantity? Rpo { get; init; }

    public int? TransactionsLost { get; init; }

    public string? Owner { get; init; }

    public EquatableArray<DrillLog> Logs { get; init; } = [];

    public EquatableArray<Lesson> Lessons { get; init; } = [];

    /// <summary>Keys of the outstanding items that came out of it.</summary>
    public EquatableArray<string> Actions { get; init; } = [];
}

/// <summary>One timeline of a drill, with its source.</summary>
public sealed record DrillLog : Part
{
    public required string Title { get; init; }

    public required string Source { get; init; }

    /// <summary>Key of the evidence file it was taken from.</summary>
    public string? Evidence { get; init; }

    public EquatableArray<DrillEvent> Events { get; init; } = [];
}

public enum EventMark { None, Start, End }

public sealed record DrillEvent : Part
{
    /// <summary>Time of day as the log prints it.</summary>
    public required TimeOnly At { get; init; }

    public required string Text { get; init; }

    /// <summary>Start: first effect on users. End: service fully restored.</summary>
    public EventMark Mark { get; init; }
}

public sealed record Lesson : Part
{
    public required string Text { get; init; }
}

/// <summary>A second person's pick of the log that counts while logs disagree.</summary>
public sealed record LogChoice
{
    [JsonIgnore]
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [JsonIgnore]
    public Guid LaunchId { get; init; }

    public required string Drill { get; init; }

    public required string Log { get; init; }

    public required string Reason { get; init; }

    /// <summary>
    /// What each log of the drill said when it was picked (<see cref="DrillRules.Said"/>): the pick counts while they
    /// say the same. Empty in picks from before this was kept.
    /// </summary>
    public EquatableArray<string> Said { get; init; } = [];

    public required Guid PickedById { get; init; }

    public required string PickedBy { get; init; }

    public required DateTimeOffset At { get; init; }
}
