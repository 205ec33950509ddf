using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Members;

/// <summary>A language in which the portal writes to people.</summary>
public enum MailLanguage { English, German }

/// <summary>How one person wants to be written to and shown times. Without a row: in English, in no zone of their own.
/// </summary>
public sealed record Preferences
{
    /// <summary>Longest name of a time zone, in characters.</summary>
    public const int ZoneLength = 64;

    public required Guid UserId { get; init; }

    /// <summary>Of their mails.</summary>
    public MailLanguage Language { get; init; }

    /// <summary>IANA name; null where they chose none.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Of their own zone; null where they chose none, or one that is not known here any more.</summary>
    public ZoneClock? Clock => ZoneClock.Find(TimeZone);
}
