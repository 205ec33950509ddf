using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ReadinessPortal.Web.Tokens;

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
        AddStanding(identity, user.Name, user.IsAdministrator);
        identity.AddClaim(new Claim(Session, Guid.NewGuid().ToString("N")));
        if (user.IsDemo)
        {
            identity.AddClaim(new Claim(Demo, "true"));
        }

        return identity;
    }

    /// <summary>The same sign-in of somebody whose name or right changed since.</summary>
    public static ClaimsPrincipal Renewed(ClaimsPrincipal person, string name, bool isAdministrator)
    {
        var identity = new ClaimsIdentity(person.Identity);
        foreach (var old in identity.FindAll(c => c.Type is Name or Administrator).ToList())
        {
            identity.RemoveClaim(old);
        }

        AddStanding(identity, name, isAdministrator);
        return new ClaimsPrincipal(identity);
    }

    private static void AddStanding(ClaimsIdentity identity, string name, bool isAdministrator)
    {
        identity.AddClaim(new Claim(Name, name));
        if (isAdministrator)
        {
            identity.AddClaim(new Claim(Administrator, "true"));
        }
    }
}

/// <summary>Reads the person out of who is signed in.</summary>
public static class SignedIn
{
    public static Guid UserId(this ClaimsPrincipal user) =>
        Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)
            ?? throw new InvalidOperationException("Nobody is signed in."));

    public static Application.Members.Viewer AsViewer(this ClaimsPrincipal user) =>
        new(user.UserId(), user.ShownName(), user.IsAdministrator())
        {
            Arrival = (user as ArrivedPrincipal)?.Arrival,
            Token = (user as TokenPrincipal)?.Grant,
        };

    /// <summary>Null when nobody is signed in any more, as an open page learns it just before it ends.</summary>
    public static Application.Members.Viewer? AsViewerIfSignedIn(this ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } ? user.AsViewer() : null;

    public static bool IsAdministrator(this ClaimsPrincipal user) => user.HasClaim(PortalClaims.Administrator, "true");

    /// <summary>As signatures and the audit show it.</summary>
    public static string ShownName(this ClaimsPrincipal user) => user.FindFirstValue(PortalClaims.Name) ?? "";

    public static bool IsDemo(this ClaimsPrincipal user) => user.HasClaim(PortalClaims.Demo, "true");
}
