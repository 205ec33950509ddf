using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Recommendations;

/// <summary>What a lead or preparer advised, with its source. Not a sign-off: nobody signed it.</summary>
public sealed record Recommendation : Fact
{
    /// <summary>Key of the role it speaks for, or null for the preparers.</summary>
    public string? Role { get; init; }

    public required string By { get; init; }

    public required string Advice { get; init; }

    public string? Comment { get; init; }

    public required string Source { get; init; }

    public DateOnly? On { get; init; }
}
