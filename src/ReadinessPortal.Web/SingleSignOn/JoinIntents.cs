using Microsoft.AspNetCore.DataProtection;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>
/// Remembers, in the browser where somebody pressed it on the page of a link, that they want to come in to that account
/// by a provider. No address begins it: whoever sends one around could have another person's identity joined to an
/// account of theirs.
/// </summary>
internal sealed class JoinIntents(IDataProtectionProvider protection)
{
    private readonly SealedCookie _cookie =
        new(protection, "readiness.join", TimeSpan.FromMinutes(10), SameSiteMode.Strict);

    public void Remember(HttpContext http, string secret) => _cookie.Write(http, secret);

    /// <returns>The secret of the link; null where nobody pressed it here, or too long ago.</returns>
    public string? Take(HttpContext http)
    {
        var secret = _cookie.Read(http);
        _cookie.Delete(http);
        return secret;
    }
}
