using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Narratives;

public enum NarrativeKind { Summary, Achievement, SuccessFactor, Rationale, Recommendation, NextStep, Note }

/// <summary>
/// Text of the report. Figures are quoted by name as <c>{{budget.actual.total}}</c> and filled in when shown.
/// </summary>
public sealed record Narrative : Fact
{
    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, Narrative>(
        "narratives", "text", facts => facts.Narratives, (facts, all) => facts with { Narratives = all })
    {
        Subject = SubjectKind.Narrative,
        Link = "narrative#narrative-{key}",
        Title = n => n.Title,
        Says = n => n.Text,
        NamedBy = "title",
        Fields =
        [
            Key("Chosen from the title, or numbered, when it is added."),
            new("kind", "Kind"),
            Text("title", "Title"),
            Quoting("text", "Text"),
            Text("chapter", "Chapter", "Only for a note: the chapter it stands in.", Register.Chapters),
        ],
    };

    public required NarrativeKind Kind { get; init; }

    public string? Title { get; init; }

    public required string Text { get; init; }

    /// <summary>Chapter it stands in where it is a note.</summary>
    public string? Chapter { get; init; }
}
