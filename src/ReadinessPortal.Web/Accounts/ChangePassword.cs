using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Accounts;

/// <summary>Somebody gives themselves another password. Wrong ones count as at signing; every other sign-in ends.
/// </summary>
internal sealed class ChangePassword(
    SignerCheck check, IPasswordHasher<PortalUser> hasher, SiteAudit audit, SignInDoor door)
{
    /// <returns>Why nothing was changed; null when it was, and the answer carries a new session.</returns>
    public async Task<Refusal?> RunAsync(HttpContext http, string present, string password, string again)
    {
        if (password != again)
        {
            return new PasswordsDiffer();
        }

        if (await check.WhyNotPasswordAsync(http.User, present, "Nothing was changed.") is { } why)
        {
            return new PasswordIsNotRight(why);
        }

        var hash = hasher.HashPassword(new() { Name = "" }, password); // before anybody has to wait for it
        var session = OpenSessions.SessionOf(http.User);
        var (refusal, changed) = await audit.RecordingAsync<(Refusal?, Changed?)>(async (transaction, _) =>
        {
            await using var db = IdentityDb.In(transaction);
            var id = http.User.UserId();
            var user = await db.Users.SingleAsync(u => u.Id == id);
            if (PasswordRules.WhyNot(password, user.UserName!, user.Name) is { } problem)
            {
                return ((new PasswordWillNotDo(problem), null), null);
            }

            user.PasswordHash = hash;
            user.SecurityStamp = Guid.NewGuid().ToString("N");
            var was = await db.Sessions.AsNoTracking().FirstOrDefaultAsync(s => s.Session == session);
            await db.Sessions.Where(s => s.UserId == id).ExecuteDeleteAsync();
            await db.SaveChangesAsync();
            return ((null, new(user, was)), new AuditEntry("PasswordChanged", new(SubjectKind.User, user.UserName!),
                $"{user.Name} changed their password"));
        }, http.User.AsViewer());
        if (changed is var (person, was))
        {
            // Their provider ends this one too.
            await door.BeginAsync(http, person, was?.Provider, was?.ProviderSession);
        }

        return refusal;
    }

    /// <param name="Was">The sign-in by which they did it.</param>
    private sealed record Changed(PortalUser User, OpenSession? Was);
}
