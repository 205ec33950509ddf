using System.Security.Claims;
using Microsoft.EntityFrameworkCore;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Which sign-ins have been ended by signing out, so that pages which are still open, and copies of the cookie, end
/// with them: kept in the database, because every instance must know, and know it after a restart.
/// </summary>
internal sealed class OpenSessions(IDbContextFactory<IdentityDb> databases, TimeProvider time)
{
    // Longer than a cookie lives: what has ended is refused, so that its cookie is never renewed.
    private static readonly TimeSpan _remembered = TimeSpan.FromDays(1);

    /// <summary>Raised with the session that was ended on this instance.</summary>
    public event Action<string>? Ended;

    public async Task<bool> IsEndedAsync(ClaimsPrincipal user, CancellationToken ct = default)
    {
        if (SessionOf(user) is not { } session)
        {
            return false;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.EndedSessions.AnyAsync(e => e.Session == session, ct);
    }

    public async Task EndAsync(ClaimsPrincipal user, CancellationToken ct = default)
    {
        if (SessionOf(user) is not { } session)
        {
            return;
        }

        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.EndedSessions.Where(e => e.At < now - _remembered).ExecuteDeleteAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"insert into identity.ended_sessions (session, at) values ({session}, {now}) on conflict do nothing", ct);
        Ended?.Invoke(session);
    }

    public static string? SessionOf(ClaimsPrincipal user) => user.FindFirstValue(PortalClaims.Session);

    /// <summary>A cookie that is renewed stays the same session.</summary>
    public static void Carry(ClaimsPrincipal? from, ClaimsPrincipal? to)
    {
        if (from is null || SessionOf(from) is not { } session || to?.Identity is not ClaimsIdentity identity)
        {
            return;
        }

        foreach (var fresh in identity.FindAll(PortalClaims.Session).ToList())
        {
            identity.RemoveClaim(fresh);
        }

        identity.AddClaim(new Claim(PortalClaims.Session, session));
    }
}

/// <summary>A sign-in that was ended by signing out.</summary>
public sealed record EndedSession(string Session, DateTimeOffset At);
