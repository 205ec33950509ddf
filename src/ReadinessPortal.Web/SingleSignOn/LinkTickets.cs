using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>Says for five minutes that somebody proved who they are, in one session, to link a provider.</summary>
internal sealed class LinkTickets(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("readiness.link").ToTimeLimitedDataProtector();

    public string Make(ClaimsPrincipal person) =>
        _protector.Protect(OpenSessions.SessionOf(person)!, ProviderRules.ConfirmationLasts);

    public bool IsOf(ClaimsPrincipal person, string? ticket)
    {
        try
        {
            return ticket is { Length: > 0 } && _protector.Unprotect(ticket) == OpenSessions.SessionOf(person);
        }
        catch (CryptographicException)
        {
            return false; // too old, or not written here
        }
    }
}
