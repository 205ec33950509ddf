using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Waivers;
using ReadinessPortal.Domain.Work;

namespace ReadinessPortal.Application.Mails;

/// <summary>Somebody has to be told something.</summary>
internal sealed record MailOccasion(Guid UserId, MailKind Kind, MailThing Thing);

/// <summary>
/// Who has to be told what of a change. Every occasion is asked of the rule that the act itself asks: nobody is called
/// to what would be refused.
/// </summary>
/// <param name="before">As the launch was under the lock.</param>
/// <param name="after">As the change leaves it.</param>
/// <param name="frozen">Content of the newest revision then, or null while nothing is frozen.</param>
/// <param name="by">Who made the change, and is told nothing of it but that it is their turn.</param>
internal sealed class MailOccasions(
    LaunchBoard before, LaunchBoard after, RevisionContent? frozen, Guid by, DateTimeOffset now)
{
    private readonly IReadOnlyList<Actor> _people = BoardPeople.Of(after);

    public IReadOnlyList<MailOccasion> All() =>
    [
        .. Turns().Concat(SecondPersons()).Concat(Setbacks()).Concat(Decisions()).Distinct(),
    ];

    // Of everybody whose turn it is, not only by this change: the same turn is told once.
    private IEnumerable<MailOccasion> Turns() =>
        from person in _people
        from line in WorkList.Signatures(after, frozen, person, now)
        select new MailOccasion(
            person.UserId, MailKind.YourTurn, MailThing.OfTurn(after.NewestRevision!.Number, line.At.Key));

    private IEnumerable<MailOccasion> SecondPersons()
    {
        var waivers = after.Waivers.Where(w => before.Waivers.All(b => b.Id != w.Id)).SelectMany(w => Told(
            _people.Where(p => WaiverRules.WhyNotAnswer(after, w.Id, p) is null),
            MailKind.SecondPerson, MailThing.Of(MailThing.Waiver, w.Id)));
        var asked = after.GuardedChanges.Where(g => before.GuardedChanges.All(b => b.Id != g.Id));
        var changes = asked.SelectMany(g => Told(
            _people.Where(p => GuardedRules.WhyNotAnswer(after, g.Id, p) is null),
            MailKind.SecondPerson, MailThing.Of(MailThing.Change, g.Id)));
        return waivers.Concat(changes);
    }

    // A final NO is a decision, and told as one.
    private IEnumerable<MailOccasion> Setbacks()
    {
        var rejected = after.SignOffs.Where(s => s.Decision == SignOffDecision.Reject
            && after.Decisions.All(d => d.SignOffId != s.Id) && before.SignOffs.All(b => b.Id != s.Id));
        var withdrawn = after.SignOffs.Where(s => !s.Stands && before.SignOffs.Any(b => b.Id == s.Id && b.Stands));
        return rejected.SelectMany(s => Told(Concerned(s), MailKind.Setback, MailThing.Of(MailThing.Rejected, s.Id)))
            .Concat(withdrawn.SelectMany(s =>
                Told(Concerned(s), MailKind.Setback, MailThing.Of(MailThing.Withdrawn, s.Id))));
    }

    private IEnumerable<Actor> Concerned(SignOff signOff)
    {
        var signed = after.SignOffs.Where(s => s.Revision == signOff.Revision && s.Stands).Select(s => s.UserId)
            .ToHashSet();
        return _people.Where(p => p.Is(LaunchPart.Manager) || signed.Contains(p.UserId));
    }

    // The decision, and a YES that is revoked; that a YES was confirmed changes nothing.
    private IEnumerable<MailOccasion> Decisions() => after.Decisions
        .Where(d => before.Decisions.All(b => b.Id != d.Id)
            && (!d.Proceed || after.RecordOf(d.Revision).Decision?.Id == d.Id))
        .SelectMany(d => Told(_people, MailKind.Decision, MailThing.Of(MailThing.Decided, d.Id)));

    private IEnumerable<MailOccasion> Told(IEnumerable<Actor> people, MailKind kind, MailThing thing) =>
        people.Where(p => p.UserId != by).Select(p => new MailOccasion(p.UserId, kind, thing));
}
