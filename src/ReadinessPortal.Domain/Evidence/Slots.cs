using System.Collections.Immutable;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>
/// Files of one kind that follow each other on a subject. Within its slot the newest one counts, by when it was
/// captured and then by when it came; the others are history. A file that says its day and not its hour follows those
/// of that day that had come before it. Of one whose day nobody knows it is that on which it came.
/// </summary>
public static class Slots
{
    /// <summary>What somebody chose, or the format and the tool; null for a file that nothing reads and nobody put in
    /// one: it stands beside all others.</summary>
    public static string? Of(EvidenceItem item) =>
        item.Slot ?? (item.Reading is { IsRead: true } reading
            ? $"{reading.Format} {Tool(reading.Producer)}".TrimEnd()
            : null);

    /// <summary>Each file that a newer one of its slot has replaced, with that one. A file says what it says until one
    /// says it anew: what is broken, read by nothing, worth nothing, in doubt, or of another kind and silent on a
    /// figure that is asked for replaces none that has it. What nobody has dated proves nothing, and replaces only
    /// where it speaks against the subject.</summary>
    /// <param name="files">In hand, of one subject, and such as would prove by what they are about.</param>
    /// <param name="asked">Metrics that are asked for there; failures are everywhere.</param>
    /// <param name="speaksAgainst">Whether a file misses a target there, or shows a failure.</param>
    public static ImmutableDictionary<string, EvidenceItem> Superseded(
        IEnumerable<EvidenceItem> files, IEnumerable<string> asked, Func<EvidenceItem, bool> speaksAgainst)
    {
        var metrics = asked.Union(Metrics.Failures, StringComparer.Ordinal).ToList();
        return files.Where(f => Of(f) is not null)
            .GroupBy(f => Of(f)!, StringComparer.OrdinalIgnoreCase)
            .Select(slot => NewestFirst(slot).ToList())
            .SelectMany(slot => slot.Select((older, at) => (Older: older, By: slot.Take(at)
                .FirstOrDefault(newer =>
                    newer.MeetsNothing || (!newer.IsDated && older.IsDated && !speaksAgainst(newer))
                    ? older.MeetsNothing && (older.Doubt is null || newer.Doubt is not null)
                        && IsOfTheSameKind(older, newer)
                    : IsOfTheSameKind(older, newer)
                        || metrics.TrueForAll(m => !Says(older, m) || Says(newer, m))))))
            .Where(pair => pair.By is not null)
            .ToImmutableDictionary(pair => pair.Older.Key, pair => pair.By!, StringComparer.Ordinal);
    }

    /// <summary>The file that came before it in its slot on something it supports; null for the first, and for one
    /// without a slot.</summary>
    public static EvidenceItem? Before(EvidenceItem item, IEnumerable<EvidenceItem> all) =>
        Since(item, all).Skip(1).FirstOrDefault();

    /// <summary>The file itself and those before it in its slot on something it supports, the newest first; of a file
    /// without a slot only itself.</summary>
    public static IEnumerable<EvidenceItem> Since(EvidenceItem item, IEnumerable<EvidenceItem> all) =>
        Of(item) is not { } slot ? [item]
        : NewestFirst(all.Where(e => e.Key == item.Key || (e.Reading is { IsRead: true }
                && string.Equals(Of(e), slot, StringComparison.OrdinalIgnoreCase)
                && e.Supports.Intersect(item.Supports).Any())))
            .SkipWhile(e => e.Key != item.Key);

    private static IEnumerable<EvidenceItem> NewestFirst(IEnumerable<EvidenceItem> files) => files
        .GroupBy(f => Day(f.Reading?.CapturedAt, f.CapturedOn) ?? Received(f))
        .OrderByDescending(day => day.Key)
        .SelectMany(day => day.OrderByDescending(f => (At(f, day), f.ReceivedAt, f.Position)));

    private static DateOnly? Received(EvidenceItem file) =>
        file.ReceivedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;

    // A file without an hour follows those of its day that had come before it.
    private static DateTimeOffset At(EvidenceItem file, IEnumerable<EvidenceItem> day) =>
        file.Reading?.CapturedAt ?? day.Where(f => f.ReceivedAt <= file.ReceivedAt)
            .Max(f => f.Reading?.CapturedAt) ?? DateTimeOffset.MinValue;

    // What the next report of the same kind does not say any more, such as the rate of no tests, nobody knows any more.
    private static bool IsOfTheSameKind(EvidenceItem older, EvidenceItem newer) =>
        newer.Reading is { IsRead: true } read && read.Format == older.Reading?.Format;

    private static bool Says(EvidenceItem file, string metric) => file.Reading?.Find(metric) is not null;

    // Of a file that says its moment the day is that of the launch's time zone, which is at most one away from UTC's;
    // one that lies further away was given by hand before files were read, and does not count.
    private static DateOnly? Day(DateTimeOffset? at, DateOnly? given)
    {
        if (at is not { } moment)
        {
            return given;
        }

        var utc = DateOnly.FromDateTime(moment.UtcDateTime);
        return given is { } day && Math.Abs(day.DayNumber - utc.DayNumber) <= 1 ? day : utc;
    }

    // A newer version of the tool goes on with the same slot.
    private static string Tool(string? producer) => producer is null ? ""
        : string.Join(' ', producer.Split(' ').TakeWhile(word => !word.Any(char.IsAsciiDigit)));
}
