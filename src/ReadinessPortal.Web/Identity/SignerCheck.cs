using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Web.Passkeys;

namespace ReadinessPortal.Web.Identity;

/// <summary>What somebody sent to prove, at the moment of signing, who they are.</summary>
/// <param name="Password">Null or empty where another way was taken.</param>
/// <param name="Passkey">What the browser's passkey answered, as JSON.</param>
public sealed record SignerProof(string? Password, string? Passkey = null);

/// <summary>What became of it: why it will not do, or how a signature says that its signer was asked.</summary>
internal readonly record struct SignerAnswer(string? WhyNot, string By);

/// <summary>Asks somebody who is signed in who they are once more, at the moment of signing.</summary>
internal sealed class SignerCheck(
    UserManager<PortalUser> users, Passwords passwords, AttemptCounter attempts, PasskeyCeremonies passkeys,
    IHttpContextAccessor requests, SiteAudit audit)
{
    private const string NothingSigned = "Nothing was signed.";

    /// <summary>How a signature says that its signer gave the password.</summary>
    public const string ByPassword = "password";

    /// <summary>How a signature says that its signer used a passkey.</summary>
    public const string ByPasskey = "passkey";

    /// <summary>Looks at whatever was given.</summary>
    public async Task<SignerAnswer> ProveAsync(ClaimsPrincipal person, SignerProof proof) =>
        string.IsNullOrEmpty(proof.Passkey) ? new(await WhyNotPasswordAsync(person, proof.Password), ByPassword)
        : await passkeys.UsedByAsync(requests.HttpContext!, proof.Passkey) is { } user && user.Id == person.UserId()
            ? new(null, ByPasskey)
        : new($"The passkey is not yours, or it took more than five minutes. {NothingSigned}", ByPasskey);

    /// <summary>
    /// Says why <paramref name="password"/> will not do, or null when it is right. Wrong ones count as at the sign-in
    /// page, in a count that nobody reaches who is not signed in as this person.
    /// </summary>
    /// <param name="undone">What did not happen: the end of what is said.</param>
    public async Task<string?> WhyNotPasswordAsync(
        ClaimsPrincipal person, string? password, string undone = NothingSigned)
    {
        var user = await users.GetUserAsync(person)
            ?? throw new InvalidOperationException("Whoever is signed in is no longer known.");
        if (string.IsNullOrEmpty(password))
        {
            return undone == NothingSigned ? "Enter your password: a signature needs it."
                : $"Enter your present password. {undone}";
        }

        AttemptKey[] keys = [AttemptKey.OfPerson(user.Id)];
        using var taken = await attempts.TakeAsync(keys);
        var answer = passwords.Verify(taken.RefusedUntil is null ? user : null, password);
        if (taken.RefusedUntil is { } until)
        {
            return $"{LockWords.Of(until)} {undone}";
        }

        if (answer == PasswordVerificationResult.Failed)
        {
            await audit.RecordAsync(taken, user);
            return $"The password is not right. {undone}";
        }

        await attempts.SucceededAsync(keys);
        return null;
    }
}
