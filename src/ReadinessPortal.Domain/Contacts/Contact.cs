using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Contacts;

public sealed record Contact : Fact
{
    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, Contact>(
        "contacts", "contact", facts => facts.Contacts, (facts, all) => facts with { Contacts = all })
    {
        Title = c => c.Title,
        NamedBy = "title",
        Fields =
        [
            Key(),
            Text("group", "Group", null, "technical", "executive", "emergency"),
            Text("title", "Who"),
            Text("address", "Address", "Mail address, pager or telephone."),
        ],
    };

    /// <summary>Technical, executive, emergency.</summary>
    public required string Group { get; init; }

    public required string Title { get; init; }

    /// <summary>Mail address, pager or telephone, as given.</summary>
    public required string Address { get; init; }
}
