using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>Sets how long evidence is valid (see <see cref="EvidenceValidity"/>).</summary>
public enum EvidenceClass { Other, Scan, Tests, Load, Drill, Certificate }

/// <summary>
/// A file that stands behind a claim, in hand or only cited. In hand means that its bytes are stored and
/// <see cref="Sha256"/> is theirs; a cited file proves nothing and is shown as exactly that.
/// </summary>
public sealed record EvidenceItem : Fact
{
    private const string OfBytes = "Follows from the bytes of the attached file.";
    private const string OfAcceptance = "Whoever accepts it, when they do.";
    private const string Sha256OfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, EvidenceItem>(
        "evidence", "piece of evidence", facts => facts.Evidence, (facts, all) => facts with { Evidence = all })
    {
        Subject = SubjectKind.Evidence,
        Link = "evidence/{key}",
        Title = e => e.Title,
        AnsweredBy = (item, facts) => item.Supports
            .Where(s => s.Kind != SubjectKind.Evidence).SelectMany(s => Permissions.AnsweringRoles(s, facts)),
        NamedBy = "title",
        Fields =
        [
            Key(),
            Text("title", "Title"),
            new("class", "Kind", "Sets how long it is valid."),
            Text("fileName", "File name", "Without folders."),
            Text("citedAs", "Cited as", "Where the source says the file lies."),
            new("capturedOn", "Captured on", "The day it was true. Leave it empty where it is not known."),
            new("capturedAssumed", "The day is assumed", "Taken from the source, not from the file."),
            new("expiresOn", "Expires on", "Only of a certificate: the day it names itself. Its last valid one."),
            Text("release", "Release it speaks of", "Only where it says so. About another release it proves nothing."),
            Text("slot", "Slot", "Only where files of the same tool stand beside each other: us, eu. The newest of a "
                + "slot counts."),
            Prose("note", "Note"),
            new("supports", "Supports"),
            Untyped("postedWith", "Posted with", "The file that came in the same request."),
            Prose("acceptedBecause", "Reason to accept it", "Why its figures hold although its totals disagree. Kept "
                + "with your name.") with { IsApart = true },
            Untyped("acceptedBy", "Accepted by", OfAcceptance),
            Untyped("acceptedAt", "Accepted at", OfAcceptance),
            Untyped("sha256", "SHA-256", OfBytes),
            Untyped("size", "Size", OfBytes),
            Untyped("mediaType", "Media type", OfBytes),
        ],
    };

    public required string Title { get; init; }

    public EvidenceClass Class { get; init; }

    /// <summary>File name without folder.</summary>
    public required string FileName { get; init; }

    /// <summary>Where the source says the file lies; null for what was uploaded here.</summary>
    public string? CitedAs { get; init; }

    /// <summary>Lower-case hex of the bytes in hand; null means referenced, not uploaded.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Detected by content, for example <c>application/json</c>.</summary>
    public string? MediaType { get; init; }

    /// <summary>When it was true. Unknown is null, never invented.</summary>
    public DateOnly? CapturedOn { get; init; }

    /// <summary>It is known when it was true.</summary>
    [JsonIgnore]
    public bool IsDated => CapturedOn is not null || Reading?.CapturedAt is not null;

    /// <summary>The date was assumed from its source.</summary>
    public bool CapturedAssumed { get; init; }

    /// <summary>Last day of a certificate, as it says itself; null where it is valid for as long as its class is.
    /// </summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Name of the release it speaks of where it says so.</summary>
    public string? Release { get; init; }

    /// <summary>What it follows in, on each subject: <c>us</c>; null leaves it to its format and tool.</summary>
    public string? Slot { get; init; }

    /// <summary>What its bytes say; null while they are not in hand, or were not read yet.</summary>
    [NotInPackages]
    public EvidenceReading? Reading { get; init; }

    public string? Note { get; init; }

    /// <summary>Key of the file that came in the same request as posted measurements; without one they prove nothing.
    /// Empty, on a board, where it does not stand behind them any more.</summary>
    public string? PostedWith { get; init; }

    /// <summary>Measurements that were posted without a file: they are shown, and count for nothing.</summary>
    [JsonIgnore]
    public bool IsBare => string.IsNullOrEmpty(PostedWith) && Reading?.IsPosted == true;

    /// <summary>What it stands behind: criteria, drills, register rows, risks, items, gates.</summary>
    public EquatableArray<SubjectRef> Supports { get; init; } = [];

    /// <summary>Why its figures count although its totals disagree (<see cref="DoubtRules"/>); null while nobody has
    /// accepted that.</summary>
    [NotInPackages]
    public string? AcceptedBecause { get; init; }

    /// <summary>Name of whoever accepted it.</summary>
    [NotInPackages]
    public string? AcceptedBy { get; init; }

    [NotInPackages]
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Set by the server when the bytes came in.</summary>
    [JsonIgnore]
    public DateTimeOffset? ReceivedAt { get; init; }

    [JsonIgnore]
    public string? ReceivedBy { get; init; }

    /// <summary>The person who brought the bytes, or made the token that did; null for what came before this was
    /// kept.</summary>
    [JsonIgnore]
    public Guid? ReceivedById { get; init; }

    [JsonIgnore]
    public bool IsInHand => Sha256 is not null;

    /// <summary>Why its figures meet no target, whatever they are: it is not what was signed, or it contradicts itself
    /// and nobody has accepted that. Null where they count.</summary>
    [JsonIgnore]
    public string? Doubt => Reading?.WrongSignature ?? (AcceptedBecause is null ? Reading?.Disagreement : null);

    /// <summary>Nothing in it meets a target.</summary>
    [JsonIgnore]
    public bool MeetsNothing => IsBare || (Reading?.WhyWorthless ?? Doubt) is not null;

    /// <summary>In hand, and without a single byte: it shows nothing, by whatever door it came.</summary>
    [JsonIgnore]
    public bool IsEmpty => IsInHand && (Size == 0 || Sha256 == Sha256OfNothing);
}
