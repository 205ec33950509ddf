using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.Domain.Drills;

/// <summary>
/// Recovery time is what lies between the first effect on users and service fully restored. While logs disagree the
/// worst one stands in, until a second person picks the one that counts; and again when a log says something else.
/// </summary>
public static class DrillRules
{
    /// <param name="evidence">All of the launch: a log may be taken from a file.</param>
    public static DrillStanding Of(
        Drill drill, ImmutableArray<LogChoice> choices, ImmutableArray<EvidenceItem> evidence)
    {
        var logs = drill.Logs.Select(l => Of(l, drill.RtoTarget)).ToImmutableArray();
        var choice = choices.LastOrDefault(c => c.Drill == drill.Key);
        var picked = choice is not null && WhyFallen(choice, drill, evidence) is null ? choice.Log : null;
        var times = logs.Where(l => l.Duration is not null && (picked is null || l.Key == picked))
            .Select(l => l.Duration!.Value.InBase).Distinct().OrderDescending()
            .Select(s => new Quantity(s, Unit.Seconds)).ToList();
        Quantity? rto = times.Count > 0 ? times[0] : null;
        return new DrillStanding(
            drill.Key,
            rto,
            Disputed: times.Count > 1,
            Below(rto, drill.RtoTarget),
            Headroom(rto, drill.RtoTarget),
            Below(drill.Rpo, drill.RpoTarget),
            Headroom(drill.Rpo, drill.RpoTarget),
            logs,
            times.Count > 0 ? string.Join(" or ", times.Select(Format.Duration)) : "not recorded",
            Format.Target(Comparator.LessThan, drill.RtoTarget),
            picked);
    }

    /// <summary>
    /// From a log's start mark to its end mark, over midnight where the clock did; or why there is none.
    /// </summary>
    public static LogStanding Of(DrillLog log, Quantity? target)
    {
        var start = log.Events.FirstOrDefault(e => e.Mark == EventMark.Start);
        var end = log.Events.LastOrDefault(e => e.Mark == EventMark.End);
        if (start is null || end is null)
        {
            var missing = start is null && end is null ? "Neither the first effect on users nor the restored service is"
                : start is null ? "The first effect on users is not" : "The restored service is not";
            return new(log.Key, null, null, "not recorded", $"{missing} marked in this log");
        }

        var duration = Between(start, end);
        return new(log.Key, duration, Below(duration, target), Format.Duration(duration), null);
    }

    /// <summary>From a log's start mark to one of its events; null before the start, and where none is marked.
    /// </summary>
    public static Quantity? SinceStart(DrillLog log, DrillEvent happened) =>
        log.Events.SkipWhile(e => e.Mark != EventMark.Start).ToList() is [var start, ..] since
            && since.Contains(happened)
                ? Between(start, happened)
                : null;

    /// <summary>What each log says, the file it was taken from included: a line per log that begins with its
    /// key, in the order of the keys.</summary>
    public static ImmutableArray<string> Said(Drill drill, ImmutableArray<EvidenceItem> evidence) =>
    [
        .. drill.Logs.OrderBy(l => l.Key, StringComparer.Ordinal).Select(log =>
        {
            var bytes = evidence.FirstOrDefault(e => e.Key == log.Evidence)?.Sha256;
            var hash = CanonicalJson.Sha256($"{CanonicalJson.Of(log)}{bytes}");
            return $"{log.Key}: {Of(log, null).DurationShown}, {hash}";
        }),
    ];

    /// <summary>Why a pick counts no longer, in words to follow "because"; null while it counts.</summary>
    public static string? WhyFallen(LogChoice choice, Drill drill, ImmutableArray<EvidenceItem> evidence)
    {
        var said = Said(drill, evidence);
        if (!said.IsEmpty && said.SequenceEqual(choice.Said, StringComparer.Ordinal))
        {
            return null;
        }

        var moved = said.Except(choice.Said, StringComparer.Ordinal).Select(KeyOf).FirstOrDefault();
        return choice.Said.IsEmpty ? "it does not say what the logs were when it was made"
            : drill.Logs.FirstOrDefault(l => l.Key == moved) is not { } log
                ? "the logs are not those that were compared"
            : choice.Said.Any(s => KeyOf(s) == log.Key) ? $"{log.Title} was changed since"
            : $"{log.Title} came later";

        static string KeyOf(string line) => line[..line.IndexOf(':', StringComparison.Ordinal)];
    }

    // Subtracting times of day wraps at midnight.
    private static Quantity Between(DrillEvent from, DrillEvent to) =>
        new((decimal)(to.At - from.At).TotalSeconds, Unit.Seconds);

    private static bool? Below(Quantity? value, Quantity? target) =>
        value is { } v && target is { } t ? Targets.Meets(v, Comparator.LessThan, t) : null;

    private static decimal? Headroom(Quantity? value, Quantity? target) =>
        value is { } v && target is { } t ? Figures.Headroom.Of(v, Comparator.LessThan, t) : null;
}
