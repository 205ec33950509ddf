using System.Text.Json.Serialization;

namespace ReadinessPortal.Domain.Launches;

/// <summary>The target date was moved: from where, to where, by whom and why. Kept for ever.</summary>
public sealed record TargetMove
{
    /// <summary>Reason of a move that came with a package, where nobody was asked for one.</summary>
    public const string FromPackage = "from a package";

    [JsonIgnore]
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [JsonIgnore]
    public Guid LaunchId { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required string Reason { get; init; }

    public required Guid ById { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
