using System.Globalization;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Accounts;

/// <summary>Moments where no launch gives a time zone: in the reader's own, which is named.</summary>
internal sealed record Moments(ZoneClock Clock)
{
    /// <summary>For whoever chose no zone, or is not known yet.</summary>
    public static Moments Utc { get; } = new(ZoneClock.Utc);

    public static async Task<Moments> OfAsync(ChoosePreferences preferences, Guid reader) =>
        (await preferences.FindAsync(reader)).Clock is { } clock ? new(clock) : Utc;

    /// <summary><c>23 Nov 2026, 14:05 (Oslo)</c>.</summary>
    public string Of(DateTimeOffset at) => Clock.Instant(at);

    /// <summary>Of today: <c>12:03 (Oslo)</c>.</summary>
    public string Time(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture,
        $"{at.ToOffset(Clock.Offset(at)):HH:mm} ({Format.Place(Clock.Zone.Id)})");
}
