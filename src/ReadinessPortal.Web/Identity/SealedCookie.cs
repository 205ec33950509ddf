using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ReadinessPortal.Web.Identity;

/// <summary>A cookie that only the portal can write, and reads for as long as it is good.</summary>
/// <param name="name">Of the cookie, and of what it is sealed for.</param>
/// <param name="sameSite">Whether it comes with a link from elsewhere.</param>
internal sealed class SealedCookie(
    IDataProtectionProvider protection, string name, TimeSpan lasts, SameSiteMode sameSite)
{
    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector(name).ToTimeLimitedDataProtector();

    /// <summary>In place of the one before.</summary>
    public void Write(HttpContext http, string text) =>
        http.Response.Cookies.Append(
            CookieNames.Of(name, http), _protector.Protect(text, lasts), Options(http, lasts));

    /// <returns>Null where there is none, or it is too old, or was not written here.</returns>
    public string? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[CookieNames.Of(name, http)] is { Length: > 0 } cookie
                ? _protector.Unprotect(cookie) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Delete(HttpContext http) =>
        http.Response.Cookies.Delete(CookieNames.Of(name, http), Options(http, null));

    // Browsers take a cookie away only for who could have set it: by the same marks.
    private CookieOptions Options(HttpContext http, TimeSpan? lasting) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lasting,
        Path = "/",
        SameSite = sameSite,
        Secure = http.Request.IsHttps,
    };
}
