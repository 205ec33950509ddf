using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Launches;

/// <summary>Who is signed in and asks. What they are in a launch is looked up there.</summary>
/// <param name="IsAdministrator">May create launches and sees all of them.</param>
public sealed record Viewer(Guid UserId, string Name, bool IsAdministrator = false)
{
    /// <summary>The portal itself: the import at first start, a verb on the command line.</summary>
    public static Viewer System { get; } = new(Actor.System.UserId, Actor.System.Name, IsAdministrator: true);

    internal bool IsSystem => UserId == Actor.System.UserId;
}
