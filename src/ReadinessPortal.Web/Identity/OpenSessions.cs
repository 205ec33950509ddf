using System.Collections.Concurrent;
using System.Security.Claims;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Which sign-ins have been ended by signing out, so that pages which are still open, and copies of the cookie, end
/// with them. Kept in memory: a balancer keeps a browser on its instance, and no session outlives its cookie.
/// </summary>
internal sealed class OpenSessions(TimeProvider time)
{
    private static readonly TimeSpan _remembered = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new(StringComparer.Ordinal);

    /// <summary>Raised with the session that was ended.</summary>
    public event Action<string>? Ended;

    public bool IsEnded(ClaimsPrincipal user) => SessionOf(user) is { } session && _ended.ContainsKey(session);

    public void End(ClaimsPrincipal user)
    {
        if (SessionOf(user) is not { } session)
        {
            return;
        }

        var now = time.GetUtcNow();
        foreach (var old in _ended.Where(e => now - e.Value > _remembered))
        {
            _ended.TryRemove(old);
        }

        _ended[session] = now;
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
