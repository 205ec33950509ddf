using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Passkeys;

/// <summary>A passkey of somebody, as they know it again.</summary>
/// <param name="Id">Hash of its id at the authenticator, which is long.</param>
internal sealed record KeptPasskey(string Id, string Name, DateTimeOffset MadeAt);

/// <summary>Somebody adds a passkey to their account, names it, and takes one away.</summary>
internal sealed class PasskeyChanges(
    IDbContextFactory<IdentityDb> databases, PasskeyCeremonies ceremonies, AccountProof proof, OwnAccount account)
{
    /// <summary>In the order in which they were made.</summary>
    public async Task<IReadOnlyList<KeptPasskey>> ListAsync(Guid person)
    {
        await using var db = await databases.CreateDbContextAsync();
        var all = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == person).ToListAsync();
        return [.. all.OrderBy(p => p.Data.CreatedAt)
            .Select(p => new KeptPasskey(IdOf(p.CredentialId), p.Data.Name ?? "", p.Data.CreatedAt))];
    }

    /// <param name="answer">What the browser's authenticator said.</param>
    public async Task<Refusal?> AddAsync(HttpContext http, string? name, string? answer, string? password)
    {
        var me = http.User.UserId();
        if (SeveralProblems.Of([PasskeyRules.WhyNotName(name), await proof.WhyNotAsync(http, password)]) is { } refusal)
        {
            return refusal;
        }

        return await ceremonies.MadeAsync(
            http, answer, PasskeyQuestions.ToAdd(http), me, name!.Trim()) is not { } made ? new PasskeyWasNotMade()
            : await ChangeAsync(http, "PasskeyAdded", $"added the passkey {made.Data.Name}", async db =>
            {
                if (await db.UserPasskeys.CountAsync(p => p.UserId == me) >= PasskeyRules.Most)
                {
                    return new TooManyPasskeys();
                }

                db.Add(made);
                return null;
            });
    }

    /// <summary>The last way to sign in stays.</summary>
    public async Task<Refusal?> RemoveAsync(HttpContext http, string id, string? password)
    {
        var me = http.User.UserId();
        if (await proof.WhyNotAsync(http, password) is { } refusal)
        {
            return refusal;
        }

        await using var reading = await databases.CreateDbContextAsync();
        var all = await reading.UserPasskeys.AsNoTracking().Where(p => p.UserId == me).ToListAsync();
        return all.FirstOrDefault(p => IdOf(p.CredentialId) == id) is not { } gone ? new NoSuchPasskey()
            : await ChangeAsync(http, "PasskeyRemoved", $"removed the passkey {gone.Data.Name}", async db =>
            {
                await db.UserPasskeys.Where(p => p.CredentialId == gone.CredentialId).ExecuteDeleteAsync();
                return await db.Joined.AnyAsync(u => u.Id == me) ? null : new LastWayIn();
            });
    }

    private Task<Refusal?> ChangeAsync(
        HttpContext http, string action, string what, Func<IdentityDb, Task<Refusal?>> change) =>
        account.ChangeAsync(http, action, what, (db, _) => change(db), refusal => refusal);

    private static string IdOf(byte[] credential) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(credential))[..16];
}
