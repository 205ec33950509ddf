using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>A provider's word, not five minutes old, that whoever is signed in is there now.</summary>
internal sealed record Confirmation(DateTimeOffset At, IdentityProvider Provider);

/// <summary>Keeps what providers confirmed beside the session it was confirmed for. Each is for one signature.
/// </summary>
internal sealed class Confirmations(
    IDbContextFactory<IdentityDb> databases, SingleSignOnSettings settings, TimeProvider time)
{
    /// <summary>Keeps it; the session is from now on one that ends with the provider's.</summary>
    public async Task ConfirmAsync(ClaimsPrincipal person, ProviderWord word, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await Of(db, person).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.ConfirmedAt, now).SetProperty(s => s.Provider, word.Provider.Key)
                .SetProperty(s => s.ProviderSession, word.Session), ct);
    }

    /// <returns>Null where there is none, or none any more.</returns>
    public async Task<Confirmation?> StandingAsync(ClaimsPrincipal person, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var since = time.GetUtcNow() - ProviderRules.ConfirmationLasts;
        var session = await Of(db, person).Where(s => s.ConfirmedAt > since)
            .Select(s => new { s.ConfirmedAt, s.Provider }).FirstOrDefaultAsync(ct);
        return session is not null && settings.Find(session.Provider) is { } provider
            ? new(session.ConfirmedAt!.Value, provider) : null;
    }

    /// <summary>Uses it up: of two signatures at once one does.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> TakeAsync(ClaimsPrincipal person, Confirmation standing, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Of(db, person).Where(s => s.ConfirmedAt == standing.At)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, (DateTimeOffset?)null), ct) == 1;
    }

    /// <summary>Nothing was signed with it after all, and it is good for as long as it was.</summary>
    public async Task GiveBackAsync(ClaimsPrincipal person, Confirmation taken, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await Of(db, person).Where(s => s.ConfirmedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, taken.At), ct);
    }

    private static IQueryable<OpenSession> Of(IdentityDb db, ClaimsPrincipal person)
    {
        var session = OpenSessions.SessionOf(person);
        return db.Sessions.Where(s => s.Session == session);
    }
}
