using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Work;

namespace ReadinessPortal.Application.Mails;

/// <summary>
/// What a day brings that nobody did: conditions that fall due, and evidence that runs out before the target date. A
/// condition is told three times at most, evidence once in a week and not after the target date. See
/// <see cref="MailHours"/> for the working days on which it is told.
/// </summary>
internal static class MailReminders
{
    /// <summary>Days before its due day on which a condition is told of.</summary>
    private const int Ahead = 3;

    public static IReadOnlyList<MailOccasion> Of(WorkSources sources) =>
        LifeRules.IsClosed(sources.Board.Launch.Stage) ? [] : [.. Conditions(sources).Concat(Proofs(sources))];

    private static IEnumerable<MailOccasion> Conditions(WorkSources sources)
    {
        var (board, day) = (sources.Board, sources.Board.Launch.Day(sources.Now));
        var people = BoardPeople.Of(board);
        var near = board.StandingConditions().Where(c => c.MetAt is null && day >= c.Due.AddDays(-Ahead));
        foreach (var condition in near)
        {
            var what = day < condition.Due ? MailThing.Soon : day == condition.Due ? MailThing.Today : MailThing.Lapsed;
            var owners = people.Where(p => Permissions.OwnsCondition(p, board, condition)).ToList();
            // A lapsed one stands against the launch, and one that nobody here owns is the manager's to look after.
            var told = owners.Count == 0 || what == MailThing.Lapsed
                ? owners.Concat(people.Where(p => p.Is(LaunchPart.Manager))).DistinctBy(p => p.UserId)
                : owners;
            foreach (var person in told)
            {
                yield return new(person.UserId, MailKind.Due, MailThing.Of(what, condition.Id));
            }
        }
    }

    private static IEnumerable<MailOccasion> Proofs(WorkSources sources)
    {
        var (launch, today) = (sources.Board.Launch, sources.Readiness.Today);
        return today > launch.TargetDate ? []
            : from person in BoardPeople.Of(sources.Board)
              where WorkList.ToRunAgain(sources, person).Any()
              select new MailOccasion(person.UserId, MailKind.Due, MailThing.OfProof(today));
    }
}
