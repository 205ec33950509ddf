using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Mails;

/// <summary>
/// An administrator has a mail sent that was not, or that did not arrive. It is another message then: mail systems do
/// not take it for the one before. What it asks for may be done by now; then it is not sent.
/// </summary>
public sealed class SendMailAgain(
    WritingDbs databases, IAdministrators administrators, MailTerms terms, OutgoingMail queue, TimeProvider time)
{
    internal const string Action = "MailSentAgain";

    /// <summary>Whether it can be, whoever asks.</summary>
    public static Refusal? WhyNot(Mail mail, MailTerms terms) =>
        !terms.IsSent ? new NoMailServer()
        : mail.State is MailState.Waiting or MailState.Sending ? new MailIsOnItsWay()
        : null;

    public async Task<Outcome> RunAsync(Guid id, Viewer viewer, CancellationToken ct = default)
    {
        await using var db = databases.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (ListMails.WhyNot(viewer) is { } notYours)
        {
            return new Outcome.Refused(notYours);
        }

        if (!await administrators.IsAsync(db, viewer.UserId, ct))
        {
            return new Outcome.Refused(new MailsAreNotYours());
        }

        var mail = await db.Set<Mail>().FromSql($"select * from mails where id = {id} for update")
            .FirstOrDefaultAsync(ct);
        if (mail is null)
        {
            return new Outcome.Refused(new NoSuchMail());
        }

        if (WhyNot(mail, terms) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        var now = time.GetUtcNow().ToMicroseconds();
        await db.Database.ExecuteSqlAsync($"""
            update mails set state = 'Waiting', due_at = {now}, why = null, lease_until = null, attempts = 0,
                round = round + 1, is_digest = false, batch = null
            where id = {id}
            """, ct);
        var launch = await db.Set<Launch>().FirstOrDefaultAsync(l => l.Id == mail.LaunchId, ct);
        var entry = launch is null
            ? new AuditEntry(Action, new SubjectRef(SubjectKind.User, $"{mail.UserId}"),
                $"A mail about an account sent again ({MailThing.Parse(mail.Thing).What})")
            : new AuditEntry(Action, new SubjectRef(SubjectKind.Launch, launch.Key),
                $"A mail of {launch.Key} sent again ({Format.Word(mail.Kind)})");
        await SiteAudit.AppendAsync(db, entry, viewer, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        queue.Wake();
        return new Outcome.Done(launch?.ChangeNumber ?? 0, id.ToString());
    }
}
