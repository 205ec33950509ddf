using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Web.Passkeys;
using ReadinessPortal.Web.SecondFactors;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.Identity;

/// <summary>What somebody sent to prove, at the moment of signing, who they are.</summary>
/// <param name="Password">Null or empty where another way was taken.</param>
/// <param name="Passkey">What the browser's passkey answered, as JSON.</param>
/// <param name="Code">Of the authenticator app, beside the password.</param>
public sealed record SignerProof(string? Password, string? Passkey = null, string? Code = null);

/// <summary>What became of it: why it will not do, or how a signature says that its signer was asked.</summary>
/// <param name="Confirmed">Of an identity provider; what is signed uses it up.</param>
/// <param name="Code">Of an authenticator app; what is signed uses it up.</param>
internal readonly record struct SignerAnswer(
    string? WhyNot, string By, Confirmation? Confirmed = null, AppCode? Code = null)
{
    /// <summary>When they proved it.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>Asks somebody who is signed in who they are once more, at the moment of signing.</summary>
internal sealed class SignerCheck(
    UserManager<PortalUser> users, Passwords passwords, AttemptCounter attempts, PasskeyCeremonies passkeys,
    SignerCodes codes, IHttpContextAccessor requests, SiteAudit audit, Confirmations confirmations, WaysInReader ways,
    SingleSignOnSettings settings, TimeProvider time)
{
    private const string NothingSigned = "Nothing was signed.";

    /// <summary>How a signature says that its signer gave the password.</summary>
    public const string ByPassword = "password";

    /// <summary>How a signature says that its signer gave the password and a code of the authenticator app.</summary>
    public const string ByPasswordAndApp = "password and authenticator app";

    /// <summary>How a signature says that its signer used a passkey.</summary>
    public const string ByPasskey = "passkey";

    /// <summary>
    /// Looks at whatever was given. It takes the strongest that somebody has: their passkey; else their password, with
    /// a code of the app where they have one. An identity provider asks them in its own way instead.
    /// </summary>
    /// <param name="undone">What did not happen: the end of what is said.</param>
    public async Task<SignerAnswer> ProveAsync(
        ClaimsPrincipal person, SignerProof proof, string undone = NothingSigned)
    {
        if (!string.IsNullOrEmpty(proof.Passkey) && !settings.IsOnly)
        {
            var http = requests.HttpContext!;
            return await passkeys.UsedByAsync(http, proof.Passkey, PasskeyQuestions.ToProve(http)) is { } user
                && user.Id == person.UserId()
                ? new(null, ByPasskey) { At = time.GetUtcNow() }
                : new($"The passkey is not yours, or it took more than five minutes. {undone}", ByPasskey);
        }

        var has = await ways.OfAsync(person.UserId());
        if (string.IsNullOrEmpty(proof.Password) || settings.IsOnly)
        {
            if (await confirmations.StandingAsync(person) is { } confirmed)
            {
                return new(null, confirmed.Provider.By, confirmed) { At = confirmed.At };
            }

            if ((settings.IsOnly || !has.HasPassword)
                && has.Providers.Select(settings.Find).FirstOrDefault(p => p is not null) is { } provider)
            {
                return new(new NotConfirmed(provider.Title, undone).Text, "");
            }

        }

        if (has.Passkeys > 0 && !settings.IsOnly)
        {
            return new(
                "Use your passkey: the button for it says so. If you lost it, remove it under Your account first. "
                + undone, "");
        }

        if (await WhyNotPasswordAsync(person, proof.Password, undone) is { } why)
        {
            return new(why, ByPassword);
        }

        if (!has.HasSecondFactor)
        {
            return new(null, ByPassword) { At = time.GetUtcNow() };
        }

        var (code, whyNot) = await codes.ReadAsync(
            requests.HttpContext!, (await users.GetUserAsync(person))!, proof.Code);
        return whyNot is null
            ? new(null, ByPasswordAndApp, Code: code) { At = time.GetUtcNow() }
            : new($"{whyNot.Text} {undone}", ByPasswordAndApp);
    }

    /// <summary>Uses up what an identity provider confirmed, or the code of an app, before anything is done with it.
    /// </summary>
    /// <returns>Whether the proof still stands; anything else does.</returns>
    public async Task<bool> TakeAsync(ClaimsPrincipal person, SignerAnswer answer) =>
        (answer.Confirmed is not { } confirmed || await confirmations.TakeAsync(person, confirmed))
        && (answer.Code is not { } code || await codes.TakeAsync(code));

    /// <summary>Nothing was signed after all.</summary>
    public Task GiveBackAsync(ClaimsPrincipal person, SignerAnswer answer) =>
        answer.Confirmed is { } confirmed ? confirmations.GiveBackAsync(person, confirmed)
        : answer.Code is { } code ? codes.GiveBackAsync(code)
        : Task.CompletedTask;

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
        if (settings.IsOnly)
        {
            return $"{new PasswordsAreOff().Text} {undone}";
        }

        if (string.IsNullOrEmpty(password))
        {
            return undone == NothingSigned ? "Enter your password: a signature needs it."
                : $"Enter your current password. {undone}";
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
