using System.Collections.Immutable;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Items;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Risks;

public sealed record Risk : Fact
{
    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, Risk>(
        "risks", "risk", facts => facts.Risks, (facts, all) => facts with { Risks = all })
    {
        Subject = SubjectKind.Risk,
        Link = "risks#risk-{key}",
        Title = r => r.Title,
        AnsweredBy = (risk, facts) => Permissions.AnsweringRoles(SubjectKind.Item, [risk.Item], facts),
        NamedBy = "title",
        Fields =
        [
            Key(),
            Text("title", "Title"),
            Prose("description", "Description"),
            Prose("mitigation", "Mitigation"),
            new("impact", "Impact"),
            Prose("impactNote", "What the impact would be"),
            new("likelihood", "Likelihood"),
            Text("owner", "Owner", "A team or a person."),
            One("item", "Item it belongs to", "items"),
        ],
    };

    public required string Title { get; init; }

    public string? Description { get; init; }

    public string? Mitigation { get; init; }

    public ItemLevel Impact { get; init; }

    public string? ImpactNote { get; init; }

    public ItemLevel Likelihood { get; init; }

    public string? Owner { get; init; }

    /// <summary>Key of the outstanding item it belongs to.</summary>
    public string? Item { get; init; }

    /// <summary>Gravest impact first, else in their own order: so they are numbered wherever they are listed.</summary>
    public static ImmutableArray<Risk> InOrder(EquatableArray<Risk> risks) =>
        [.. risks.OrderByDescending(r => r.Impact)];
}
