using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Scoring;

/// <summary>A group of criteria with a weight, a lead and a score.</summary>
public sealed record Category : Fact
{
    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, Category>(
        "categories", "category", facts => facts.Categories, (facts, all) => facts with { Categories = all })
    {
        Subject = SubjectKind.Category,
        Link = "criteria#category-{key}",
        Title = c => c.Title,
        AnsweredBy = (category, _) => [category.Lead],
        NamedBy = "title",
        Fields =
        [
            Key(),
            Text("title", "Title"),
            new("weight", "Weight",
                "Its share in the overall score, beside the other weights: 1 counts half as much as 2."),
            One("lead", "Lead", "roles", "The role that scores it and answers for its criteria."),
            Prose("note", "Note"),
        ],
        Parts = [Score.Descriptor],
    };

    public required string Title { get; init; }

    /// <summary>Share in the overall score, relative to the other categories; more than 0.</summary>
    public decimal Weight { get; init; } = 1m;

    /// <summary>Key of the role that leads it, or null where nobody is named.</summary>
    public string? Lead { get; init; }

    public string? Note { get; init; }

    /// <summary>Oldest first; the newest counts.</summary>
    public EquatableArray<Score> Scores { get; init; } = [];
}

/// <summary>Somebody's assessment of a category: an opinion, and shown as one. Append-only.</summary>
public sealed record Score : Part
{
    public static FactKind Descriptor { get; } = new FactKind<Category, Score>(
        "categories/scores", "score", category => category.Scores, (category, all) => category with { Scores = all })
    {
        Title = s => s.By,
        Fields =
        [
            Key("Numbered as scores are given."),
            new("value", "Score", "0 to 100. An opinion: it never changes the verdict."),
            Prose("rationale", "Rationale", "What the score rests on, and what keeps it from being higher."),
            Untyped("by", "Scored by", "Whoever gives the score."),
            Untyped("at", "Scored at", "The moment the score is given."),
            Untyped("assessor", "Scored as", Assessors.AsGiven),
        ],
    };

    /// <summary>0 to 100.</summary>
    public required int Value { get; init; }

    public string? Rationale { get; init; }

    /// <summary>Who scored, as named at the time, or the report it was taken from.</summary>
    public required string By { get; init; }

    public Assessor Assessor { get; init; }

    public required DateTimeOffset At { get; init; }
}
