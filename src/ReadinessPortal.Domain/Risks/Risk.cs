using ReadinessPortal.Domain.Items;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Risks;

public sealed record Risk : Fact
{
    public required string Title { get; init; }

    public string? Description { get; init; }

    public string? Mitigation { get; init; }

    public ItemLevel Impact { get; init; }

    public string? ImpactNote { get; init; }

    public ItemLevel Likelihood { get; init; }

    public string? Owner { get; init; }

    /// <summary>Key of the outstanding item it belongs to.</summary>
    public string? Item { get; init; }
}
