using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Milestones;

public sealed record Milestone : Fact
{
    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, Milestone>(
        "milestones", "milestone", facts => facts.Milestones, (facts, all) => facts with { Milestones = all })
    {
        Subject = SubjectKind.Milestone,
        Link = "settings#milestone-{key}",
        Title = m => m.Title,
        NamedBy = "title",
        Fields =
        [
            Key(),
            Text("title", "Title"),
            new("when", "When"),
            Prose("note", "Note"),
        ],
    };

    public required string Title { get; init; }

    public required DateSpec When { get; init; }

    public string? Note { get; init; }
}
