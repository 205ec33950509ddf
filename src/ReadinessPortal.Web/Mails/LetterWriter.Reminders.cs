using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Work;
using ReadinessPortal.Web.Mails.Words;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Mails;

// What a day brings: it is told as it stands when it is sent.
internal sealed partial class LetterWriter
{
    private static Written Condition(LaunchView view, Guid id, ILetterWords words)
    {
        if (view.Board.StandingConditions().FirstOrDefault(c => c.Id == id) is not { MetAt: null } condition)
        {
            return Written.Over("the condition is met, or does not stand any more");
        }

        var key = view.Launch.Key;
        var facts = new ConditionFacts(
            key, condition.Revision, condition.Text, condition.Owner, condition.Due, view.Day,
            condition.StateOn(view.Day) == ConditionState.Lapsed);
        return Letter.Of(words.Condition(facts), words,
            [Links.To(key, new(SubjectKind.Condition, $"{id}"))], Foot(view));
    }

    private static Written Proof(LaunchView view, ILetterWords words)
    {
        var sources = new WorkSources(
            view.Board, view.UnderSignature, view.Readiness, view.SinceDecision, view.At);
        var runs = WorkList.ToRunAgain(sources, view.Me)
            .Select(l => new RunFacts(l.Title, l.ValidUntil!.Value, l.By)).ToList();
        return runs.Count == 0 ? Written.Over("nothing of theirs runs out any more")
            : Letter.Of(words.Proof(new(view.Launch.Key, view.Launch.TargetDate, runs)), words,
                [Links.RerunPlan(view.Launch.Key)], Foot(view));
    }
}
