namespace ReadinessPortal.Domain.Launches;

/// <summary>
/// Somebody moved the launch to another stage of its life. Freezing and deciding move it too, and have records of
/// their own.
/// </summary>
public sealed record StageChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid LaunchId { get; init; }

    public required LaunchStage From { get; init; }

    public required LaunchStage To { get; init; }

    /// <summary>Null where the step needs none and nobody gave one.</summary>
    public string? Reason { get; init; }

    public required Guid ById { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
