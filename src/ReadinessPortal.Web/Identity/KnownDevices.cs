using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Browsers that signed in before remember with which names, in a cookie that only the portal can write. It lets nobody
/// in; it keeps a person's attempts apart from those of strangers.
/// </summary>
internal sealed class KnownDevices(IDataProtectionProvider protection)
{
    private const string Cookie = "readiness.device";
    private const int MostNames = 4;
    private static readonly TimeSpan _remembered = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("readiness.device").ToTimeLimitedDataProtector();

    /// <returns>The browser, where it signed in with this name before.</returns>
    public Guid? Of(HttpContext http, string name) =>
        Read(http) is { } known && known.Names.Contains(name) ? known.Device : null;

    public void Remember(HttpContext http, string name)
    {
        var known = Read(http);
        var names = (known?.Names ?? []).Prepend(name).Distinct(StringComparer.Ordinal).Take(MostNames);
        var text = string.Join('\n', [$"{known?.Device ?? Guid.NewGuid():N}", .. names]);
        http.Response.Cookies.Append(Cookie, _protector.Protect(text, _remembered), new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = _remembered,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
    }

    private (Guid Device, string[] Names)? Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(cookie).Split('\n') is [var device, .. var names]
                ? (Guid.ParseExact(device, "N"), names)
                : null;
        }
        catch (CryptographicException)
        {
            return null; // too old, or not written here: a browser that is not known
        }
    }
}
