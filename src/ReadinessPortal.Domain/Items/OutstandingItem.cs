using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Items;

public enum ItemLevel { NotStated, Minimal, Low, Medium, High, Critical }

public sealed record OutstandingItem : Fact
{
    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, OutstandingItem>(
        "items", "item", facts => facts.Items, (facts, all) => facts with { Items = all })
    {
        Subject = SubjectKind.Item,
        Link = "items#item-{key}",
        Title = i => i.Title,
        AnsweredBy = (item, facts) => Permissions.AnsweringRoles(SubjectKind.Criterion, [item.Criterion], facts),
        NamedBy = "title",
        Fields =
        [
            Key(),
            Text("title", "Title"),
            new("severity", "Severity"),
            new("priority", "Priority"),
            Prose("impact", "Impact"),
            new("target", "Target"),
            Text("owner", "Owner", "A team or a person."),
            new("blocking", "Blocking", "While it is open, the verdict is NO-GO."),
            new("closed", "Closed"),
            One("criterion", "Criterion it keeps open", "criteria"),
            Prose("note", "Note"),
            new("places", "Where the source mentions it", "One place per line."),
        ],
    };

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
