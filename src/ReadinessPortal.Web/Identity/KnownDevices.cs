using Microsoft.AspNetCore.DataProtection;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Browsers that signed in before remember with which names, in a cookie that only the portal can write. It lets nobody
/// in; it keeps a person's attempts apart from those of strangers.
/// </summary>
internal sealed class KnownDevices(IDataProtectionProvider protection)
{
    private const int MostNames = 4;
    private static readonly TimeSpan _remembered = TimeSpan.FromDays(180);

    private readonly SealedCookie _cookie = new(protection, "readiness.device", _remembered, SameSiteMode.Lax);

    /// <returns>The browser, where it signed in with this name before.</returns>
    public Guid? Of(HttpContext http, string name) =>
        Read(http) is { } known && known.Names.Contains(name) ? known.Device : null;

    public void Remember(HttpContext http, string name)
    {
        var known = Read(http);
        var names = (known?.Names ?? []).Prepend(name).Distinct(StringComparer.Ordinal).Take(MostNames);
        _cookie.Write(http, string.Join('\n', [$"{known?.Device ?? Guid.NewGuid():N}", .. names]));
    }

    private (Guid Device, string[] Names)? Read(HttpContext http) =>
        _cookie.Read(http)?.Split('\n') is [var device, .. var names] ? (Guid.ParseExact(device, "N"), names) : null;
}
