using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Domain.Work;

// Every line is asked of the rule that the act itself asks: nothing is listed that would be refused.
public sealed partial record WorkList
{
    /// <summary>What is overdue first, then by kind and day.</summary>
    public static IComparer<WorkLine> Order { get; } = Comparer<WorkLine>.Create((a, b) => Rank(a).CompareTo(Rank(b)));

    private static (bool, WorkKind, DateOnly) Rank(WorkLine line) =>
        (!line.IsOverdue, line.Kind, line.Due ?? DateOnly.MaxValue);

    /// <summary>What waits for this person, and nothing that only waits for somebody else.</summary>
    public static WorkList Of(WorkSources sources, Actor person)
    {
        var board = sources.Board;
        if (person.Parts.IsEmpty || LifeRules.IsClosed(board.Launch.Stage))
        {
            return new([], null);
        }

        var lines = Review(sources, person)
            .Concat(Signatures(sources.Board, sources.Frozen, person, sources.Now))
            .Concat(Waivers(board, person))
            .Concat(GuardedChanges(board, person))
            .Concat(Drills(sources, person))
            .Concat(Conditions(sources, person))
            .Concat(Findings(sources, person))
            .Concat(Criteria(sources, person))
            .Concat(Reruns(sources, person))
            .Concat(Freeze(board, person));
        return new([.. lines.Select(l => InZone(board.Launch, l)).OrderBy(l => l, Order)], LaterFor(sources, person));
    }

    /// <summary>Until when lists of a launch hold if no fact changes; null means for good.</summary>
    public static DateTimeOffset? ValidUntil(WorkSources sources)
    {
        var (board, day) = (sources.Board, sources.Board.Launch.Day(sources.Now));
        // Deputies and promises end by the real day, whatever day the launch takes for today.
        var ends = board.Holdings.Any(h => h.DeputyUntil >= day)
            || board.Conditions.Any(c => c.DroppedAt is null && c.StateOn(day) == ConditionState.Open);
        return sources.Readiness.ValidUntil ?? (ends ? board.Launch.NextDay(sources.Now) : null);
    }

    private static IEnumerable<WorkLine> Review(WorkSources sources, Actor person)
    {
        if (sources.Since is { IsOpen: true, Record: var record } && record.Decider?.UserId == person.UserId)
        {
            yield return new(WorkKind.Review, new(SubjectKind.Revision, $"{record.Revision}"),
                $"Your answer on what got worse since you decided on revision {record.Revision}", "Confirm or revoke");
        }
    }

    private static IEnumerable<WorkLine> Waivers(LaunchBoard board, Actor person) => board.Waivers
        .Where(w => WaiverRules.WhyNotAnswer(board, w.Id, person) is null)
        .Select(w => new WorkLine(WorkKind.Waiver, new(SubjectKind.Waiver, w.Criterion),
            $"{w.RequestedBy} asks for a waiver of {TitleOf(board, w.Criterion)}", "Answer", w.RequestedAt));

    private static IEnumerable<WorkLine> GuardedChanges(LaunchBoard board, Actor person) => board.GuardedChanges
        .Where(g => GuardedRules.WhyNotAnswer(board, g.Id, person) is null)
        .Select(g => new WorkLine(WorkKind.Guarded, new(SubjectKind.Launch, board.Launch.Key),
            $"{g.RequestedBy} asks a second person to approve: {g.Summary}", "Answer", g.RequestedAt));

    private static IEnumerable<WorkLine> Drills(WorkSources sources, Actor person) =>
        from drill in sources.Board.Facts.Drills
        where sources.Readiness.Drills.Any(d => d.Key == drill.Key && d.Disputed)
            && LogChoiceRules.WhyNotPick(sources.Board, drill.Key, person) is null
            && IsFirstFor(person, sources.Board,
                manager => LogChoiceRules.WhyNotPick(sources.Board, drill.Key, manager) is null)
        select new WorkLine(
            WorkKind.Drill, new(SubjectKind.Drill, drill.Key), $"The logs of {drill.Title} disagree",
            "Resolve conflicting logs");

    // Executives may settle what a manager settles; it waits for them where no manager can.
    private static bool IsFirstFor(Actor person, LaunchBoard board, Func<Actor, bool> may) =>
        person.Is(LaunchPart.Manager)
        || !board.Members.Any(m => m is { Part: LaunchPart.Manager, RemovedAt: null }
            && may(new Actor(m.UserId, m.Name, [m.Part], false)));

    // The manager looks after those whose owner is nobody here.
    private static IEnumerable<WorkLine> Conditions(WorkSources sources, Actor person)
    {
        var (board, day) = (sources.Board, sources.Board.Launch.Day(sources.Now));
        return
            from condition in board.StandingConditions()
            where ConditionRules.WhyNotMeet(board, condition.Id, person) is null
                && (Permissions.OwnsCondition(person, board, condition) || !IsOwned(board, condition))
            let lapsed = condition.StateOn(day) == ConditionState.Lapsed
            select new WorkLine(
                WorkKind.Condition, new(SubjectKind.Condition, $"{condition.Id}"), $"Condition: {condition.Text}",
                "Say how it is met", Due: condition.Due, IsOverdue: lapsed);
    }

    private static bool IsOwned(LaunchBoard board, Condition condition) => board.Holdings.Any(h =>
        h is { HolderId: { } id, Holder: { } name }
        && Permissions.OwnsCondition(new Actor(id, name, [], false), board, condition));

    private static IEnumerable<WorkLine> Findings(WorkSources sources, Actor person)
    {
        var high = sources.Readiness.Findings
            .Where(f => f is { Severity: FindingSeverity.High, Status: FindingStatus.Open }).ToList();
        // An executive may, and nobody waits for one to.
        if (high.Count > 0 && person.Is(LaunchPart.Manager)
            && AcceptanceRules.WhyNotAccept(sources.Board, person) is null)
        {
            yield return new(WorkKind.Findings, new(SubjectKind.Claim, high[0].Claim),
                high.Count == 1 ? high[0].Text
                    : $"{Counted.Capital(Counted.Word(high.Count))} findings of high severity are open",
                "Correct or accept");
        }
    }

    private static IEnumerable<WorkLine> Freeze(LaunchBoard board, Actor person)
    {
        var newest = board.NewestRevision;
        var moved = newest is null ? 0 : board.Launch.FactsNumber - newest.FactsNumber;
        // What got worse after a YES is the decider's to look at.
        var isDone = newest is not null && board.StandingYes()?.Revision == newest.Number;
        if (!isDone && (newest is null || moved > 0) && SigningRules.WhyNotFreeze(board, person) is null)
        {
            yield return new(WorkKind.Freeze, new(SubjectKind.Launch, board.Launch.Key),
                newest is null ? "No revision is frozen, so nobody can sign"
                    : $"{Counted.Capital(Counted.Of((int)moved, "change"))} since revision {newest.Number} was frozen",
                "Freeze a revision");
        }
    }

    // So that whoever shows the day needs no launch.
    private static WorkLine InZone(Launch launch, WorkLine line) =>
        line.Since is { } since ? line with { Since = since.ToOffset(launch.Offset(since)) } : line;

    private static string TitleOf(LaunchBoard board, string criterion) =>
        board.Facts.Criteria.FirstOrDefault(c => c.Key == criterion)?.Title ?? criterion;
}
