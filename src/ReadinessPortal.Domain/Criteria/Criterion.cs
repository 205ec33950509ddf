using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>What somebody says of it, see <see cref="Assessor"/>. The state is derived.</summary>
public enum CriterionResult { NotAssessed, InProgress, Passed, Failed }

/// <summary>One acceptance criterion.</summary>
public sealed record Criterion : Fact
{
    public required string Title { get; init; }

    /// <summary>Key of its category.</summary>
    public required string Category { get; init; }

    public CriterionResult Result { get; init; }

    public Assessor ResultBy { get; init; }

    /// <summary>0 to 100 percent, or null where nobody said.</summary>
    public int? Progress { get; init; }

    public Assessor ProgressBy { get; init; }

    public string? Rationale { get; init; }

    public Assessor RationaleBy { get; init; }

    /// <summary>Key of the role that owns it where that is not the category's lead.</summary>
    public string? Owner { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>Statements that inform and prove nothing.</summary>
    public EquatableArray<Statement> Statements { get; init; } = [];

    public EquatableArray<Measurement> Measurements { get; init; } = [];

    public EquatableArray<Validation> Validations { get; init; } = [];

    /// <summary>Where it is documented; links are not evidence.</summary>
    public EquatableArray<DocumentLink> Documents { get; init; } = [];

    /// <summary>Keys of drills whose outcome decides this criterion with its own measurements.</summary>
    public EquatableArray<string> Drills { get; init; } = [];
}

public sealed record Statement : Part
{
    public required string Text { get; init; }
}

public sealed record DocumentLink : Part
{
    public required string Title { get; init; }

    public required string Href { get; init; }
}
