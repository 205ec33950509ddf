using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Launches;

/// <summary>Who is signed in and asks. What they are in a launch is looked up there.</summary>
/// <param name="IsAdministrator">May create launches and sees all of them.</param>
public sealed record Viewer(Guid UserId, string Name, bool IsAdministrator = false)
{
    /// <summary>Names the form, or the call of a program, by which they ask: the same one acts once, however often it
    /// arrives, and can be asked afterwards what became of it. Null where nobody repeats it.</summary>
    public Guid? Request { get; init; }

    /// <summary>The portal itself: the import at first start, a verb on the command line.</summary>
    public static Viewer System { get; } = new(Actor.System.UserId, Actor.System.Name, IsAdministrator: true);

    /// <summary>The same person, asking by this form or call.</summary>
    public Viewer By(Guid? request) => this with { Request = request };

    internal bool IsSystem => UserId == Actor.System.UserId;
}
