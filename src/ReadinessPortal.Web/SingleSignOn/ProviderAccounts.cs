using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>
/// Finds whose account it is that a provider speaks of, or makes one. Known is who was linked; never who has the same
/// name or mail address, which a provider could assert of anybody.
/// </summary>
internal sealed class ProviderAccounts(
    IDbContextFactory<IdentityDb> databases, ILookupNormalizer normalizer, SiteAudit audit,
    LastAdministratorGuard administrators, ILogger<ProviderAccounts> log)
{
    /// <returns>Null where the provider's person has no account here.</returns>
    public async Task<PortalUser?> FindAsync(ProviderWord word, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await FindAsync(db, word, ct);
    }

    /// <inheritdoc cref="FindAsync(ProviderWord, CancellationToken)"/>
    internal static async Task<PortalUser?> FindAsync(IdentityDb db, ProviderWord word, CancellationToken ct) =>
        await db.UserLogins.Where(l => l.LoginProvider == word.Provider.Key && l.ProviderKey == word.Known)
            .Join(db.Users, l => l.UserId, u => u.Id, (_, u) => u).FirstOrDefaultAsync(ct);

    /// <summary>The account, or a new one at the first entry; or why neither.</summary>
    public async Task<(Refusal?, PortalUser?)> FindOrMakeAsync(ProviderWord word, CancellationToken ct = default)
    {
        var found = await FindAsync(word, ct);
        return found is { DisabledAt: not null } ? (new ProviderAccountIsDisabled(), null)
            : found is not null ? (null, found)
            : await MakeAsync(word, ct);
    }

    /// <summary>Gives and takes what the provider says of rights, with an entry in the portal's audit.</summary>
    public async Task FollowRightsAsync(PortalUser user, ProviderWord word, CancellationToken ct = default)
    {
        await using var reading = await databases.CreateDbContextAsync(ct);
        if (await RightAsync(reading, user, word, ct) == GivenRight.Keep)
        {
            return;
        }

        await audit.RecordingAsync<object?>(async (transaction, _) =>
        {
            await using var db = IdentityDb.In(transaction);
            var account = await db.Users.SingleAsync(u => u.Id == user.Id, ct);
            var right = await RightAsync(db, account, word, ct);
            if (right == GivenRight.Keep)
            {
                return (null, null);
            }

            if (right == GivenRight.Take && !await administrators.IsAnybodyElseAsync(db, user.Id, ct))
            {
                log.LogWarning("{Provider} takes the right to administer the portal from {User}, who is the last that "
                    + "has it: it stays", word.Provider.Key, user.UserName);
                return (null, null);
            }

            account.IsAdministrator = right == GivenRight.Give;
            if (right == GivenRight.Give)
            {
                ProviderGifts.MarkRight(db, user.Id, word.Provider.Key);
            }
            else
            {
                await ProviderGifts.TakeRightAsync(db, account, word.Provider.Key, ct);
            }

            await db.SaveChangesAsync(ct);
            user.IsAdministrator = account.IsAdministrator;
            var stands = user.IsAdministrator ? "administers the portal" : "administers the portal no more";
            return (null, new AuditEntry(
                "AdministratorSet", new(SubjectKind.User, user.UserName!),
                $"{user.Name} {stands}, as {word.Provider.Title} says (claim {word.Provider.Administrator.Claim})"));
        }, Viewer.System, ct);
    }

    /// <summary>What the operator says of a right counts from now on, whatever a provider gave before.</summary>
    public static Task ForgetGivenAsync(IdentityDb db, Guid user, CancellationToken ct) =>
        ProviderGifts.Marks(db, user).ExecuteDeleteAsync(ct);

    private static async Task<GivenRight> RightAsync(
        IdentityDb db, PortalUser user, ProviderWord word, CancellationToken ct) =>
        ProviderRules.Right(
            user.IsAdministrator,
            await ProviderGifts.Marks(db, user.Id).AnyAsync(t => t.LoginProvider == word.Provider.Key, ct),
            word.Administers);

    private Task<(Refusal?, PortalUser?)> MakeAsync(ProviderWord word, CancellationToken ct) =>
        audit.RecordingAsync<(Refusal?, PortalUser?)>(async (transaction, _) =>
        {
            await using var db = IdentityDb.In(transaction);
            if (await FindAsync(db, word, ct) is { } meanwhile)
            {
                return ((null, meanwhile), null); // who came in twice at once
            }

            var user = Accounts.Accounts.Fresh(word.UserName, word.Name, null, normalizer);
            if (AccountRules.WhyNot(user.UserName!, user.Name) is not null)
            {
                return ((new ProviderNamesNobody(word.Provider.Title, word.UserName), null), null);
            }

            if (await db.Users.AnyAsync(u => u.NormalizedUserName == user.NormalizedUserName, ct))
            {
                return ((new ProviderNameIsTaken(word.Provider.Title, user.UserName!), null), null);
            }

            db.Add(user);
            db.Add(LoginOf(user.Id, word));
            await db.SaveChangesAsync(ct);
            return ((null, user), new AuditEntry("UserCreated", new(SubjectKind.User, user.UserName!),
                $"{user.Name} came in by {word.Provider.Title} for the first time"));
        }, Viewer.System, ct);

    /// <summary>By which an account is known from now on.</summary>
    internal static IdentityUserLogin<Guid> LoginOf(Guid user, ProviderWord word) => new()
    {
        UserId = user,
        LoginProvider = word.Provider.Key,
        ProviderKey = word.Known,
        ProviderDisplayName = word.Calls,
    };
}
