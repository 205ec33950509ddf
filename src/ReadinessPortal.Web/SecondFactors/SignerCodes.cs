using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SecondFactors;

/// <summary>Asks whoever has an authenticator app for its code, beside the password, at the moment of signing. Wrong
/// ones count as at the sign-in page.</summary>
internal sealed class SignerCodes(AppCodes codes, AttemptCounter attempts, KnownDevices devices, SiteAudit audit)
{
    /// <returns>The code, which whatever is signed takes; or why it will not do.</returns>
    public async Task<(AppCode? Code, Refusal? WhyNot)> ReadAsync(HttpContext http, PortalUser user, string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return (null, new CodeIsMissing());
        }

        AttemptKey[] keys = [AttemptKey.OfFactor(user.Id, devices.Of(http, user.NormalizedUserName!))];
        using var taken = await attempts.TakeAsync(keys);
        if (taken.RefusedUntil is { } until)
        {
            return (null, new CodesAreLocked(LockWords.Of(until, LockWords.Code)));
        }

        if (await codes.FindAsync(user.Id, code) is not { } found)
        {
            await audit.RecordAsync(taken, user);
            return (null, RecoveryCodes.LooksLikeOne(code) ? new RecoveryCodeSignsNothing() : new CodeIsNotRight());
        }

        await attempts.SucceededAsync(keys);
        return (found, null);
    }

    /// <inheritdoc cref="AppCodes.TakeAsync"/>
    public Task<bool> TakeAsync(AppCode code) => codes.TakeAsync(code);

    /// <inheritdoc cref="AppCodes.GiveBackAsync"/>
    public Task GiveBackAsync(AppCode code) => codes.GiveBackAsync(code);
}
