using System.Collections.Immutable;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>
/// Files of one kind that follow each other on a subject. Within its slot the newest one counts, by when it was
/// captured and then by when it came; the others are history.
/// </summary>
public static class Slots
{
    /// <summary>What somebody chose, or the format and the tool; null for a file that nothing reads and nobody put in
    /// one: it stands beside all others.</summary>
    public static string? Of(EvidenceItem item) =>
        item.Slot ?? (item.Reading is { IsRead: true } reading
            ? $"{reading.Format} {Tool(reading.Producer)}".TrimEnd()
            : null);

    /// <summary>Each file that a newer one of its slot has replaced, with that one.</summary>
    /// <param name="files">In hand, of one subject, and such as would prove by what they are about.</param>
    public static ImmutableDictionary<string, EvidenceItem> Superseded(IEnumerable<EvidenceItem> files) => files
        .Where(f => Of(f) is not null)
        .GroupBy(f => Of(f)!, StringComparer.OrdinalIgnoreCase)
        .Select(slot => slot.OrderByDescending(Order).ToList())
        .SelectMany(slot => slot.Skip(1).Select(older => KeyValuePair.Create(older.Key, slot[0])))
        .ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The file that came before it in its slot on something it supports; null for the first, and for one
    /// without a slot.</summary>
    public static EvidenceItem? Before(EvidenceItem item, IEnumerable<EvidenceItem> all) => Of(item) is not { } slot
        ? null
        : all.Where(e => e.Key != item.Key && e.Reading is { IsRead: true }
                && string.Equals(Of(e), slot, StringComparison.OrdinalIgnoreCase)
                && e.Supports.Intersect(item.Supports).Any() && Order(e).CompareTo(Order(item)) < 0)
            .MaxBy(Order);

    /// <summary>As the file says, or the first moment of the day that was given.</summary>
    public static DateTimeOffset? Captured(EvidenceItem item) => item.Reading?.CapturedAt
        ?? (item.CapturedOn is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null);

    private static (DateTimeOffset? Captured, DateTimeOffset? Received, int Position) Order(EvidenceItem item) =>
        (Captured(item), item.ReceivedAt, item.Position);

    // A newer version of the tool goes on with the same slot.
    private static string Tool(string? producer) => producer is null ? ""
        : string.Join(' ', producer.Split(' ').TakeWhile(word => !word.Any(char.IsAsciiDigit)));
}
