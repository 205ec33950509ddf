using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Launches;

/// <summary>Unknown, or not this person's to see: the two are not told apart.</summary>
public sealed record NoSuchLaunch(string Key) : Refusal
{
    public override string Text => $"There is no launch {Key} that you can see.";
}

public sealed record LaunchExists(string Key) : Refusal
{
    public override string Text =>
        $"Launch {Key} exists already. Ask for an update to bring it to what the package says.";
}

public sealed record NotAnAdministrator : Refusal
{
    public override string Text => "Only an administrator of the portal can create a launch.";
}

/// <summary>Somebody took the last entry of the audit out of the database.</summary>
public sealed record AuditIsBroken(string Key) : Refusal
{
    public override string Text =>
        $"The last entry of the audit of {Key} is missing in the database, so nothing can follow it. Nothing was "
        + "saved. Ask the operator to restore the database from a backup.";
}

/// <summary>Another change held the launch for longer than anybody should wait.</summary>
public sealed record LaunchIsBusy : Refusal
{
    public override string Text => "Somebody else is changing this launch just now. Nothing was saved; try again.";
}

/// <summary>Two did the same at the same moment, and the database let the other one through.</summary>
public sealed record SomebodyWasFaster : Refusal
{
    public override string Text => "Somebody else did this a moment ago. Nothing was saved; look again.";
}

/// <summary>The database was away before anything was committed.</summary>
public sealed record DatabaseIsAway : Refusal
{
    public override string Text =>
        "The portal's database does not answer just now. Nothing was saved; try again in a moment.";
}

/// <summary>The connection was lost between the commit and its answer, and the database has not been back since.
/// The same request, sent again, does nothing twice.</summary>
public sealed record OutcomeNotKnown(Guid Request) : Refusal
{
    public override string Text =>
        "It is not known yet whether this was saved: the database was lost at that very moment. Try again in a "
        + "moment; it is not done twice.";
}

/// <summary>The name of a request stands for what was first done under it, see <see cref="Viewer.Request"/>.</summary>
/// <param name="Before">What that was, for whoever did it; null for everybody else.</param>
public sealed record IdempotencyKeyReused(Outcome.Done? Before) : Refusal
{
    public override string Text =>
        "Something else was saved under the name of this request before. Nothing was saved now: load the page again, "
        + "look at what is there, and send it once more.";
}

/// <summary>More people change this launch at once than can be served.</summary>
public sealed record TooManyAtOnce : Refusal
{
    public override string Text =>
        "Too many changes of this launch wait already. Nothing was saved; try again in a moment.";
}

/// <summary>The facts that somebody was looking at are not the facts that stand.</summary>
public sealed record FactsMoved(long Seen, long Now) : Refusal
{
    public override string Text =>
        $"The facts have changed since you opened this page (change {Seen}, now {Now}). "
        + "Look at them again, then freeze.";
}

/// <summary>What was sent can never be taken, whatever stands in the launch.</summary>
public abstract record NotAcceptable : Refusal;

/// <param name="Character">Which, and where: <c>U+0000 at character 3</c>.</param>
public sealed record CharacterNotKept(string Character) : NotAcceptable
{
    public override string Text => $"A text cannot hold {Character}. Remove it.";
}
