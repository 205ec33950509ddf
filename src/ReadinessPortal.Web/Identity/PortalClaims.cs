using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// What the cookie says of a person beside id and user name: the name that is shown, and whether it is a demo persona.
/// </summary>
internal sealed class PortalClaims(UserManager<PortalUser> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<PortalUser>(users, options)
{
    public const string Name = "portal:name";
    public const string Demo = "portal:demo";
    public const string Administrator = "portal:administrator";

    /// <summary>Tells one sign-in of a person from the next.</summary>
    public const string Session = "portal:session";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Name, user.Name));
        identity.AddClaim(new Claim(Session, Guid.NewGuid().ToString("N")));
        if (user.IsAdministrator)
        {
            identity.AddClaim(new Claim(Administrator, "true"));
        }

        if (user.IsDemo)
        {
            identity.AddClaim(new Claim(Demo, "true"));
        }

        return identity;
    }
}

/// <summary>Reads the person out of who is signed in.</summary>
public static class SignedIn
{
    public static Guid UserId(this ClaimsPrincipal user) =>
        Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)
            ?? throw new InvalidOperationException("Nobody is signed in."));

    public static Application.Launches.Viewer AsViewer(this ClaimsPrincipal user) =>
        new(user.UserId(), user.ShownName(), user.HasClaim(PortalClaims.Administrator, "true"));

    /// <summary>As signatures and the audit show it.</summary>
    public static string ShownName(this ClaimsPrincipal user) => user.FindFirstValue(PortalClaims.Name) ?? "";

    public static bool IsDemo(this ClaimsPrincipal user) => user.HasClaim(PortalClaims.Demo, "true");
}
