using ReadinessPortal.Domain.Tokens;

namespace ReadinessPortal.Domain.Launches;

/// <summary>What a person is in one launch. One person may be several.</summary>
public enum LaunchPart { Viewer, Lead, Manager, Executive, Auditor, Contributor }

/// <summary>Who acts, and what this person is in the launch at hand.</summary>
/// <param name="IsAdministrator">Runs the portal; gives no rights inside a launch.</param>
public sealed record Actor(Guid UserId, string Name, EquatableArray<LaunchPart> Parts, bool IsAdministrator)
{
    /// <summary>The portal itself, where nobody is signed in: the import at first start, a verb.</summary>
    public static Actor System { get; } = new(Guid.Empty, "ReadinessPortal", [LaunchPart.Manager], true);

    /// <summary>What may be done where a program acts by a token, which is all of it; null for people.</summary>
    public TokenGrant? Token { get; init; }

    public bool Is(LaunchPart part) => Parts.Contains(part);
}
