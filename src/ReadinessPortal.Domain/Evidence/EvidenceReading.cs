using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>
/// What a reader took out of the bytes of a file. It follows from them: nobody types it, and no package brings it.
/// </summary>
public sealed record EvidenceReading
{
    /// <summary>Most names of builds that are kept of a file.</summary>
    public const int MostAbout = 200;

    private const string Posted = "posted";
    private const string NothingMeasured = "nothing-measured";
    private const string RunUnsuccessful = "run-unsuccessful";
    private const string TotalsDisagree = "totals-disagree";
    private const string SignatureWrong = "signature-wrong";

    /// <summary>Name of the format: <c>junit</c>; null for a file that nothing reads.</summary>
    public string? Format { get; init; }

    /// <summary>The tool that wrote it, with its version where the file says so.</summary>
    public string? Producer { get; init; }

    /// <summary>When the run that it reports ended, as near as the file says.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>When it ceases to be true by itself, as a certificate does; null for what does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What the file says it is about: digests (<c>sha256:…</c>), commits, images and versions
    /// (<see cref="Builds"/>), the first <see cref="MostAbout"/> of them; null where it says nothing.</summary>
    public EquatableArray<string>? About { get; init; }

    public EquatableArray<ReadFigure> Figures { get; init; } = [];

    public EquatableArray<ReadWarning> Warnings { get; init; } = [];

    /// <summary>What is wrong with a file that claims a format and is broken; it has no figures then.</summary>
    public string? Error { get; init; }

    /// <summary>Some reader knows the file, and could read it.</summary>
    [JsonIgnore]
    public bool IsRead => Format is not null && Error is null;

    /// <summary>What somebody posted, and no tool wrote.</summary>
    [JsonIgnore]
    public bool IsPosted => Format == Posted;

    /// <summary>Why nothing in it can meet a target: it measured nothing, or did not finish; null where it can.
    /// </summary>
    [JsonIgnore]
    public string? WhyWorthless =>
        Warnings.FirstOrDefault(w => w.Code is NothingMeasured or RunUnsuccessful)?.Message;

    /// <summary>How its totals contradict what they are made of; null where they do not.</summary>
    [JsonIgnore]
    public string? Disagreement => Warnings.FirstOrDefault(w => w.Code == TotalsDisagree)?.Message;

    /// <summary>Why it is not what somebody signed; null where nothing speaks against it.</summary>
    [JsonIgnore]
    public string? WrongSignature => Warnings.FirstOrDefault(w => w.Code == SignatureWrong)?.Message;

    /// <summary>Null where the file does not say it, which is never zero.</summary>
    public Quantity? Find(string metric) => Figures.FirstOrDefault(f => f.Metric == metric)?.Value;
}

/// <param name="Metric">Its stable name (<see cref="Metrics"/>).</param>
public sealed record ReadFigure(string Metric, Quantity Value);

/// <param name="Message">What is doubtful, where, and what to do.</param>
public sealed record ReadWarning(string Code, string Message);
