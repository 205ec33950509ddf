using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using ReadinessPortal.Application.Audit;

namespace ReadinessPortal.Web.Identity;

/// <summary>Asks somebody who is signed in for the password again, at the moment of signing.</summary>
internal sealed class PasswordCheck(
    UserManager<PortalUser> users, Passwords passwords, AttemptCounter attempts, SiteAudit audit)
{
    /// <summary>How a signature says that its signer was asked.</summary>
    public const string Authentication = "password";

    /// <summary>
    /// Says why <paramref name="password"/> will not do, or null when it is right. Wrong ones count as at the sign-in
    /// page, in a count that nobody reaches who is not signed in as this person.
    /// </summary>
    public async Task<string?> WhyNotAsync(ClaimsPrincipal person, string? password)
    {
        var user = await users.GetUserAsync(person)
            ?? throw new InvalidOperationException("Whoever is signed in is no longer known.");
        if (string.IsNullOrEmpty(password))
        {
            return "Enter your password: a signature needs it.";
        }

        AttemptKey[] keys = [AttemptKey.OfPerson(user.Id)];
        using var taken = await attempts.TakeAsync(keys);
        var answer = passwords.Verify(taken.RefusedUntil is null ? user : null, password);
        if (taken.RefusedUntil is { } until)
        {
            return $"{LockWords.Of(until)} Nothing was signed.";
        }

        if (answer == PasswordVerificationResult.Failed)
        {
            await audit.RecordAsync(taken, user);
            return "The password is not right. Nothing was signed.";
        }

        await attempts.SucceededAsync(keys);
        return null;
    }
}
