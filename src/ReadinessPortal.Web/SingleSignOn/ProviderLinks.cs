using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>Links somebody's account to whom a provider knows them as, and takes a link away.</summary>
internal sealed class ProviderLinks(
    SiteAudit audit, SignerCheck signers, LinkTickets tickets, OpenSessions sessions, SingleSignOnSettings settings,
    LastAdministratorGuard administrators, ProviderGifts gifts, IDbContextFactory<IdentityDb> databases)
{
    private const string NothingChanged = "Nothing was changed.";

    /// <summary>Somebody who proves who they are may go to the provider to link it.</summary>
    /// <returns>Where that begins; or why not.</returns>
    public async Task<(Refusal? Refusal, string? Address)> OfferAsync(
        ClaimsPrincipal person, IdentityProvider provider, SignerProof proof) =>
        await WhyNotAsync(person, proof) is { } refusal ? (refusal, null)
            : (null, ProviderAddresses.Link(provider.Key, tickets.Make(person)));

    /// <summary>Links the account of whoever is signed in.</summary>
    public Task<Refusal?> LinkAsync(ClaimsPrincipal person, ProviderWord word, CancellationToken ct = default) =>
        audit.RecordingAsync<Refusal?>(async (transaction, _) =>
        {
            await using var db = IdentityDb.In(transaction);
            var refusal = await AddAsync(db, person.UserId(), word, ct);
            return (refusal, refusal is not null ? null : Entry(
                "ProviderLinked", person.Identity!.Name!, $"{person.ShownName()} linked {word.Provider.Title}"));
        }, person.AsViewer(), ct);

    /// <summary>Uses an invitation, or a link to choose another password, up: they come in by the provider instead, and
    /// by nothing else. Whoever had the account before is out.</summary>
    public async Task<(Refusal?, PortalUser?)> JoinAsync(
        string secret, ProviderWord word, CancellationToken ct = default)
    {
        IReadOnlyList<IdentityProvider> unlinked = [];
        var (refusal, joined) = await audit.RecordingAsync<(Refusal?, PortalUser?)>(async (transaction, now) =>
        {
            await using var db = IdentityDb.In(transaction);
            if (await AccountLinks.TakeAsync(db, secret, now, ct) is not { UserId: { } id })
            {
                return ((new LinkIsOver(), null), null); // the first administrator is made by a password
            }

            if (await AddAsync(db, id, word, ct) is { } refusal)
            {
                return ((refusal, null), null); // and the invitation still works
            }

            var user = await db.Users.SingleAsync(u => u.Id == id, ct);
            unlinked = await EndOthersAsync(db, user, word, ct);
            return ((null, user), Entry(
                "InvitationAccepted", user.UserName!, $"{user.Name} comes in by {word.Provider.Title}, by a link"));
        }, Viewer.System, ct);
        foreach (var provider in joined is null ? [] : unlinked)
        {
            await gifts.TakePartsAsync(joined!.Id, provider, ct);
        }

        return (refusal, joined);
    }

    /// <summary>Takes a link away, unless nothing else would let its person in; what it gave is taken, and other
    /// sign-ins by it end.</summary>
    public async Task<Refusal?> UnlinkAsync(
        ClaimsPrincipal person, IdentityProvider provider, SignerProof proof, CancellationToken ct = default)
    {
        var key = provider.Key;
        if (await WhyNotAsync(person, proof) is { } unproven)
        {
            return unproven;
        }

        var id = person.UserId();
        var refusal = await audit.RecordingAsync<Refusal?>(async (transaction, _) =>
        {
            await using var db = IdentityDb.In(transaction);
            var taken = await db.UserLogins.Where(l => l.UserId == id && l.LoginProvider == key).ExecuteDeleteAsync(ct);
            if (taken == 0 || !await db.AbleToSignIn(settings).AnyAsync(u => u.Id == id, ct))
            {
                return (taken == 0 ? null : new OnlyWayIn(provider.Title, settings.IsOnly), null); // and it stays
            }

            var user = await db.Users.SingleAsync(u => u.Id == id, ct);
            if (user.IsAdministrator && await ProviderGifts.Marks(db, id).AnyAsync(t => t.LoginProvider == key, ct)
                && !await administrators.IsAnybodyElseAsync(db, id, ct))
            {
                return (new LastAdministrator(), null);
            }

            await ProviderGifts.TakeRightAsync(db, user, key, ct);
            await db.SaveChangesAsync(ct);
            return (null, Entry(
                "ProviderUnlinked", user.UserName!, $"{user.Name} unlinked {provider.Title}"));
        }, person.AsViewer(), ct);
        if (refusal is null)
        {
            await gifts.TakePartsAsync(id, provider, ct);
            var others = (await sessions.ListAsync(id, ct))
                .Where(s => s.Provider == key && s.Session != OpenSessions.SessionOf(person));
            await sessions.EndAsync(id, [.. others.Select(s => s.Session)], ct);
        }

        return refusal;
    }

    /// <returns>The providers that it is unlinked from.</returns>
    private async Task<IReadOnlyList<IdentityProvider>> EndOthersAsync(
        IdentityDb db, PortalUser user, ProviderWord word, CancellationToken ct)
    {
        var others = await db.UserLogins
            .Where(l => l.UserId == user.Id && l.LoginProvider != word.Provider.Key).Select(l => l.LoginProvider)
            .ToListAsync(ct);
        foreach (var other in await administrators.IsAnybodyElseAsync(db, user.Id, ct) ? others : [])
        {
            await ProviderGifts.TakeRightAsync(db, user, other, ct);
        }

        (user.PasswordHash, user.SecurityStamp) = (null, Guid.NewGuid().ToString("N"));
        await db.SecondFactors.Where(f => f.UserId == user.Id).ExecuteDeleteAsync(ct);
        await db.UserPasskeys.Where(p => p.UserId == user.Id).ExecuteDeleteAsync(ct);
        await db.UserLogins.Where(l => l.UserId == user.Id && l.LoginProvider != word.Provider.Key)
            .ExecuteDeleteAsync(ct);
        await db.Sessions.Where(s => s.UserId == user.Id).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
        return [.. others.Select(settings.Find).OfType<IdentityProvider>()];
    }

    /// <summary>What each provider calls the person, by its key.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(Guid person, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.UserLogins.Where(l => l.UserId == person && l.ProviderDisplayName != null)
            .ToDictionaryAsync(l => l.LoginProvider, l => l.ProviderDisplayName!, ct);
    }

    private async Task<Refusal?> WhyNotAsync(ClaimsPrincipal person, SignerProof proof)
    {
        var answer = await signers.ProveAsync(person, proof, NothingChanged);
        return answer.WhyNot is { } why ? new PasswordIsNotRight(why)
            : answer.Code is not null && !await signers.TakeAsync(person, answer) ? new CodeIsNotRight()
            : null;
    }

    private static async Task<Refusal?> AddAsync(IdentityDb db, Guid user, ProviderWord word, CancellationToken ct)
    {
        if (await ProviderAccounts.FindAsync(db, word, ct) is { } known)
        {
            return known.Id == user ? null : new ProviderKnowsAnother(word.Provider.Title);
        }

        if (await db.UserLogins.AnyAsync(l => l.UserId == user && l.LoginProvider == word.Provider.Key, ct))
        {
            return new ProviderIsLinked(word.Provider.Title);
        }

        db.Add(ProviderAccounts.LoginOf(user, word));
        await db.SaveChangesAsync(ct);
        return null;
    }

    private static AuditEntry Entry(string action, string userName, string text) =>
        new(action, new(SubjectKind.User, userName), text);
}
