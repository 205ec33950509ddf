using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Launches;

/// <summary>Days and times of one time zone, with its summer time.</summary>
public sealed record ZoneClock(TimeZoneInfo Zone)
{
    private const string UtcName = "UTC";

    private static readonly Lazy<ImmutableArray<string>> _names = new(() =>
    [
        UtcName,
        .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id != UtcName).Order(StringComparer.Ordinal),
    ]);

    public static ZoneClock Utc { get; } = new(TimeZoneInfo.Utc);

    /// <summary>IANA names of the zones that this machine knows: UTC, then the others by name.</summary>
    public static ImmutableArray<string> Names => _names.Value;

    /// <param name="name">An IANA name.</param>
    /// <returns>Null where this machine knows no zone of that name.</returns>
    public static ZoneClock? Find(string? name) =>
        !string.IsNullOrEmpty(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? new(zone) : null;

    /// <summary>The day it is there.</summary>
    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    public TimeSpan Offset(DateTimeOffset at) => Zone.GetUtcOffset(at);

    /// <summary>The instant at which it is so late there, or will be first where that time is skipped.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15); // summer time begins, and some zones skip midnight then
        }

        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The first instant after <paramref name="now"/> at which it is so late there.</summary>
    public DateTimeOffset Next(TimeOnly time, DateTimeOffset now) =>
        At(Day(now), time) is var today && today > now ? today : At(Day(now).AddDays(1), time);

    /// <summary><c>23 Nov 2026, 14:05 (Oslo)</c>.</summary>
    public string Instant(DateTimeOffset at) => Format.Instant(at, Offset(at), Zone.Id);
}
