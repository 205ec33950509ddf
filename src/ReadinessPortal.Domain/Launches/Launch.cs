using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Launches;

public enum LaunchStage { Preparing, InSignature, Decided, Launched, Postponed, Cancelled, Archived }

/// <summary>One thing going to general availability.</summary>
public sealed record Launch
{
    private const string OwnDays = "1 to 3650. Leave it empty for the standard.";

    public static FactKind Descriptor { get; } = new LaunchKind
    {
        Fields =
        [
            Untyped("key", "Key", "Chosen when the launch is made; it cannot be changed."),
            Text("title", "Title"),
            Text("phase", "Phase"),
            new("reportDate", "Report date", "Day of the report this launch was taken from, if it was."),
            Untyped("targetDate", "Target date", "Moved with a reason, in the settings; the days before are kept."),
            new("hypercareDays", "Hypercare, days", "How long it is watched more closely after the launch."),
            Text("classification", "Classification", null, "Public", "Internal", "Confidential",
                "Strictly confidential"),
            Text("timeZone", "Time zone", "An IANA name; every time is shown in it.",
                "UTC", "Europe/Oslo", "Europe/London", "America/New_York"),
            Text("preparedBy", "Prepared by"),
            Text("reviewedBy", "Reviewed by"),
            Text("documentVersion", "Document version"),
            new("nextReview", "Next review"),
            Untyped("release.name", "Release under test", "Changed with a reason, in the settings."),
            Untyped("release.version", "Version", "Changed with a reason, in the settings."),
            Untyped("release.digest", "Digest of the artifact", "Changed with a reason, in the settings."),
            Untyped("release.commit", "Commit", "Changed with a reason, in the settings."),
            new("asOf", "As-of date",
                "For evidence, waivers and days to target. Conditions fall due by the calendar. Leave it empty to use "
                + "the real day."),
            new("validity.scan", "Scans, days valid", OwnDays),
            new("validity.tests", "Tests, days valid", OwnDays),
            new("validity.load", "Load tests, days valid", OwnDays),
            new("validity.drill", "Drills, days valid", OwnDays),
            new("validity.certificate", "Certificates, days valid", OwnDays),
            new("validity.other", "Other evidence, days valid", OwnDays),
            Text("accent", "Accent color of the report", "As #rrggbb, dark enough to be read on white.",
                AccentColor.Usual),
            One("logo", "Logo of the report", "evidence",
                "A PNG or JPEG that was attached, best to the launch itself; at most 1 MB. Heads the report.") with
            {
                Offers = fact => fact is EvidenceItem { IsInHand: true } item && Pictures.IsPrinted(item.MediaType),
            },
            Untyped("isDemo", "Demo", "Comes with the demo's package."),
        ],
    };

    /// <summary>Longest key, in characters.</summary>
    public const int KeyLength = 40;

    [JsonIgnore]
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>For example <c>GA-2025-001</c>: upper-case letters, digits and hyphens, unique in the portal.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    public string? Phase { get; init; }

    /// <summary>Day of the report this launch was taken from, if it was.</summary>
    public DateOnly? ReportDate { get; init; }

    public required DateOnly TargetDate { get; init; }

    /// <summary>Days of closer watch after the launch.</summary>
    public int HypercareDays { get; init; }

    public string Classification { get; init; } = "Internal";

    /// <summary>IANA name; every time of the launch is shown in it.</summary>
    public string TimeZone { get; init; } = "UTC";

    public string? PreparedBy { get; init; }

    public string? ReviewedBy { get; init; }

    public string? DocumentVersion { get; init; }

    public DateOnly? NextReview { get; init; }

    public Release? Release { get; init; }

    /// <summary>Day that counts as today for freshness and days to target; null means the real day.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>For how many days evidence of each class proves; null means the standard ones.</summary>
    public EvidenceValidity? Validity { get; init; }

    /// <summary>Color of the report's headings and rules, see <see cref="AccentColor"/>; null means black.</summary>
    public string? Accent { get; init; }

    /// <summary>Key of the evidence whose picture the report begins with.</summary>
    public string? Logo { get; init; }

    /// <summary>
    /// Shown with the as-of date and printed in the report, so that demo data is never taken for real.
    /// </summary>
    public bool IsDemo { get; init; }

    [JsonIgnore]
    public LaunchStage Stage { get; init; }

    /// <summary>Number of the last committed change; a board carries the number it was read at.</summary>
    [JsonIgnore]
    public long ChangeNumber { get; init; }

    /// <summary>How many of those changes touched what a revision holds; signing and refusals do not.</summary>
    [JsonIgnore]
    public long FactsNumber { get; init; }
}

/// <summary>
/// What is being launched. Evidence that names another one is shown as <em>other build</em> and proves nothing.
/// </summary>
public sealed record Release
{
    /// <summary>For example <c>teei/platform:v2.4.0</c>.</summary>
    public required string Name { get; init; }

    public string? Version { get; init; }

    /// <summary>For example <c>sha256:…</c>.</summary>
    public string? Digest { get; init; }

    public string? Commit { get; init; }
}
