using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Scoring;

/// <summary>A group of criteria with a weight, a lead and a score.</summary>
public sealed record Category : Fact
{
    public required string Title { get; init; }

    /// <summary>Share in the overall score, relative to the other categories; more than 0.</summary>
    public decimal Weight { get; init; } = 1m;

    /// <summary>Key of the role that leads it, or null where nobody is named.</summary>
    public string? Lead { get; init; }

    public string? Note { get; init; }

    /// <summary>Oldest first; the newest counts.</summary>
    public EquatableArray<Score> Scores { get; init; } = [];
}

/// <summary>Somebody's assessment of a category: an opinion, and shown as one. Append-only.</summary>
public sealed record Score : Part
{
    /// <summary>0 to 100.</summary>
    public required int Value { get; init; }

    public string? Rationale { get; init; }

    /// <summary>Who scored, as named at the time, or the report it was taken from.</summary>
    public required string By { get; init; }

    public Assessor Assessor { get; init; }

    public required DateTimeOffset At { get; init; }
}
