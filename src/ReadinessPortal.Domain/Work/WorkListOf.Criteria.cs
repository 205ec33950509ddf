using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Waivers;

namespace ReadinessPortal.Domain.Work;

// Criteria that one answers for and that are not proven. A failure that is waived asks nothing of its lead today.
public sealed partial record WorkList
{
    private static IEnumerable<WorkLine> Criteria(WorkSources sources, Actor person)
    {
        var (board, readiness) = (sources.Board, sources.Readiness);
        var held = Permissions.RolesHeldBy(person.UserId, board);
        return board.Facts.Criteria.Zip(readiness.Criteria)
            .Where(c => c.Second.Lead is { } lead && held.Contains(lead))
            .Where(c => c.Second.State is not (CriterionState.Passed or CriterionState.Waived))
            .OrderBy(c => c.Second.State)
            .Select(c => CriterionRules.Weigh(c.First, board.Facts, readiness.Drills, board.Waivers, readiness.Today))
            .Select(c => Line(c, sources, person));
    }

    /// <summary>What proves alone today and will be stale on the target date, once that is near; what proves nothing is
    /// work of its own.</summary>
    public static IEnumerable<RerunLine> ToRunAgain(WorkSources sources, Actor person)
    {
        var facts = sources.Board.Facts;
        var held = Permissions.RolesHeldBy(person.UserId, sources.Board);
        return held.IsEmpty || !FreshnessRules.IsColored(ProofTerms.Of(facts.Launch, sources.Readiness.Today)) ? []
            : RerunPlan.Of(facts, sources.Readiness, sources.Board.Holdings).Lines
                .Where(l => l is { Reason: RerunReason.EndsBeforeTarget, IsNeeded: true, Owner: { } owner }
                    && held.Contains(owner));
    }

    private static IEnumerable<WorkLine> Reruns(WorkSources sources, Actor person) =>
        ToRunAgain(sources, person).Select(l => new WorkLine(
            WorkKind.Rerun, new(SubjectKind.Criterion, l.Criteria.First(c => c.IsNeeded).Key),
            $"{l.Title}: {RerunWords.Why(l)}", "Run it again", Due: l.By));

    private static WorkLine Line(WeighedCriterion weighed, WorkSources sources, Actor person)
    {
        var (board, criterion) = (sources.Board, weighed.Criterion);
        var here = new SubjectRef(SubjectKind.Criterion, criterion.Key);
        var at = weighed.Clears?.At ?? here;
        var action = weighed.Clears?.Text ?? "Look at it";
        var text = $"{criterion.Title}: {weighed.Point}";
        if (weighed.Standing.State == CriterionState.Failed
            && WaiverRules.Pending(criterion.Key, board.Waivers) is not null)
        {
            (text, at, action) = ($"{text}; a waiver waits for its answer", here, "Fix it");
        }
        else if (weighed.Standing.State == CriterionState.Disputed && at.Kind == SubjectKind.Drill
            && LogChoiceRules.WhyNotPick(board, at.Key, person) is not null)
        {
            (text, action) = ($"{text}; somebody else picks", "Look at the logs");
        }

        return new(WorkKind.Criterion, at, text, action, Due: criterion.Due,
            IsOverdue: criterion.Due < sources.Readiness.Today);
    }
}
