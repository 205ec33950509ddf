using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SecondFactors;

/// <summary>What is known of somebody's authenticator app.</summary>
/// <param name="CodesLeft">Recovery codes that were not used.</param>
internal sealed record AppStanding(DateTimeOffset AddedAt, int CodesLeft);

/// <summary>What became of a change: refused, or done, with the recovery codes where new ones were made. They are shown
/// this once.</summary>
internal readonly record struct FactorOutcome(Refusal? Refusal, IReadOnlyList<string>? Codes = null);

/// <summary>
/// Somebody adds an authenticator app to their account, makes new recovery codes, or takes the app away. Each asks for
/// the password, so that an open browser alone changes nothing of it.
/// </summary>
internal sealed class SecondFactorChanges(
    IDbContextFactory<IdentityDb> databases, AppSecret secrets, RecoveryCodes codes, AccountProof proof,
    OwnAccount account, TimeProvider time)
{
    /// <returns>Null where there is none.</returns>
    public async Task<AppStanding?> StandingAsync(Guid person)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.SecondFactors.Where(f => f.UserId == person)
            .Select(f => new AppStanding(
                f.AddedAt, db.RecoveryCodes.Count(c => c.UserId == person && c.UsedAt == null)))
            .FirstOrDefaultAsync();
    }

    /// <param name="offer">The secret, as <see cref="AppSecret.Offer"/> made it.</param>
    /// <param name="code">That the app shows: it has the secret, then.</param>
    public async Task<FactorOutcome> AddAsync(HttpContext http, string? offer, string? code, string? password)
    {
        if (secrets.Offered(http.User.UserId(), offer) is not { } secret)
        {
            return new(new AppOfferIsOver());
        }

        var step = AppSecret.StepOf(secret, code ?? "", time.GetUtcNow());
        if (SeveralProblems.Of(
            [step is null ? new CodeIsNotRight() : null, await proof.WhyNotAsync(http, password)]) is { } refusal)
        {
            return new(refusal);
        }

        return await ChangeAsync(http, "added an authenticator app", "SecondFactorAdded", async (db, id, now) =>
        {
            if (await db.SecondFactors.AnyAsync(f => f.UserId == id))
            {
                return new(new HasAppAlready());
            }

            var (salt, made) = RecoveryCodes.Make();
            db.Add(new SecondFactor
            {
                UserId = id, Secret = secrets.Keep(secret), Salt = salt, AddedAt = now, LastStep = step!.Value,
            });
            Keep(db, id, salt, made);
            return new(null, made);
        });
    }

    /// <summary>Those made before end.</summary>
    public async Task<FactorOutcome> MakeCodesAsync(HttpContext http, string? password) =>
        await proof.WhyNotAsync(http, password) is { } refusal ? new(refusal)
        : await ChangeAsync(http, "made new recovery codes", "RecoveryCodesMade", async (db, id, _) =>
        {
            if (await db.SecondFactors.FirstOrDefaultAsync(f => f.UserId == id) is not { } factor)
            {
                return new(new HasNoApp());
            }

            (factor.Salt, var made) = RecoveryCodes.Make();
            await db.RecoveryCodes.Where(c => c.UserId == id).ExecuteDeleteAsync();
            Keep(db, id, factor.Salt, made);
            return new(null, made);
        });

    /// <summary>The password alone lets them in again.</summary>
    public async Task<FactorOutcome> RemoveAsync(HttpContext http, string? password) =>
        await proof.WhyNotAsync(http, password) is { } refusal ? new(refusal)
        : await ChangeAsync(http, "removed their authenticator app", "SecondFactorRemoved", async (db, id, _) =>
            await db.SecondFactors.Where(f => f.UserId == id).ExecuteDeleteAsync() == 0
                ? new(new HasNoApp()) : default);

    private Task<FactorOutcome> ChangeAsync(
        HttpContext http, string what, string action,
        Func<IdentityDb, Guid, DateTimeOffset, Task<FactorOutcome>> change) =>
        account.ChangeAsync(
            http, action, what, (db, now) => change(db, http.User.UserId(), now), outcome => outcome.Refusal);

    private void Keep(IdentityDb db, Guid person, byte[] salt, IReadOnlyList<string> made) =>
        db.AddRange(made.Select(code => new RecoveryCode { UserId = person, Hash = codes.Hash(code, salt)! }));
}
