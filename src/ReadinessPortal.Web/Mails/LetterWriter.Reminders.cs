using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Work;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Mails;

// What a day brings: it is told as it stands when it is sent.
internal sealed partial class LetterWriter
{
    private static Written Condition(LaunchView view, Guid id)
    {
        if (view.Board.StandingConditions().FirstOrDefault(c => c.Id == id) is not { MetAt: null } condition)
        {
            return Written.Over("the condition is met, or does not stand any more");
        }

        var (key, due) = (view.Launch.Key, Format.Day(condition.Due));
        var when = condition.StateOn(view.Day) == ConditionState.Lapsed ? $"has lapsed: it was due {due}"
            : condition.Due == view.Day ? "is due today" : $"is due {due}";
        return new Letter(
            $"{key}: a condition {when}",
            $"A condition {when}",
            [
                condition.Text,
                $"Owner: {condition.Owner}. It was asked for with a sign-off on revision {condition.Revision}.",
                "Once it is met, say so in the portal, and what shows it. Lapsed, it stands against the launch.",
            ],
            null, [],
            [new("Say how it is met", Links.To(key, new(SubjectKind.Condition, $"{id}")))],
            Foot(view));
    }

    private static Written Proof(LaunchView view)
    {
        var sources = new WorkSources(
            view.Board, view.UnderSignature, view.Readiness, view.SinceDecision, view.At);
        var reruns = WorkList.Reruns(sources, view.Me)
            .Select(l => $"{l.Text}{(l.Due is { } by ? $", by {Format.Day(by)}" : "")}").ToList();
        if (reruns.Count == 0)
        {
            return Written.Over("nothing of theirs runs out any more");
        }

        return new Letter(
            $"{view.Launch.Key}: evidence of yours runs out before the target date",
            "What proves today is stale on the target date",
            [$"The launch is on {Format.LongDay(view.Launch.TargetDate)}. Run these again, so that they prove it."],
            "To run again", Capped(reruns),
            [new("Look at the re-run plan", Links.RerunPlan(view.Launch.Key))],
            Foot(view));
    }
}
