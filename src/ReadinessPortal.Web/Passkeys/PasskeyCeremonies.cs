using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Passkeys;

/// <summary>
/// What browser and portal say to each other to make a passkey and to use one (Web Authentication, sections 7.1 and
/// 7.2): the framework's handler checks it. The user is verified in each, by finger, face or PIN, so that a passkey is
/// two factors by itself. What was asked stands in a cookie for as long as it may be answered, see
/// <see cref="PasskeyQuestions"/>.
/// </summary>
internal sealed class PasskeyCeremonies(
    SignInManager<PortalUser> signIn, IDbContextFactory<IdentityDb> databases, PasskeyQuestions questions,
    ILogger<PasskeyCeremonies> log)
{
    /// <summary>For a browser to make a passkey with, as JSON.</summary>
    /// <param name="user">Whose it will be.</param>
    /// <param name="purpose">See <see cref="PasskeyQuestions"/>.</param>
    public async Task<string> ToMakeAsync(HttpContext http, PortalUser user, string purpose) => questions.Asked(
        http,
        await signIn.MakePasskeyCreationOptionsAsync(
            new() { Id = $"{user.Id}", Name = user.UserName!, DisplayName = user.Name }),
        purpose);

    /// <summary>For a browser to use a passkey with, as JSON.</summary>
    /// <param name="user">Null for whoever they are: the passkey says it.</param>
    /// <param name="purpose">See <see cref="PasskeyQuestions"/>.</param>
    public async Task<string> ToUseAsync(HttpContext http, PortalUser? user, string purpose) =>
        questions.Asked(http, await signIn.MakePasskeyRequestOptionsAsync(user), purpose);

    /// <returns>The passkey that was made for <paramref name="person"/>; null where none was, or the answer came too
    /// late.</returns>
    public async Task<IdentityUserPasskey<Guid>?> MadeAsync(
        HttpContext http, string? answer, string purpose, Guid person, string name)
    {
        if (!await IsAskedAsync(http, answer, purpose))
        {
            return null;
        }

        var made = await signIn.PerformPasskeyAttestationAsync(answer!);
        if (!made.Succeeded || made.UserEntity.Id != $"{person}")
        {
            log.LogWarning("A passkey was not made: {Reason}", made.Failure?.Message ?? "it was asked for by another");
            return null;
        }

        var key = made.Passkey;
        return new()
        {
            UserId = person,
            CredentialId = key.CredentialId,
            Data = new()
            {
                Name = name,
                PublicKey = key.PublicKey,
                CreatedAt = key.CreatedAt,
                SignCount = key.SignCount,
                Transports = key.Transports,
                IsUserVerified = key.IsUserVerified,
                IsBackupEligible = key.IsBackupEligible,
                IsBackedUp = key.IsBackedUp,
                AttestationObject = key.AttestationObject,
                ClientDataJson = key.ClientDataJson,
            },
        };
    }

    /// <returns>Who used a passkey of theirs; null where nobody did who has an account that is not disabled.</returns>
    public async Task<PortalUser?> UsedByAsync(HttpContext http, string? answer, string purpose)
    {
        if (!await IsAskedAsync(http, answer, purpose))
        {
            return null;
        }

        var used = await signIn.PerformPasskeyAssertionAsync(answer!);
        if (used is not { Succeeded: true, User.DisabledAt: null })
        {
            log.LogWarning("A passkey lets nobody in: {Reason}", used.Failure?.Message ?? "the account is disabled");
            return null;
        }

        await using var db = await databases.CreateDbContextAsync();
        if (await db.UserPasskeys.FirstOrDefaultAsync(p => p.CredentialId == used.Passkey.CredentialId) is not { } kept)
        {
            return null; // removed since
        }

        // A copy of the key would be found out by its count.
        kept.Data.SignCount = used.Passkey.SignCount;
        kept.Data.IsBackedUp = used.Passkey.IsBackedUp;
        await db.SaveChangesAsync();
        return used.User;
    }

    // The framework throws where nothing was asked.
    private async Task<bool> IsAskedAsync(HttpContext http, string? answer, string purpose) =>
        !string.IsNullOrEmpty(answer) && await questions.IsAnswerAsync(http, answer, purpose)
        && (await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)) is { Succeeded: true };
}
