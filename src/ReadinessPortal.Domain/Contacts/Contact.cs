using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Contacts;

public sealed record Contact : Fact
{
    /// <summary>Technical, executive, emergency.</summary>
    public required string Group { get; init; }

    public required string Title { get; init; }

    /// <summary>Mail address, pager or telephone, as given.</summary>
    public required string Address { get; init; }
}
