using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Mails.Words;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Mails;

// What somebody signed, took back or decided: it stays as it was, so that it can be told later too.
internal sealed partial class LetterWriter
{
    private static Written Setback(LaunchView view, MailThing thing, ILetterWords words)
    {
        var signOff = view.Board.SignOffs.First(s => s.Id == thing.AsId());
        var isWithdrawn = thing.What == MailThing.Withdrawn;
        if (!isWithdrawn && !signOff.Stands)
        {
            return Written.Over("the rejection is withdrawn");
        }

        var role = view.Board.Facts.Roles.FirstOrDefault(r => r.Key == signOff.Role)?.Title ?? signOff.Role;
        var (key, number) = (view.Launch.Key, signOff.Revision);
        var facts = new SetbackFacts(
            key, number, role, SignerFacts.Of(signOff), signOff.Decision, isWithdrawn,
            isWithdrawn ? signOff.WithdrawnReason : signOff.Comment);
        return Letter.Of(words.Setback(facts), words,
            [Links.Page(key, "sign-off"), Links.ReportPage(key, number)], Foot(view));
    }

    private static Written Decision(LaunchView view, Guid id, ILetterWords words)
    {
        var decision = view.Board.Decisions.First(d => d.Id == id);
        var record = view.Board.RecordOf(decision.Revision);
        var isFirst = record.Decision!.Id == id;
        if (isFirst && record.IsRevoked)
        {
            return Written.Over("the decision is revoked");
        }

        var (key, number) = (view.Launch.Key, decision.Revision);
        var facts = new DecisionFacts(
            key, number, decision.Proceed, IsRevoked: !isFirst,
            record.Decider is { } decider ? SignerFacts.Of(decider) : null, view.Launch.Day(decision.At),
            decision.Overridden.Length, isFirst ? record.Decider?.Comment : null, decision.OverrideReason,
            isFirst ? [.. record.Promised.Select(c => new PromiseFacts(c.Text, c.Owner, c.Due))] : []);
        return Letter.Of(words.Decision(facts), words, [Links.ReportPage(key, number), Links.Launch(key)], Foot(view));
    }
}
