using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Whoever has given the right password and is asked for the second factor: for ten minutes a cookie says so that only
/// the portal can write. It opens nothing but that page, and ends with another password.
/// </summary>
internal sealed class HalfSignedIn(IDataProtectionProvider protection, IDbContextFactory<IdentityDb> databases)
{
    private const string Cookie = "readiness.half";
    private static readonly TimeSpan _lasts = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("readiness.half").ToTimeLimitedDataProtector();

    public void Begin(HttpContext http, PortalUser user) =>
        http.Response.Cookies.Append(Cookie, _protector.Protect($"{user.Id:N} {user.SecurityStamp}", _lasts), new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = _lasts,
            Path = "/",
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
        });

    /// <returns>Null where nobody is, or where it is over.</returns>
    public async Task<PortalUser?> WhoAsync(HttpContext http, CancellationToken ct = default)
    {
        if (Read(http) is not [var id, var stamp])
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var person = Guid.ParseExact(id, "N");
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(
            u => u.Id == person && u.SecurityStamp == stamp && u.DisabledAt == null, ct);
    }

    public static void End(HttpContext http) => http.Response.Cookies.Delete(Cookie);

    private string[]? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Cookie] is { Length: > 0 } cookie
                ? _protector.Unprotect(cookie).Split(' ') : null;
        }
        catch (CryptographicException)
        {
            return null; // too old, or not written here
        }
    }
}
