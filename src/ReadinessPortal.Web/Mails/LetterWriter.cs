using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Waivers;
using ReadinessPortal.Domain.Work;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Mails;

/// <summary>
/// Writes what a mail says, from the launch as its recipient may see it now. Nothing is asked of anybody that is done,
/// or that they may not do any more, and nobody is told of a launch that is not theirs to see.
/// </summary>
internal sealed partial class LetterWriter(
    LaunchBoards boards, CompareRevisions compare, AccountLetters accounts, IDbContextFactory<PortalDb> databases)
{
    /// <summary>Most lines of a list; the rest is counted, and stands on the page.</summary>
    private const int MostLines = 12;

    /// <param name="isSent">It goes to its recipient; otherwise somebody reads what it would say, without the link of
    /// an account that only its recipient may have.</param>
    public async Task<Written> WriteAsync(Mail mail, Viewer recipient, bool isSent, CancellationToken ct)
    {
        if (mail.LaunchId is null)
        {
            return await accounts.WriteAsync(MailThing.Parse(mail.Thing), recipient.UserId, isSent, ct);
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var key = await db.Set<Launch>().Where(l => l.Id == mail.LaunchId).Select(l => l.Key).FirstAsync(ct);
        if (await boards.ViewAsync(key, recipient, ct) is not { } view)
        {
            return Written.Over("the launch is not theirs to see any more");
        }

        var thing = MailThing.Parse(mail.Thing);
        return thing.What switch
        {
            MailThing.Turn => await TurnAsync(view, thing.AsTurn(), recipient, ct),
            MailThing.Waiver => Waiver(view, thing.AsId()),
            MailThing.Change => Change(view, thing.AsId()),
            MailThing.Rejected or MailThing.Withdrawn => Setback(view, thing),
            MailThing.Decided => Decision(view, thing.AsId()),
            MailThing.Soon or MailThing.Today or MailThing.Lapsed => Condition(view, thing.AsId()),
            MailThing.Proof => Proof(view),
            _ => throw new InvalidOperationException($"Nobody knows what to say of '{mail.Thing}'."),
        };
    }

    private async Task<Written> TurnAsync(
        LaunchView view, (int Revision, string Role) turn, Viewer recipient, CancellationToken ct)
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
        var before = view.Board.SignOffs.LastOrDefault(s => s.UserId == recipient.UserId && s.Revision < number);
        var (decides, again) = (line.Kind == WorkKind.Decide, before is not null);
        var frozen = $"Revision {number} was frozen by {newest.FrozenBy} on "
            + $"{Format.Day(view.Launch.Day(newest.FrozenAt))}. It says {newest.ReadinessInWords}.";
        return new Letter(
            $"{key}: revision {number} waits for your {(decides ? "final decision" : "sign-off")}"
                + (again ? ", again" : ""),
            again ? $"Your turn again: revision {number} is newer than the one you signed"
                : decides ? "Your final decision is asked for" : "It is your turn to sign",
            [
                $"{line.Text}.",
                frozen,
                .. again ? [$"You signed revision {before!.Revision}. A signature holds for its own revision only."]
                    : Array.Empty<string>(),
                "You sign in the portal, where you read what you sign. This mail cannot do it for you.",
            ],
            again ? $"What changed since revision {before!.Revision}" : null,
            again ? await ChangedAsync(key, before!.Revision, number, recipient, ct) : [],
            [
                new(decides ? $"Decide on revision {number}" : $"Read and sign revision {number}",
                    Links.ToWork(key, line)),
                new($"Report of revision {number}", Links.ReportPage(key, number)),
            ],
            Foot(view));
    }

    private async Task<IReadOnlyList<string>> ChangedAsync(
        string key, int from, int to, Viewer recipient, CancellationToken ct) =>
        await compare.RunAsync(key, from, to, recipient, ct) is { Count: > 0 } lines ? Capped(lines)
            : ["Nothing: both say the same."];

    private static Written Waiver(LaunchView view, Guid id)
    {
        if (WaiverRules.WhyNotAnswer(view.Board, id, view.Me) is not null)
        {
            return Written.Over("the waiver is answered, or not theirs to answer any more");
        }

        var waiver = view.Board.Waivers.First(w => w.Id == id);
        var title = view.Board.Facts.Criteria.FirstOrDefault(c => c.Key == waiver.Criterion)?.Title ?? waiver.Criterion;
        return new Letter(
            $"{view.Launch.Key}: {waiver.RequestedBy} asks for a waiver of {title}",
            $"A waiver of {title} waits for a second person",
            [
                $"{waiver.RequestedBy} asks that it be waived until {Format.Day(waiver.ExpiresOn)}.",
                $"Reason: {waiver.Reason}",
                $"Compensating control: {waiver.CompensatingControl}",
                "You may approve or decline it, and so may others who do not answer for the criterion.",
            ],
            waiver.Accepts.IsEmpty ? null : "What it would accept", Capped(waiver.Accepts.ToList()),
            [new("Answer the waiver", Links.To(view.Launch.Key, new(SubjectKind.Waiver, waiver.Criterion)))],
            Foot(view));
    }

    private static Written Change(LaunchView view, Guid id)
    {
        if (GuardedRules.WhyNotAnswer(view.Board, id, view.Me) is not null)
        {
            return Written.Over("the change is answered, or not theirs to answer any more");
        }

        var change = view.Board.GuardedChanges.First(g => g.Id == id);
        return new Letter(
            $"{view.Launch.Key}: {change.RequestedBy} requests approval of a change",
            "A change of a frozen launch waits for a second person",
            [
                $"{change.RequestedBy} asks: {change.Summary}.",
                $"Reason: {change.Reason}",
                "Nothing is changed before somebody who does not answer for it approves.",
            ],
            "What it would improve", Capped(change.Loosens.ToList()),
            [new("Look at the change", Links.Page(view.Launch.Key, "changes"))],
            Foot(view));
    }

    private static List<string> Capped(IReadOnlyList<string> lines) => lines.Count <= MostLines
        ? [.. lines]
        : [.. lines.Take(MostLines), $"and {lines.Count - MostLines} more, which the portal lists"];

    private static string Foot(LaunchView view) =>
        $"{view.Launch.Key}, {view.Launch.Title}. {view.Launch.Classification}.";
}
