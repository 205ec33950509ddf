using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using ReadinessPortal.Application.Audit;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Lets somebody in by name and password. What it does, says and takes is the same for a name that nobody has; the
/// limits are <see cref="Domain.Identity.AttemptRule"/>.
/// </summary>
internal sealed class SignInDoor(
    SignInManager<PortalUser> signIn, IPasswordHasher<PortalUser> hasher, Passwords passwords, AttemptCounter attempts,
    KnownDevices devices, OpenSessions sessions, SiteAudit audit)
{
    /// <returns>Why not, or null: then the answer carries the session.</returns>
    public async Task<string?> SignInAsync(HttpContext http, string userName, string password)
    {
        var users = signIn.UserManager;
        var name = users.NormalizeName(userName) ?? "";
        AttemptKey[] keys = devices.Of(http, name) is { } device
            ? [AttemptKey.OfDevice(device, name)]
            : [AttemptKey.OfName(name), AttemptKey.OfAddress(http.Connection.RemoteIpAddress)];
        using var taken = await attempts.TakeAsync(keys);
        // No text of the database has that character.
        var user = name.Contains('\0') ? null : await users.FindByNameAsync(userName);
        var mayEnter = taken.RefusedUntil is null && user is { DisabledAt: null };
        var answer = passwords.Verify(mayEnter ? user : null, password);
        if (taken.RefusedUntil is { } until)
        {
            return LockWords.Of(until);
        }

        if (user is null || answer == PasswordVerificationResult.Failed)
        {
            await audit.RecordAsync(taken, user);
            return "User name and password do not fit together.";
        }

        await attempts.SucceededAsync(keys);
        if (answer == PasswordVerificationResult.SuccessRehashNeeded)
        {
            // Not through the manager's own way, which would end the person's other sessions.
            user.PasswordHash = hasher.HashPassword(user, password);
            await users.UpdateAsync(user);
        }

        devices.Remember(http, name);
        await BeginAsync(http, user);
        return null;
    }

    /// <summary>Gives the answer a new session of this person.</summary>
    public async Task BeginAsync(HttpContext http, PortalUser user)
    {
        var person = await signIn.CreateUserPrincipalAsync(user);
        await sessions.BeginAsync(person, http.Request.Headers.UserAgent);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, person);
        http.User = person;
    }
}
