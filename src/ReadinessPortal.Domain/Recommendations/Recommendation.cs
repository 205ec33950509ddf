using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Recommendations;

/// <summary>What a lead or preparer advised, with its source. Not a sign-off: nobody signed it.</summary>
public sealed record Recommendation : Fact
{
    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, Recommendation>(
        "recommendations", "recommendation", facts => facts.Recommendations,
        (facts, all) => facts with { Recommendations = all })
    {
        Title = r => r.By,
        Fields =
        [
            Key("Numbered as recommendations are added."),
            One("role", "Role it speaks for", "roles", "Empty for the preparers."),
            Text("by", "By"),
            Text("advice", "Advice", null, "proceed", "proceed with conditions", "do not proceed"),
            Prose("comment", "Comment"),
            Text("source", "Source", "Where it was said."),
            new("on", "On"),
        ],
    };

    /// <summary>Key of the role it speaks for, or null for the preparers.</summary>
    public string? Role { get; init; }

    public required string By { get; init; }

    public required string Advice { get; init; }

    public string? Comment { get; init; }

    public required string Source { get; init; }

    public DateOnly? On { get; init; }
}
