using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Claims;

/// <summary>
/// A value that a person or an imported text states, with its place. Held against the figure it speaks of at the
/// precision it was printed with.
/// </summary>
public sealed record Claim : Fact
{
    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, Claim>(
        "claims", "claim", facts => facts.Claims, (facts, all) => facts with { Claims = all })
    {
        Subject = SubjectKind.Claim,
        Link = "findings?show=all#claim-{key}",
        Title = c => $"{Counted.Capital(c.Place)}: {ClaimChecker.Shown(c)}",
        Fields =
        [
            Key("Numbered as claims are added."),
            Text("figure", "Figure", "The one it is compared with, by name."),
            Text("stated", "Stated value", "38568 USD, 82 %, at least 70, 2026-Q1, or a word such as green."),
            Text("place", "Stated at", "Section 5.1, total row."),
            new("headline", "Headline", "It stands in the summary or in the matrix."),
            Prose("note", "Note"),
        ],
    };

    /// <summary>Name of the figure it speaks of.</summary>
    public required string Figure { get; init; }

    /// <summary>
    /// As stated, in canonical form: <c>38568 USD</c>, <c>82 %</c>, <c>at least 70</c>, <c>2026-Q1</c>, or a word such
    /// as <c>green</c>.
    /// </summary>
    public required string Stated { get; init; }

    /// <summary>Where it stands: <c>section 5.1, total row</c>.</summary>
    public required string Place { get; init; }

    /// <summary>It stands in the summary or in the matrix.</summary>
    public bool Headline { get; init; }

    public string? Note { get; init; }
}
