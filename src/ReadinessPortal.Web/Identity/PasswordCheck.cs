using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace ReadinessPortal.Web.Identity;

/// <summary>Asks somebody who is signed in for the password again, at the moment of signing.</summary>
internal sealed class PasswordCheck(UserManager<PortalUser> users, SignInManager<PortalUser> signIn)
{
    /// <summary>How a signature says that its signer was asked.</summary>
    public const string Authentication = "password";

    /// <summary>
    /// Says why <paramref name="password"/> will not do, or null when it is right. Wrong ones count towards the
    /// lock-out.
    /// </summary>
    public async Task<string?> WhyNotAsync(ClaimsPrincipal person, string? password)
    {
        var user = await users.GetUserAsync(person)
            ?? throw new InvalidOperationException("Whoever is signed in is no longer known.");
        if (string.IsNullOrEmpty(password))
        {
            return "Enter your password: a signature needs it.";
        }

        var answer = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        return answer.Succeeded ? null
            : answer.IsLockedOut
                ? "Too many wrong passwords: your account is locked for five minutes. Nothing was signed."
            : "The password is not right. Nothing was signed.";
    }
}
