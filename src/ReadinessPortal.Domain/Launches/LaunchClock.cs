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
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone(launch)).DateTime);

    /// <summary>Offset of the launch's time zone at an instant.</summary>
    public static TimeSpan Offset(this Launch launch, DateTimeOffset at) => Zone(launch).GetUtcOffset(at);

    /// <summary>The instant the next day begins in the launch's time zone.</summary>
    public static DateTimeOffset NextDay(this Launch launch, DateTimeOffset now)
    {
        var zone = Zone(launch);
        var midnight = launch.Day(now).AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15); // some zones skip midnight when summer time begins
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static TimeZoneInfo Zone(Launch launch) => TimeZoneInfo.FindSystemTimeZoneById(launch.TimeZone);
}
