using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.Identity;
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
    public async Task<Written> WriteAsync(MailThing thing, Guid person, bool isSent, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
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

        return purpose == LinkPurpose.Invite
            ? new Letter(
                "You are invited to ReadinessPortal", $"{user.Name}, you have an account",
                [
                    "ReadinessPortal shows whether a product is ready to launch, on evidence that can be opened, and "
                        + "who has signed for it.",
                    $"You sign in as {user.UserName}. Open the link, and choose a password or make a passkey.",
                    $"The link works once, until {Moments.Of(until)}. Whoever has it can take the account: do not pass "
                        + "it on. If you expect no invitation, do nothing.",
                ],
                null, [], [new("Open your account", address)], Foot, IsChosen: false)
            : new Letter(
                "Choose another password for ReadinessPortal", "You can choose another password",
                [
                    $"An administrator of the portal made this link for you. You sign in as {user.UserName}.",
                    $"The link works once, until {Moments.Of(until)}. Until it is used, the password you have works. "
                        + "If you did not expect it, tell the administrator.",
                ],
                null, [], [new("Choose another password", address)], Foot, IsChosen: false);
    }
}
