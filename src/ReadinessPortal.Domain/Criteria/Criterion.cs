using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>What somebody says of it, see <see cref="Assessor"/>. The state is derived.</summary>
public enum CriterionResult { NotAssessed, InProgress, Passed, Failed }

/// <summary>One acceptance criterion.</summary>
public sealed record Criterion : Fact
{
    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, Criterion>(
        "criteria", "criterion", facts => facts.Criteria, (facts, all) => facts with { Criteria = all })
    {
        Subject = SubjectKind.Criterion,
        Link = "criteria/{key}",
        Title = c => c.Title,
        AnsweredBy = (criterion, facts) =>
            [criterion.Owner, facts.Categories.FirstOrDefault(c => c.Key == criterion.Category)?.Lead],
        NamedBy = "title",
        Fields =
        [
            Key(),
            Text("title", "Title"),
            One("category", "Category", "categories"),
            One("owner", "Owner", "roles", "Only where it is not the lead of the category."),
            new("due", "Due"),
            Some("drills", "Drills that decide it", "drills", "Their recovery and loss count like targets of its own."),
            new("result", "Result"),
            new("progress", "Progress, percent", "0 to 100; leave it empty where it says nothing."),
            Prose("rationale", "Rationale"),
            Untyped("resultBy", "Result given as", Assessors.AsGiven),
            Untyped("progressBy", "Progress given as", Assessors.AsGiven),
            Untyped("rationaleBy", "Rationale given as", Assessors.AsGiven),
        ],
        Parts = [Statement.Descriptor, Measurement.Descriptor, Validation.Descriptor, DocumentLink.Descriptor],
    };

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
    public static FactKind Descriptor { get; } = new FactKind<Criterion, Statement>(
        "criteria/statements", "statement", criterion => criterion.Statements,
        (criterion, all) => criterion with { Statements = all })
    {
        Title = s => s.Text,
        Fields =
        [
            Key("Numbered as statements are added."),
            Prose("text", "Statement", "It informs, and proves nothing."),
        ],
    };

    public required string Text { get; init; }
}

public sealed record DocumentLink : Part
{
    public static FactKind Descriptor { get; } = new FactKind<Criterion, DocumentLink>(
        "criteria/documents", "document", criterion => criterion.Documents,
        (criterion, all) => criterion with { Documents = all })
    {
        Title = d => d.Title,
        NamedBy = "title",
        Fields =
        [
            Key(),
            Text("title", "Title"),
            Text("href", "Address", "A link or a path. It documents, and is not evidence."),
        ],
    };

    public required string Title { get; init; }

    public required string Href { get; init; }
}
