using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Waivers;
using ReadinessPortal.Domain.Work;
using ReadinessPortal.Web.Mails.Words;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Mails;

/// <summary>
/// Writes what a mail says, from the launch as its recipient may see it now. Nothing is asked of anybody that is done,
/// or that they may not do any more, and nobody is told of a launch that is not theirs to see.
/// </summary>
internal sealed partial class LetterWriter(
    LaunchBoards boards, CompareRevisions compare, AccountLetters accounts, IDbContextFactory<PortalDb> databases)
{
    /// <param name="isSent">It goes to its recipient; otherwise somebody reads what it would say, without the link of
    /// an account that only its recipient may have.</param>
    public async Task<Written> WriteAsync(Mail mail, Reader reader, bool isSent, CancellationToken ct)
    {
        if (mail.LaunchId is null)
        {
            return await accounts.WriteAsync(MailThing.Parse(mail.Thing), reader, isSent, ct);
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var key = await db.Set<Launch>().Where(l => l.Id == mail.LaunchId).Select(l => l.Key).FirstAsync(ct);
        if (await boards.ViewAsync(key, reader.Person, ct) is not { } view)
        {
            return Written.Over("the launch is not theirs to see any more");
        }

        var (thing, words) = (MailThing.Parse(mail.Thing), reader.Words);
        return thing.What switch
        {
            MailThing.Turn => await TurnAsync(view, thing.AsTurn(), reader, ct),
            MailThing.Waiver => Waiver(view, thing.AsId(), words),
            MailThing.Change => Change(view, thing.AsId(), words),
            MailThing.Rejected or MailThing.Withdrawn => Setback(view, thing, words),
            MailThing.Decided => Decision(view, thing.AsId(), words),
            MailThing.Soon or MailThing.Today or MailThing.Lapsed => Condition(view, thing.AsId(), words),
            MailThing.Proof => Proof(view, words),
            _ => throw new InvalidOperationException($"Nobody knows what to say of '{mail.Thing}'."),
        };
    }

    private async Task<Written> TurnAsync(
        LaunchView view, (int Revision, string Role) turn, Reader reader, CancellationToken ct)
    {
        var newest = view.Board.NewestRevision!;
        if (newest.Number != turn.Revision)
        {
            return Written.Over($"revision {newest.Number} was frozen since");
        }

        var line = WorkList.Signatures(view.Board, view.UnderSignature, view.Me, view.At)
            .FirstOrDefault(l => l.At.Key == turn.Role);
        if (line is null)
        {
            return Written.Over("it is signed, or not their turn any more");
        }

        var (key, number) = (view.Launch.Key, newest.Number);
        var before = view.Board.SignOffs.LastOrDefault(s => s.UserId == view.Me.UserId && s.Revision < number)
            ?.Revision;
        var changes = before is { } earlier
            ? await compare.RunAsync(key, earlier, number, reader.Person, ct) : null;
        var facts = new TurnFacts(
            key, number, view.UnderSignature!.Facts.Roles.First(r => r.Key == turn.Role).Title,
            WorkList.DeputyOf(view.Board, turn.Role, view.Me), line.Kind == WorkKind.Decide, newest.FrozenBy,
            view.Launch.Day(newest.FrozenAt), newest.Readiness, newest.Proven, newest.Criteria, before, changes ?? []);
        return Letter.Of(reader.Words.Turn(facts), reader.Words,
            [Links.ToWork(key, line), Links.ReportPage(key, number)], Foot(view));
    }

    private static Written Waiver(LaunchView view, Guid id, ILetterWords words)
    {
        if (WaiverRules.WhyNotAnswer(view.Board, id, view.Me) is not null)
        {
            return Written.Over("the waiver is answered, or not theirs to answer any more");
        }

        var waiver = view.Board.Waivers.First(w => w.Id == id);
        var title = view.Board.Facts.Criteria.FirstOrDefault(c => c.Key == waiver.Criterion)?.Title ?? waiver.Criterion;
        var facts = new WaiverFacts(
            view.Launch.Key, waiver.RequestedBy, title, waiver.ExpiresOn, waiver.Reason, waiver.CompensatingControl,
            [.. waiver.Accepts]);
        return Letter.Of(words.Waiver(facts), words,
            [Links.To(view.Launch.Key, new(SubjectKind.Waiver, waiver.Criterion))], Foot(view));
    }

    private static Written Change(LaunchView view, Guid id, ILetterWords words)
    {
        if (GuardedRules.WhyNotAnswer(view.Board, id, view.Me) is not null)
        {
            return Written.Over("the change is answered, or not theirs to answer any more");
        }

        var change = view.Board.GuardedChanges.First(g => g.Id == id);
        var facts = new ChangeFacts(
            view.Launch.Key, change.RequestedBy, change.Summary, change.Reason, [.. change.Loosens]);
        return Letter.Of(words.Change(facts), words, [Links.Page(view.Launch.Key, "changes")], Foot(view));
    }

    private static string Foot(LaunchView view) =>
        $"{view.Launch.Key}, {view.Launch.Title}. {view.Launch.Classification}.";
}
