using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Mails;

// What somebody signed, took back or decided: it stays as it was, so that it can be told later too.
internal sealed partial class LetterWriter
{
    private static Written Setback(LaunchView view, MailThing thing)
    {
        var signOff = view.Board.SignOffs.First(s => s.Id == thing.AsId());
        var isWithdrawn = thing.What == MailThing.Withdrawn;
        if (!isWithdrawn && !signOff.Stands)
        {
            return Written.Over("the rejection is withdrawn");
        }

        var role = view.Board.Facts.Roles.FirstOrDefault(r => r.Key == signOff.Role)?.Title ?? signOff.Role;
        var (key, number) = (view.Launch.Key, signOff.Revision);
        return new Letter(
            isWithdrawn ? $"{key}: the sign-off of {role} on revision {number} is withdrawn"
                : $"{key}: {role} rejected revision {number}",
            isWithdrawn ? $"{role} withdrew the sign-off on revision {number}"
                : $"{role} rejected revision {number}",
            [
                isWithdrawn
                    ? $"{signOff.PrintedName} had signed: {Format.Word(signOff.Decision)}."
                    : $"{signOff.PrintedName} signed as {role}: reject.",
                $"Reason: {(isWithdrawn ? signOff.WithdrawnReason : signOff.Comment)}",
                "The other signatures stay as they are.",
            ],
            null, [],
            [
                new("See who signed what", Links.Page(key, "sign-off")),
                new($"Report of revision {number}", Links.ReportPage(key, number)),
            ],
            Foot(view));
    }

    private static Written Decision(LaunchView view, Guid id)
    {
        var decision = view.Board.Decisions.First(d => d.Id == id);
        var record = view.Board.RecordOf(decision.Revision);
        var isFirst = record.Decision!.Id == id;
        if (isFirst && record.IsRevoked)
        {
            return Written.Over("the decision is revoked");
        }

        var (key, number) = (view.Launch.Key, decision.Revision);
        var conditions = isFirst ? record.Promised.ToList() : [];
        var word = !isFirst ? "YES is revoked" : !decision.Proceed ? "NO"
            : conditions.Count == 0 ? "YES" : $"YES, with {Counted.Of(conditions.Count, "condition")}";
        var who = record.Decider?.PrintedName ?? "The accountable executive";
        return new Letter(
            $"{key}: {word} on revision {number}",
            isFirst ? $"{key} is decided: {word}" : $"The YES on revision {number} is revoked",
            [
                isFirst ? $"{DecisionLine.Of(record, view.Launch.Day(decision.At)).Sentence}."
                    : $"{who} took the YES on revision {number} back on {Format.Day(view.Launch.Day(decision.At))}.",
                .. Said(decision, record, isFirst),
            ],
            conditions.Count > 0 ? "Conditions" : null,
            Capped([.. conditions.Select(c => $"{c.Text} ({c.Owner}, due {Format.Day(c.Due)})")]),
            [
                new($"Report of revision {number}", Links.ReportPage(key, number)),
                new("Open the launch", Links.Launch(key)),
            ],
            Foot(view));
    }

    private static IEnumerable<string> Said(FinalDecision decision, DecisionRecord record, bool isFirst)
    {
        if (isFirst && record.Decider?.Comment is { } comment)
        {
            yield return $"{record.Decider.Name}: {comment}";
        }

        if (decision.OverrideReason is { } reason)
        {
            yield return decision.Overridden.IsEmpty ? $"Reason: {reason}"
                : $"It overrides {Counted.Of(decision.Overridden.Length, "point")}. Reason: {reason}";
        }
    }
}
