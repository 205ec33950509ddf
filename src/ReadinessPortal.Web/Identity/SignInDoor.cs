using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Web.Passkeys;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.Identity;

/// <summary>What became of an attempt to sign in.</summary>
/// <param name="Refusal">Why not; null where the password was right.</param>
/// <param name="AsksForCode">Nobody is in yet: the second factor is asked for on a page of its own.</param>
internal readonly record struct SignInAnswer(string? Refusal, bool AsksForCode = false);

/// <summary>
/// Lets somebody in by name and password. What it does, says and takes is the same for a name that nobody has; the
/// limits are <see cref="AttemptRule"/>.
/// </summary>
internal sealed class SignInDoor(
    SignInManager<PortalUser> signIn, IPasswordHasher<PortalUser> hasher, Passwords passwords, AttemptCounter attempts,
    KnownDevices devices, OpenSessions sessions, WaysInReader ways, HalfSignedIn half, PasskeyCeremonies passkeys,
    FailedSignIns failures, SingleSignOnSettings settings)
{
    /// <summary>Where nothing is asked any more, the answer carries the session.</summary>
    public async Task<SignInAnswer> SignInAsync(HttpContext http, string userName, string password)
    {
        if (settings.IsOnly)
        {
            return new(new PasswordsAreOff().Text);
        }

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
            await failures.RecordAsync(http, WrongAt.Locked, user);
            return new(LockWords.Of(until));
        }

        if (user is null || answer == PasswordVerificationResult.Failed)
        {
            await failures.RecordAsync(http, WrongAt.Password, user, taken);
            return new("User name and password do not fit together.");
        }

        await attempts.SucceededAsync(keys);
        if (answer == PasswordVerificationResult.SuccessRehashNeeded)
        {
            // Not through the manager's own way, which would end the person's other sessions.
            user.PasswordHash = hasher.HashPassword(user, password);
            await users.UpdateAsync(user);
        }

        if ((await ways.OfAsync(user.Id)).HasSecondFactor)
        {
            half.Begin(http, user);
            return new(null, AsksForCode: true);
        }

        await LetInAsync(http, user);
        return default;
    }

    /// <summary>By a passkey, which is two factors by itself: nothing else is asked. No count locks it, because there
    /// is nothing to guess.</summary>
    /// <param name="answer">What the browser's authenticator said, as JSON.</param>
    public async Task<SignInAnswer> SignInByPasskeyAsync(HttpContext http, string? answer)
    {
        if (settings.IsOnly)
        {
            return new(new PasswordsAreOff().Text);
        }

        if (await passkeys.UsedByAsync(http, answer, PasskeyQuestions.ToSignIn) is not { } user)
        {
            await failures.RecordAsync(http, WrongAt.Passkey, null);
            return new(new PasskeyIsNotKnown().Text);
        }

        await LetInAsync(http, user);
        return default;
    }

    /// <summary>Gives the answer a new session, and the browser a name by which it is known from now on.</summary>
    public Task LetInAsync(HttpContext http, PortalUser user)
    {
        devices.Remember(http, user.NormalizedUserName!);
        return BeginAsync(http, user);
    }

    /// <summary>Gives the answer a new session of this person.</summary>
    /// <param name="provider">Key of the identity provider that they came in by.</param>
    /// <param name="providerSession">What that calls its own session.</param>
    public async Task BeginAsync(
        HttpContext http, PortalUser user, string? provider = null, string? providerSession = null)
    {
        var person = await signIn.CreateUserPrincipalAsync(user);
        await sessions.BeginAsync(person, http.Request.Headers.UserAgent, provider, providerSession);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, person);
        http.User = person;
    }
}
