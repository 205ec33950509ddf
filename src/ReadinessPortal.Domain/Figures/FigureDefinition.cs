using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Figures;

/// <summary>A figure with a name of its own and a formula over facts and other figures; its key is the name.</summary>
public sealed record FigureDefinition : Fact
{
    public required string Title { get; init; }

    /// <summary>For example <c>budget.actual.total / budget.budget.total</c>.</summary>
    public required string Formula { get; init; }

    /// <summary>Unit to express the result in, or null for the formula's own.</summary>
    public string? Unit { get; init; }
}
