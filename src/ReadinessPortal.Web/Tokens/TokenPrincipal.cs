using System.Security.Claims;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Tokens;

/// <summary>A program that sent a token.</summary>
internal sealed class TokenPrincipal(Viewer viewer, string scheme) : ClaimsPrincipal(new ClaimsIdentity(
    [new(ClaimTypes.NameIdentifier, viewer.UserId.ToString()), new(PortalClaims.Name, viewer.Name)], scheme))
{
    /// <summary>All that it may do.</summary>
    public TokenGrant Grant => viewer.Token!;
}
