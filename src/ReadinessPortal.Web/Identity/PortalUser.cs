using Microsoft.AspNetCore.Identity;
using ReadinessPortal.Domain.Identity;

namespace ReadinessPortal.Web.Identity;

/// <summary>Somebody who can sign in.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public const int NameLength = AccountRules.MostOfName;

    /// <summary>Name as signatures and the audit show it.</summary>
    public required string Name { get; set; }

    /// <summary>May create launches, and sees all of them; gives no rights inside a launch.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>Not a person: exists with the demo only, and is marked so wherever it appears.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Since when nobody can sign in with it; null while somebody can. Their name stays under what they
    /// signed.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Null for somebody who never did.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }
}
