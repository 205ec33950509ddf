using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Items;

public enum ItemLevel { NotStated, Low, Medium, High, Critical }

public sealed record OutstandingItem : Fact
{
    public required string Title { get; init; }

    public ItemLevel Severity { get; init; }

    public ItemLevel Priority { get; init; }

    public string? Impact { get; init; }

    public DateSpec? Target { get; init; }

    /// <summary>A team or a person, as named.</summary>
    public string? Owner { get; init; }

    public bool Blocking { get; init; }

    public bool Closed { get; init; }

    /// <summary>Key of the criterion it keeps open.</summary>
    public string? Criterion { get; init; }

    public string? Note { get; init; }

    /// <summary>Where the source mentions it.</summary>
    public EquatableArray<string> Places { get; init; } = [];
}
