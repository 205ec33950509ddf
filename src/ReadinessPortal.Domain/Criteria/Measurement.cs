using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Criteria;

public enum Comparator { LessThan, AtMost, AtLeast, MoreThan, Equal, Within }

/// <summary>A measured value, perhaps with a target. Whether the target is met is computed, never typed.</summary>
public sealed record Measurement : Part
{
    public static FactKind Descriptor { get; } = new FactKind<Criterion, Measurement>(
        "criteria/measurements", "measurement", criterion => criterion.Measurements,
        (criterion, all) => criterion with { Measurements = all })
    {
        Title = CriterionRules.Label,
        NamedBy = "metric",
        Fields =
        [
            Key(),
            Text("metric", "What was measured", "In words: API latency."),
            Text("reading", "Read from files as",
                "The newest file of the criterion that says it gives the value. Leave it empty for a typed value.",
                [.. Metrics.All.Keys]),
            Text("slot", "From files in slot", "Only where files of one tool stand beside each other: us, eu."),
            new("value", "Value", "With its unit: 4.1 s, 99.97 %, 37568 USD, 22. Empty while nothing is measured."),
            Text("statistic", "Statistic", null, "p50", "p95", "p99", "average", "maximum", "peak"),
            Text("window", "Window", "The time it covers: last 30 days."),
            Text("scope", "Scope", "Where, or on what: US-EAST-1."),
            new("comparator", "The value has to be"),
            new("target", "Target", "In the unit of the value. Leave it and the line above empty where there is none."),
            new("upperTarget", "Upper end", "Only for between: the target is then the lower end."),
            new("warnsFrom", "Warns from",
                "On the good side of the target, in its unit: what meets the target and comes as near to it as this is "
                + "shown yellow, and still met."),
            new("implied", "The target is implied",
                "Nobody wrote it down, but it is plainly meant, such as 0 violations."),
            Text("source", "Source", "A place in a report, a tool, a file."),
            One("evidence", "Evidence", "evidence", "The file the value stands in."),
            Prose("note", "Note"),
        ],
    };

    /// <summary>What was measured, in words: <c>PostgreSQL replication lag</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Name of the metric by which files of evidence say it (<see cref="Metrics"/>); null where the value is
    /// typed.</summary>
    public string? Reading { get; init; }

    /// <summary>The slot whose files say it; null for every file of the criterion.</summary>
    public string? Slot { get; init; }

    /// <summary>Whether this file is one that says the value.</summary>
    public bool IsReadFrom(EvidenceItem file) => Reading is { } metric && file.Reading?.Find(metric) is not null
        && (Slot is null || string.Equals(Slot, Slots.Of(file), StringComparison.OrdinalIgnoreCase));

    /// <summary>Null where the target is known and nothing has been measured.</summary>
    public Quantity? Value { get; init; }

    /// <summary>p50, p95, average, maximum, peak; null where it does not apply.</summary>
    public string? Statistic { get; init; }

    /// <summary>The time it covers: <c>last 30 days</c>.</summary>
    public string? Window { get; init; }

    /// <summary>Where or on what: <c>US-EAST-1</c>.</summary>
    public string? Scope { get; init; }

    public Comparator? Comparator { get; init; }

    public Quantity? Target { get; init; }

    /// <summary>
    /// Upper end for <see cref="Criteria.Comparator.Within"/>; <see cref="Target"/> is the lower one.
    /// </summary>
    public Quantity? UpperTarget { get; init; }

    /// <summary>Where the warning band begins, on the good side of the target: from here to the target the value is
    /// met, shown yellow and named. Null where there is none.</summary>
    public Quantity? WarnsFrom { get; init; }

    /// <summary>The source states no target, but one is plainly meant, such as 0 violations.</summary>
    public bool Implied { get; init; }

    /// <summary>Where the value stands: a place in a report, a tool, an evidence file.</summary>
    public string? Source { get; init; }

    /// <summary>Key of the evidence the value was read from, or null for a typed value.</summary>
    public string? Evidence { get; init; }

    public string? Note { get; init; }
}
