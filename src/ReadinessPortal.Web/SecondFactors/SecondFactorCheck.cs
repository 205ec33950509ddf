using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.SecondFactors;

/// <summary>
/// Lets in whoever has given the right password and now gives the code of their app, or a recovery code. Each is taken
/// once, of two at the same moment too; wrong ones count in a count that only the right password reaches.
/// </summary>
internal sealed class SecondFactorCheck(
    IDbContextFactory<IdentityDb> databases, AppCodes apps, RecoveryCodes codes, AttemptCounter attempts,
    KnownDevices devices, HalfSignedIn half, SignInDoor door, SiteAudit audit, FailedSignIns failures,
    SingleSignOnSettings settings)
{
    /// <returns>Why not, or null: then the answer carries the session.</returns>
    public async Task<Refusal?> LetInAsync(HttpContext http, string? code, bool isRecovery)
    {
        if (settings.IsOnly)
        {
            return new PasswordsAreOff();
        }

        if (await half.WhoAsync(http) is not { } user)
        {
            return new SignInIsOver();
        }

        if (string.IsNullOrWhiteSpace(code))
        {
            return new CodeIsMissing();
        }

        AttemptKey[] keys = [AttemptKey.OfFactor(user.Id, devices.Of(http, user.NormalizedUserName!))];
        using var taken = await attempts.TakeAsync(keys);
        if (taken.RefusedUntil is { } until)
        {
            await failures.RecordAsync(http, WrongAt.Locked, user);
            return new CodesAreLocked(LockWords.Of(until, LockWords.Code));
        }

        if (!await (isRecovery ? TakeRecoveryCodeAsync(user, code) : TakeCodeAsync(user.Id, code)))
        {
            await failures.RecordAsync(http, WrongAt.Code, user, taken);
            return isRecovery ? new RecoveryCodeIsNotRight()
                : RecoveryCodes.LooksLikeOne(code) ? new CodeIsForRecovery() : new CodeIsNotRight();
        }

        await attempts.SucceededAsync(keys);
        half.End(http);
        await door.LetInAsync(http, user);
        return null;
    }

    private async Task<bool> TakeCodeAsync(Guid person, string code) =>
        await apps.FindAsync(person, code) is { } found && await apps.TakeAsync(found);

    private async Task<bool> TakeRecoveryCodeAsync(PortalUser user, string code)
    {
        await using var reading = await databases.CreateDbContextAsync();
        var salt = await reading.SecondFactors.Where(f => f.UserId == user.Id).Select(f => f.Salt)
            .FirstOrDefaultAsync();
        if (salt is null || codes.Hash(code, salt) is not { } hash)
        {
            return false;
        }

        return await audit.RecordingAsync<bool>(async (transaction, now) =>
        {
            await using var db = IdentityDb.In(transaction);
            return await db.RecoveryCodes.Where(c => c.UserId == user.Id && c.Hash == hash && c.UsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now)) == 1
                ? (true, new AuditEntry("RecoveryCodeUsed", new(SubjectKind.User, user.UserName!),
                    $"{user.Name} signed in with a recovery code"))
                : (false, null);
        }, new Viewer(user.Id, user.Name, user.IsAdministrator));
    }
}
