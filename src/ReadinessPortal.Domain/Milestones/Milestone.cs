using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Milestones;

public sealed record Milestone : Fact
{
    public required string Title { get; init; }

    public required DateSpec When { get; init; }

    public string? Note { get; init; }
}
