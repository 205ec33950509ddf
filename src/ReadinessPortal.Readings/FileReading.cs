using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReadinessPortal.Readings.Attestations;

namespace ReadinessPortal.Readings;

/// <summary>One figure that a tool wrote.</summary>
/// <param name="Metric">Its stable name, such as <c>tests.failed</c> or <c>http.p95</c>: targets are set on it.</param>
/// <param name="Value">As the file gives it or as counted; of percent metrics 0 to 100.</param>
/// <param name="Unit"><c>count</c>, <c>%</c>, <c>s</c>, <c>ms</c>, <c>1/s</c>, <c>score</c> (0 to 10), or empty where
/// only who asked knows.</param>
public sealed record Reading(string Metric, decimal Value, string Unit);

/// <summary>What a person should know before they rely on the readings.</summary>
/// <param name="Code">One of <see cref="WarningCodes"/>.</param>
/// <param name="Message">What is doubtful, where, and what to do.</param>
public sealed record ReadingWarning(string Code, string Message);

/// <summary>What one file says.</summary>
public sealed record FileReading
{
    /// <summary>The file's name as it was given: shown, never opened.</summary>
    public required string File { get; init; }

    /// <summary>The name of the format, or null for plain evidence, which has no readings.</summary>
    public string? Format { get; init; }

    /// <summary>The tool that wrote it, with its version where the file says so; null where it does not.</summary>
    public string? Producer { get; init; }

    /// <summary>When the run that it reports ended, as near as the file says. A time without a zone is taken as UTC.
    /// Whether it lies in the future is for the caller to judge: a reader has no clock.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>When it ceases to be true by itself, as a certificate does; null for what does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpiresAt { get; init; }

    public ImmutableArray<Reading> Readings { get; init; } = [];

    public ImmutableArray<ReadingWarning> Warnings { get; init; } = [];

    /// <summary>What is wrong with a file that claims a format and is broken, where, and what to do; it has no
    /// readings then.</summary>
    public string? Error { get; init; }

    /// <summary>What an attestation says of a release, statement by statement; null for every other format.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<Attested>? Attested { get; init; }

    /// <summary>What the file says that it is about, apart from attestations: <c>image:</c> with the reference of a
    /// container image, <c>version:</c>, digests (<c>sha256:…</c>) and commits; null where it says nothing.</summary>
    [JsonIgnore]
    public ImmutableArray<string>? About { get; init; }
}
