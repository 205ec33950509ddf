using System.Collections.Immutable;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.Domain.Launches;

/// <summary>Days of a launch, in its own time zone.</summary>
public static class LaunchClock
{
    /// <summary>
    /// The day that counts for what is in date, proof and waivers, and for days to target: the as-of date, if set.
    /// Due days that people agreed on are held against the real <see cref="Day"/>.
    /// </summary>
    public static DateOnly Today(this Launch launch, DateTimeOffset now) => launch.AsOf ?? launch.Day(now);

    /// <summary>The real day in the launch's time zone, as-of date or not.</summary>
    /// <exception cref="TimeZoneNotFoundException">The launch names a zone this machine does not know.</exception>
    public static DateOnly Day(this Launch launch, DateTimeOffset now) =>
        launch.Clock().Day(now);

    /// <summary>Of the launch's time zone.</summary>
    /// <exception cref="TimeZoneNotFoundException">The launch names a zone this machine does not know.</exception>
    public static ZoneClock Clock(this Launch launch) => new(Zone(launch));

    /// <summary>Offset of the launch's time zone at an instant.</summary>
    public static TimeSpan Offset(this Launch launch, DateTimeOffset at) => Zone(launch).GetUtcOffset(at);

    /// <summary>Every offset of the launch's time zone between two instants, oldest first.</summary>
    public static ImmutableArray<ZoneOffset> Offsets(this Launch launch, DateTimeOffset from, DateTimeOffset to)
    {
        var zone = Zone(launch);
        var at = from.ToUniversalTime();
        var found = ImmutableArray.CreateBuilder<ZoneOffset>();
        found.Add(new(at, zone.GetUtcOffset(at)));
        for (var next = at.AddDays(1); at < to; (at, next) = (next, next.AddDays(1)))
        {
            if (zone.GetUtcOffset(next) is var offset && offset != found[^1].Offset)
            {
                found.Add(new(Change(zone, at, next), offset));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The instant the next day begins in the launch's time zone.</summary>
    public static DateTimeOffset NextDay(this Launch launch, DateTimeOffset now) =>
        launch.Clock().At(launch.Day(now).AddDays(1), TimeOnly.MinValue);

    // To the second: no zone changes its offset between two.
    private static DateTimeOffset Change(TimeZoneInfo zone, DateTimeOffset before, DateTimeOffset after)
    {
        var (low, high) = (before.ToUnixTimeSeconds(), after.ToUnixTimeSeconds());
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            var isBefore = zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(middle)) == zone.GetUtcOffset(before);
            (low, high) = isBefore ? (middle, high) : (low, middle);
        }

        return DateTimeOffset.FromUnixTimeSeconds(high);
    }

    private static TimeZoneInfo Zone(Launch launch) => TimeZoneInfo.FindSystemTimeZoneById(launch.TimeZone);
}
