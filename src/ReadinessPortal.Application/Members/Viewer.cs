using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Tokens;

namespace ReadinessPortal.Application.Members;

/// <summary>Who is signed in and asks. What they are in a launch is looked up there.</summary>
/// <param name="IsAdministrator">May create launches and sees all of them.</param>
public sealed record Viewer(Guid UserId, string Name, bool IsAdministrator = false)
{
    /// <summary>Names the form, or the call of a program, by which they ask: the same one acts once, however often it
    /// arrives, and can be asked afterwards what became of it. Null where nobody repeats it.</summary>
    public Guid? Request { get; init; }

    /// <summary>What was told of a launch when their request came: good for whatever only reads in answer to it. Null
    /// where nothing was asked then, or where the request may change what it shows.</summary>
    public Arrival? Arrival { get; init; }

    /// <summary>What a token may do, where a program asks by one; null for people. Its id stands where a person's
    /// does.</summary>
    public TokenGrant? Token { get; init; }

    /// <summary>The person behind it: of a token, whoever made it; the token itself where that was not kept.</summary>
    public Guid PersonId => Token?.MadeById ?? UserId;

    /// <summary>The portal itself: the import at first start, a verb on the command line.</summary>
    public static Viewer System { get; } = new(Actor.System.UserId, Actor.System.Name, IsAdministrator: true);

    /// <summary>The same person, asking by this form or call.</summary>
    public Viewer By(Guid? request) => this with { Request = request };

    internal bool IsSystem => UserId == Actor.System.UserId;
}

/// <param name="Launch">Null when there is no launch of that key.</param>
/// <param name="Visit">The last one of whoever arrived; null when they were never there.</param>
public sealed record Arrival(string LaunchKey, LaunchNow? Launch, VisitNow? Visit);
