using System.Text.Json.Serialization;

namespace ReadinessPortal.Domain.Launches;

/// <summary>
/// One row of what is known of a launch. A fact is a value: a change makes a new record with the same
/// <see cref="Id"/>, so whoever holds a board holds something that never moves under them.
/// </summary>
public abstract record Fact
{
    /// <summary>Longest key, in characters.</summary>
    public const int KeyLength = 80;

    [JsonIgnore]
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [JsonIgnore]
    public Guid LaunchId { get; init; }

    /// <summary>Stable name, unique among its siblings; packages and revisions know a fact by it.</summary>
    [JsonPropertyOrder(-2)]
    public required string Key { get; init; }

    /// <summary>Place among its siblings, from 0; in packages and revisions the order of the array says it.</summary>
    [JsonIgnore]
    public int Position { get; init; }

    /// <summary>
    /// When it was archived, or null while it stands. Archived facts are kept and left out of boards.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset? ArchivedAt { get; init; }
}

/// <summary>A fact that belongs to another fact: a measurement of a criterion, an event of a drill's log.</summary>
public abstract record Part : Fact
{
    [JsonIgnore]
    public Guid ParentId { get; init; }
}
