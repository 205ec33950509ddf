using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Figures;

/// <summary>A figure with a name of its own and a formula over facts and other figures; its key is the name.</summary>
public sealed record FigureDefinition : Fact
{
    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, FigureDefinition>(
        "figures", "figure", facts => facts.Figures, (facts, all) => facts with { Figures = all })
    {
        Subject = SubjectKind.Figure,
        Link = "figures/{key}",
        Title = f => f.Title,
        NamedBy = "title",
        IsQuoted = true,
        Fields =
        [
            Key(),
            Text("title", "Title"),
            Formula("formula", "Formula", "Over facts and other figures: budget.actual.total / budget.budget.total"),
            Text("unit", "Unit", "To show it in; empty for the formula's own."),
        ],
    };

    public required string Title { get; init; }

    /// <summary>For example <c>budget.actual.total / budget.budget.total</c>.</summary>
    public required string Formula { get; init; }

    /// <summary>Unit to express the result in, or null for the formula's own.</summary>
    public string? Unit { get; init; }
}
