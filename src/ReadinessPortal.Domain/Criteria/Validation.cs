using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>A check that can be run again; the portal never runs it. With recorded output and a date it proves, unless
/// the output is not what it is compared with.</summary>
public sealed record Validation : Part
{
    public static FactKind Descriptor { get; } = new FactKind<Criterion, Validation>(
        "criteria/validations", "validation", criterion => criterion.Validations,
        (criterion, all) => criterion with { Validations = all })
    {
        Title = v => v.Title,
        Says = v => v.Command,
        NamedBy = "title",
        Fields =
        [
            Key(),
            Text("title", "Title"),
            Code("command", "Command"),
            Text("language", "Language", null, "bash", "sql", "promql"),
            Prose("expectation", "Expected", "In words, for people. Nothing is compared with it."),
            Code("expects", "Output is compared with", Criteria.Expectation.Hint),
            Code("output", "Recorded output", "What the command printed. With a day it proves; without, it informs."),
            new("exitCode", "Exit code", "Of the command, where it is known. Anything but 0 proves nothing."),
            new("recordedOn", "Recorded on", "The day the output was true. Leave it empty where it is not known."),
            new("dateAssumed", "The day is assumed", "Taken from the source, not recorded with the output."),
            Text("release", "Release it ran against", "Only where it says so."),
            Prose("note", "Note"),
        ],
    };

    public string? Title { get; init; }

    public required string Command { get; init; }

    /// <summary>bash, sql, promql.</summary>
    public string Language { get; init; } = "bash";

    /// <summary>What is expected, in words.</summary>
    public string? Expectation { get; init; }

    /// <summary>What the output is compared with, as <see cref="Criteria.Expectation"/> reads it; null where it is only
    /// recorded.</summary>
    public string? Expects { get; init; }

    /// <summary>What the command printed, or null while nobody has run it.</summary>
    public string? Output { get; init; }

    /// <summary>How the command ended; null where nobody says. Anything but 0 proves nothing.</summary>
    public int? ExitCode { get; init; }

    /// <summary>When the output was true; null means unknown.</summary>
    public DateOnly? RecordedOn { get; init; }

    /// <summary>The date was taken from the source and not recorded with the output.</summary>
    public bool DateAssumed { get; init; }

    /// <summary>For example: as printed, not re-run.</summary>
    public string? Note { get; init; }

    /// <summary>Name of the release it ran against where it says so.</summary>
    public string? Release { get; init; }

    /// <summary>The run that brought the output; null where somebody typed it.</summary>
    [NotInPackages]
    public ValidationRun? Run { get; init; }

    /// <summary>Something that can be read was recorded.</summary>
    [JsonIgnore]
    public bool HasOutput => VisibleText.CanBeRead(Output);
}
