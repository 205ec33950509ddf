using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Criteria;

public enum Comparator { LessThan, AtMost, AtLeast, MoreThan, Equal, Within }

/// <summary>A measured value, perhaps with a target. Whether the target is met is computed, never typed.</summary>
public sealed record Measurement : Part
{
    /// <summary>What was measured, in words: <c>PostgreSQL replication lag</c>.</summary>
    public required string Metric { get; init; }

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

    /// <summary>The source states no target, but one is plainly meant, such as 0 violations.</summary>
    public bool Implied { get; init; }

    /// <summary>Where the value stands: a place in a report, a tool, an evidence file.</summary>
    public string? Source { get; init; }

    /// <summary>Key of the evidence the value was read from, or null for a typed value.</summary>
    public string? Evidence { get; init; }

    public string? Note { get; init; }
}

/// <summary>A check that can be run again. With recorded output and a date it proves.</summary>
public sealed record Validation : Part
{
    public string? Title { get; init; }

    public required string Command { get; init; }

    /// <summary>bash, sql, promql.</summary>
    public string Language { get; init; } = "bash";

    public string? Expectation { get; init; }

    /// <summary>What the command printed, or null while nobody has run it.</summary>
    public string? Output { get; init; }

    /// <summary>When the output was true; null means unknown.</summary>
    public DateOnly? RecordedOn { get; init; }

    /// <summary>The date was taken from the source and not recorded with the output.</summary>
    public bool DateAssumed { get; init; }

    /// <summary>For example: as printed, not re-run.</summary>
    public string? Note { get; init; }

    /// <summary>Name of the release it ran against where it says so.</summary>
    public string? Release { get; init; }

    /// <summary>Something that can be read was recorded.</summary>
    [JsonIgnore]
    public bool HasOutput => VisibleText.CanBeRead(Output);
}
