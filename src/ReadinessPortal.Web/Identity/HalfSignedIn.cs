using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Whoever has given the right password and is asked for the second factor: for ten minutes a cookie says so that only
/// the portal can write. It opens nothing but that page, and ends with another password.
/// </summary>
internal sealed class HalfSignedIn(IDataProtectionProvider protection, IDbContextFactory<IdentityDb> databases)
{
    private static readonly TimeSpan _lasts = TimeSpan.FromMinutes(10);

    private readonly SealedCookie _cookie = new(protection, "readiness.half", _lasts, SameSiteMode.Strict);

    public void Begin(HttpContext http, PortalUser user) =>
        _cookie.Write(http, $"{user.Id:N} {user.SecurityStamp}");

    /// <returns>Null where nobody is, or where it is over.</returns>
    public async Task<PortalUser?> WhoAsync(HttpContext http, CancellationToken ct = default)
    {
        if (_cookie.Read(http)?.Split(' ') is not [var id, var stamp])
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var person = Guid.ParseExact(id, "N");
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(
            u => u.Id == person && u.SecurityStamp == stamp && u.DisabledAt == null, ct);
    }

    public void End(HttpContext http) => _cookie.Delete(http);
}
