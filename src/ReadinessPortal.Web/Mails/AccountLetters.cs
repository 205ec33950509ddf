using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Mails.Words;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Mails;

/// <summary>
/// Writes the mails that bring somebody the link to their account. The link is made when the mail is sent, so that its
/// secret stands in the mail and nowhere else; sent again, it holds another, and the one before ends.
/// </summary>
internal sealed class AccountLetters(IDbContextFactory<IdentityDb> databases, TimeProvider time)
{
    private const string Foot = "ReadinessPortal.";

    /// <param name="isSent">Otherwise no link is made, and the letter says where it would stand.</param>
    public async Task<Written> WriteAsync(MailThing thing, Reader reader, bool isSent, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var person = reader.Person.UserId;
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == person, ct);
        var isJoined = await db.Joined.AnyAsync(u => u.Id == person, ct);
        var purpose = thing.What switch
        {
            MailThing.Invited => LinkPurpose.Invite,
            MailThing.Reset => LinkPurpose.Reset,
            _ => throw new InvalidOperationException($"Nobody knows what to say of '{thing}'."),
        };
        if (user is not { DisabledAt: null })
        {
            return Written.Over("the account is disabled");
        }

        if (purpose == LinkPurpose.Invite && isJoined)
        {
            return Written.Over("whoever was invited has come in");
        }

        var now = time.GetUtcNow();
        var until = now + AccountLink.Lasts(purpose);
        var address = Links.Account;
        if (isSent)
        {
            address = await AccountLinks.AddAsync(db, purpose, user, until, now);
            await db.SaveChangesAsync(ct);
        }

        var facts = new AccountFacts(user.Name, user.UserName!, until, reader.Clock);
        var said = purpose == LinkPurpose.Invite ? reader.Words.Invitation(facts) : reader.Words.Reset(facts);
        return Letter.Of(said, reader.Words, [address], Foot, isChosen: false);
    }
}
