namespace ReadinessPortal.Domain.Launches;

/// <summary>One person's part in one launch. A person may have several.</summary>
public sealed record Member
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid LaunchId { get; init; }

    public required Guid UserId { get; init; }

    public required string Name { get; init; }

    public required LaunchPart Part { get; init; }

    /// <summary>Key of the identity provider that gave the part, and takes it when it says so no more; null where a
    /// person did.</summary>
    public string? GivenBy { get; init; }

    /// <summary>When the part was taken away; null while it is theirs.</summary>
    public DateTimeOffset? RemovedAt { get; init; }
}
