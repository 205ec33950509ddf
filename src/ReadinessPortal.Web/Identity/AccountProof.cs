using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Before somebody changes how they sign in: an open browser alone does not do it. Whoever has a password gives it;
/// whoever has none has signed in a moment ago.
/// </summary>
internal sealed class AccountProof(
    SignerCheck signers, WaysInReader ways, IDbContextFactory<IdentityDb> databases, SingleSignOnSettings settings,
    TimeProvider time)
{
    /// <summary>How long a sign-in is of a moment ago.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <returns>Null where they have proven it.</returns>
    public async Task<Refusal?> WhyNotAsync(HttpContext http, string? password)
    {
        if (settings.IsOnly)
        {
            return new PasswordsAreOff();
        }

        if ((await ways.OfAsync(http.User.UserId())).HasPassword)
        {
            return await signers.WhyNotPasswordAsync(http.User, password, "Nothing was changed.") is { } why
                ? new PasswordIsNotRight(why) : null;
        }

        var (session, since) = (OpenSessions.SessionOf(http.User), time.GetUtcNow() - Fresh);
        await using var db = await databases.CreateDbContextAsync();
        return await db.Sessions.AnyAsync(s => s.Session == session && s.BeganAt > since) ? null : new SignInIsOld();
    }
}
