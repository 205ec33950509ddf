using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Members;

/// <summary>Somebody who has no account yet.</summary>
/// <param name="UserName">What they are to sign in with.</param>
/// <param name="Name">As signatures and the audit show it.</param>
/// <param name="Mail">Null where they have none.</param>
public sealed record Colleague(string UserName, string Name, string? Mail);

/// <summary>An account that was made, or why not.</summary>
/// <param name="Link">Address of the link by which its person comes in, on this portal; null where it goes by
/// mail.</param>
/// <param name="MailedTo">Where it goes by mail.</param>
public sealed record MadeAccount(Refusal? Refusal, Guid Id, string Name, string? Link, string? MailedTo)
{
    /// <summary>Nothing was made.</summary>
    public static MadeAccount Refused(Refusal why) => new(why, Guid.Empty, "", null, null);
}

/// <summary>Makes accounts, in the transaction of what asks for them. Answered by whoever keeps the accounts.</summary>
public interface IColleagues
{
    /// <param name="db">The change's own connection: both are there, or neither.</param>
    Task<MadeAccount> MakeAsync(DbContext db, Colleague who, DateTimeOffset now, CancellationToken ct);
}

/// <summary>What became of an invitation.</summary>
/// <param name="Made">Null where nobody was invited.</param>
public sealed record InvitedColleague(Outcome Outcome, MadeAccount? Made);

/// <summary>
/// Somebody of a launch invites a colleague who has no account: the account, and its part in the launch, at once. A
/// lead invites to read; with another part it is the launch manager who lets people in.
/// </summary>
public sealed class InviteColleague(LaunchChanges launches, IColleagues colleagues, OutgoingMail mails)
{
    internal const string Invited = "ColleagueInvited";

    public async Task<InvitedColleague> RunAsync(
        string key, Colleague who, LaunchPart part, Viewer viewer, CancellationToken ct = default)
    {
        MadeAccount? made = null;
        var outcome = await launches.RunAsync(
            key, viewer, LaunchAction.InviteColleague.Of(Invited, who, part), async change =>
            {
                made = null;
                var subject = new SubjectRef(SubjectKind.Launch, key);
                if (MemberRules.WhyNotInvite(change.Board, part, change.Actor) is { } refusal)
                {
                    return await change.RefuseAsync(refusal, Invited, subject, ct);
                }

                var account = await colleagues.MakeAsync(change.Db, who, change.Now, ct);
                if (account.Refusal is { } why)
                {
                    return await change.RefuseAsync(why, Invited, subject, ct);
                }

                await SiteAudit.AppendAsync(change.Db, new AuditEntry("UserInvited",
                    new SubjectRef(SubjectKind.User, who.UserName.Trim()),
                    $"{account.Name} is invited, to {key}"), viewer, change.Now, ct);
                change.Add(new Member
                {
                    LaunchId = change.LaunchId, UserId = account.Id, Name = account.Name, Part = part,
                });
                made = account;
                return await change.CommitAsync(
                    new AuditEntry(Invited, subject, $"{account.Name} invited as {Format.Word(part)}"), ct);
            }, ct);
        if (outcome is not Outcome.Done)
        {
            return new(outcome, null);
        }

        if (made?.MailedTo is not null)
        {
            mails.Wake();
        }

        return new(outcome, made);
    }
}
