using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Claims;

/// <summary>
/// A value that a person or an imported text states, with its place. Held against the figure it speaks of at the
/// precision it was printed with.
/// </summary>
public sealed record Claim : Fact
{
    /// <summary>Name of the figure it speaks of.</summary>
    public required string Figure { get; init; }

    /// <summary>
    /// As stated, in canonical form: <c>38568 USD</c>, <c>82 %</c>, <c>2026-Q1</c>, or a word such as <c>green</c>.
    /// </summary>
    public required string Stated { get; init; }

    /// <summary>Where it stands: <c>section 5.1, total row</c>.</summary>
    public required string Place { get; init; }

    /// <summary>It stands in the summary or in the matrix.</summary>
    public bool Headline { get; init; }

    public string? Note { get; init; }
}
