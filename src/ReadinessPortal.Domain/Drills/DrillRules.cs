using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Drills;

/// <summary>
/// Recovery time is what lies between the first effect on users and service fully restored. While logs disagree the
/// worst one stands in, until a second person picks the one that counts.
/// </summary>
public static class DrillRules
{
    public static DrillStanding Of(Drill drill, ImmutableArray<LogChoice> choices)
    {
        var logs = drill.Logs.Select(l => Of(l, drill.RtoTarget)).ToImmutableArray();
        var picked = choices.LastOrDefault(c => c.Drill == drill.Key && drill.Logs.Any(l => l.Key == c.Log))?.Log;
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

        // Subtracting times of day wraps at midnight.
        var duration = new Quantity((decimal)(end.At - start.At).TotalSeconds, Unit.Seconds);
        return new(log.Key, duration, Below(duration, target), Format.Duration(duration), null);
    }

    private static bool? Below(Quantity? value, Quantity? target) =>
        value is { } v && target is { } t ? Targets.Meets(v, Comparator.LessThan, t) : null;

    private static decimal? Headroom(Quantity? value, Quantity? target) =>
        value is { } v && target is { } t ? Targets.Headroom(v, Comparator.LessThan, t) : null;
}
