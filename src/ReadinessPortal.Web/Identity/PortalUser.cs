using Microsoft.AspNetCore.Identity;

namespace ReadinessPortal.Web.Identity;

/// <summary>Somebody who can sign in.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public const int NameLength = 120;

    /// <summary>Name as signatures and the audit show it.</summary>
    public required string Name { get; set; }

    /// <summary>May create launches, and sees all of them; gives no rights inside a launch.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>Not a person: exists with the demo only, and is marked so wherever it appears.</summary>
    public bool IsDemo { get; set; }
}
