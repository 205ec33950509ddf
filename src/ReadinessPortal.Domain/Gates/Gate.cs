using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Gates;

public enum GateKind { Critical, NiceToHave }

/// <summary>Worst last, so that the larger of two colours is the worse one.</summary>
public enum GateColour { Green, Yellow, Red }

/// <summary>A row of the go/no-go matrix. Its colour is derived.</summary>
public sealed record Gate : Fact
{
    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, Gate>(
        "gates", "gate", facts => facts.Gates, (facts, all) => facts with { Gates = all })
    {
        Subject = SubjectKind.Gate,
        Link = "gates#gate-{key}",
        Title = g => g.Title,
        AnsweredBy = (gate, facts) => Permissions.AnsweringRoles(SubjectKind.Criterion, gate.Criteria, facts),
        NamedBy = "title",
        Fields =
        [
            Key(),
            Text("title", "Title"),
            new("kind", "Kind", "Nice-to-have gates never change the verdict."),
            Some("criteria", "Criteria it covers", "criteria"),
            Quoting("evidenceSentence", "Evidence sentence"),
            Text("timeline", "Timeline"),
            new("confidence", "Confidence, percent", "The lead's word, 0 to 100."),
            new("manualColour", "Color set manually", "It counts only where it is worse than the derived one."),
            Prose("manualReason", "Reason for that color"),
        ],
    };

    public required string Title { get; init; }

    public GateKind Kind { get; init; }

    /// <summary>Keys of the criteria it covers.</summary>
    public EquatableArray<string> Criteria { get; init; } = [];

    /// <summary>Evidence sentence of the matrix; may quote figures as {{name}}.</summary>
    public string? EvidenceSentence { get; init; }

    public string? Timeline { get; init; }

    /// <summary>The lead's word, 0 to 100 percent; null where it does not apply.</summary>
    public int? Confidence { get; init; }

    /// <summary>A colour set by hand can only be worse than the derived one.</summary>
    public GateColour? ManualColour { get; init; }

    public string? ManualReason { get; init; }
}
