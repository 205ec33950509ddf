using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Mails;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.Accounts;

/// <summary>What became of an act on an account: refused, or done.</summary>
/// <param name="Link">Address of a link that was made, on this portal, for somebody to hand over.</param>
/// <param name="MailedTo">Where a mail with a link goes instead.</param>
internal readonly record struct AccountOutcome(Refusal? Refusal, string? Link = null, string? MailedTo = null);

/// <summary>
/// What administrators do with accounts: each act and its entry in the portal's audit are there together, and open
/// pages of the person follow at once. None of them gives a right in a launch.
/// </summary>
internal sealed class Accounts(
    ILookupNormalizer normalizer, SiteAudit audit, MailTerms terms, OutgoingMail mails,
    LastAdministratorGuard administrators, ProviderGifts gifts)
{
    /// <summary>Makes an account without a way in, and the link by which its person gets one: by mail where the portal
    /// sends any and an address is given.</summary>
    public async Task<AccountOutcome> InviteAsync(
        string userName, string name, string? mail, Viewer by, CancellationToken ct = default) =>
        Woken(await audit.RecordingAsync<AccountOutcome>(async (transaction, now) =>
        {
            if (WhyNot(by) is { } refusal)
            {
                return (new(refusal), null);
            }

            var (outcome, user) = await MakeAsync(transaction, userName, name, mail, now, ct);
            return (outcome, user is null ? null : Entry("UserInvited", user, "is invited"));
        }, by, ct));

    /// <summary>The same in a transaction of somebody's, who records it and has asked whether it may be done.</summary>
    /// <returns>No user where it was refused; then nothing was written.</returns>
    public async Task<(AccountOutcome Outcome, PortalUser? User)> MakeAsync(
        DbTransaction transaction, string userName, string name, string? mail, DateTimeOffset now,
        CancellationToken ct)
    {
        await using var db = IdentityDb.In(transaction);
        var user = Fresh(userName, name, mail, normalizer);
        if ((AccountRules.WhyNot(user.UserName!, user.Name, WhyNotMail(user.Email))
            ?? (await db.Users.AnyAsync(u => u.NormalizedUserName == user.NormalizedUserName, ct)
                ? new UserNameIsTaken(user.UserName!) : null)) is { } refusal)
        {
            return (new(refusal), null);
        }

        db.Add(user);
        await db.SaveChangesAsync(ct);
        var outcome = await LinkAsync(
            db, user, LinkPurpose.Invite, AccountLink.Lasts(LinkPurpose.Invite), now, isByHand: false);
        await db.SaveChangesAsync(ct);
        return (outcome, user);
    }

    /// <summary>A link by which the person chooses another password; the present one works until then.</summary>
    /// <param name="lasts">Null for as long as one that is sent works.</param>
    /// <param name="isByHand">Whoever asks hands it over, although it could be mailed.</param>
    public async Task<AccountOutcome> ResetAsync(
        Guid id, Viewer by, TimeSpan? lasts = null, bool isByHand = true, CancellationToken ct = default) =>
        Woken(await ChangeAsync(id, by, async (db, user, now) =>
        {
            var isJoined = await db.Joined.AnyAsync(u => u.Id == user.Id, ct);
            var purpose = isJoined ? LinkPurpose.Reset : LinkPurpose.Invite;
            if (user.DisabledAt is not null)
            {
                return (new(new AccountIsDisabled(user.Name)), null);
            }

            var outcome = await LinkAsync(db, user, purpose, lasts ?? AccountLink.Lasts(purpose), now, isByHand);
            return (outcome, Entry("ResetLinkMade", user, "may choose another password, by a link"));
        }, ct));

    /// <summary>Nobody can sign in with it any more, and whoever is signed in is out. Links to it end.</summary>
    public Task<AccountOutcome> DisableAsync(Guid id, Viewer by, CancellationToken ct = default) =>
        ChangeAsync(id, by, async (db, user, now) =>
        {
            if (user.DisabledAt is not null)
            {
                return (new(null), null);
            }

            if (user.Id == by.UserId)
            {
                return (new(new NotOneself()), null);
            }

            if (by != Viewer.System && user.IsAdministrator
                && !await administrators.IsAnybodyElseAsync(db, user.Id, ct))
            {
                return (new(new LastAdministrator()), null);
            }

            user.DisabledAt = now;
            user.SecurityStamp = Stamp();
            await db.Links.Where(l => l.UserId == user.Id && l.UsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), ct);
            await db.Sessions.Where(s => s.UserId == user.Id).ExecuteDeleteAsync(ct);
            return (new(null), Entry("UserDisabled", user, "cannot sign in any more"));
        }, ct);

    /// <summary>They can sign in again, with the password they had; roles do not come back by themselves.</summary>
    public Task<AccountOutcome> EnableAsync(Guid id, Viewer by, CancellationToken ct = default) =>
        ChangeAsync(id, by, (_, user, _) =>
        {
            var was = user.DisabledAt;
            user.DisabledAt = null;
            return Task.FromResult<(AccountOutcome, AuditEntry?)>(
                (new(null), was is null ? null : Entry("UserEnabled", user, "may sign in again")));
        }, ct);

    /// <summary>Forgets the authenticator app and the passkeys of the person, who lost the device: the password is
    /// left.</summary>
    public Task<AccountOutcome> ForgetDevicesAsync(Guid id, Viewer by, CancellationToken ct = default) =>
        ChangeAsync(id, by, async (db, user, _) =>
        {
            if (user.Id == by.UserId)
            {
                return (new(new NotOnesOwnDevices()), null);
            }

            var forgotten = await db.SecondFactors.Where(f => f.UserId == id).ExecuteDeleteAsync(ct)
                + await db.UserPasskeys.Where(p => p.UserId == id).ExecuteDeleteAsync(ct);
            if (forgotten == 0)
            {
                return (new(new NoDevices(user.Name)), null);
            }

            user.SecurityStamp = Stamp();
            await db.Sessions.Where(s => s.UserId == user.Id).ExecuteDeleteAsync(ct);
            return (new(null), Entry("DevicesForgotten", user, "has no authenticator app and no passkey any more"));
        }, ct);

    /// <summary>The provider does not know the person any more, who may have come in to the wrong account by it. What
    /// is signed in by it is out, and what it gave is taken.</summary>
    public async Task<AccountOutcome> UnlinkAsync(
        Guid id, IdentityProvider provider, Viewer by, CancellationToken ct = default)
    {
        var outcome = await ChangeAsync(id, by, async (db, user, _) =>
        {
            if (user.Id == by.UserId)
            {
                return (new(new NotOnesOwnProvider()), null);
            }

            if (await db.UserLogins.Where(l => l.UserId == id && l.LoginProvider == provider.Key)
                .ExecuteDeleteAsync(ct) == 0)
            {
                return (new(new ProviderIsNotLinked(user.Name, provider.Title)), null);
            }

            if (user.IsAdministrator && !await administrators.IsAnybodyElseAsync(db, user.Id, ct))
            {
                return (new(new LastAdministrator()), null); // and nothing of it stays
            }

            await ProviderGifts.TakeRightAsync(db, user, provider.Key, ct);
            user.SecurityStamp = Stamp();
            await db.Sessions.Where(s => s.UserId == user.Id).ExecuteDeleteAsync(ct);
            return (new(null), Entry("ProviderUnlinked", user, $"is unlinked from {provider.Title}"));
        }, ct);
        if (outcome.Refusal is null)
        {
            await gifts.TakePartsAsync(id, provider, ct);
        }

        return outcome;
    }

    /// <summary>Ends every sign-in of the person.</summary>
    public Task<AccountOutcome> EndSessionsAsync(Guid id, Viewer by, CancellationToken ct = default) =>
        ChangeAsync(id, by, async (db, user, _) =>
        {
            user.SecurityStamp = Stamp();
            await db.Sessions.Where(s => s.UserId == user.Id).ExecuteDeleteAsync(ct);
            return (new(null), Entry("SessionsEnded", user, "is signed out everywhere"));
        }, ct);

    /// <summary>Why somebody does not look after accounts; null when they do.</summary>
    public static Refusal? WhyNot(Viewer by) =>
        by.IsAdministrator || by == Viewer.System ? null : new AccountsAreForAdministrators();

    private static MailIsNone? WhyNotMail(string? mail) =>
        mail is null || MailAddresses.Read(mail) is not null ? null : new MailIsNone();

    /// <summary>An account that is not saved yet, and has no password.</summary>
    internal static PortalUser Fresh(string userName, string name, string? mail, ILookupNormalizer normalizer)
    {
        var (signsInAs, address) = (userName.Trim(), string.IsNullOrWhiteSpace(mail) ? null : mail.Trim());
        return new PortalUser
        {
            Id = Guid.CreateVersion7(),
            UserName = signsInAs,
            NormalizedUserName = normalizer.NormalizeName(signsInAs),
            Name = name.Trim(),
            Email = address,
            NormalizedEmail = normalizer.NormalizeEmail(address),
            SecurityStamp = Stamp(),
        };
    }

    /// <summary>Whether a link can go to the person by mail.</summary>
    public bool MaySend(PortalUser user) => terms.IsSent && MailAddresses.Read(user.Email) is not null;

    private async Task<AccountOutcome> LinkAsync(
        IdentityDb db, PortalUser user, LinkPurpose purpose, TimeSpan lasts, DateTimeOffset now, bool isByHand)
    {
        if (isByHand || !MaySend(user))
        {
            return new(null, await AccountLinks.AddAsync(db, purpose, user, now + lasts, now));
        }

        await OutgoingMail.TellOfAccountAsync(
            db, user.Id, purpose == LinkPurpose.Invite ? MailThing.Invited : MailThing.Reset, now);
        return new(null, MailedTo: user.Email);
    }

    // What is committed is due.
    private AccountOutcome Woken(AccountOutcome outcome)
    {
        if (outcome.MailedTo is not null)
        {
            mails.Wake();
        }

        return outcome;
    }

    private Task<AccountOutcome> ChangeAsync(
        Guid id, Viewer by,
        Func<IdentityDb, PortalUser, DateTimeOffset, Task<(AccountOutcome, AuditEntry?)>> change,
        CancellationToken ct) =>
        audit.RecordingAsync<AccountOutcome>(async (transaction, now) =>
        {
            if (WhyNot(by) is { } refusal)
            {
                return (new(refusal), null);
            }

            await using var db = IdentityDb.In(transaction);
            if (await db.Users.FromSql($"select * from identity.users where id = {id} for update")
                .SingleOrDefaultAsync(ct) is not { } user)
            {
                return (new(new NoSuchAccount()), null);
            }

            var done = await change(db, user, now);
            await db.SaveChangesAsync(ct);
            return done;
        }, by, ct);

    private static string Stamp() => Guid.NewGuid().ToString("N");

    private static AuditEntry Entry(string action, PortalUser user, string what) =>
        new(action, new SubjectRef(SubjectKind.User, user.UserName!), $"{user.Name} {what}");
}
