using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Whether a sign-in still holds, and who that person is now: asked for each request, and for each open page when
/// something changed. What a cookie or a page was made with is believed for no longer than that. Which sign-ins were
/// ended is kept in the database, because every instance must know, and know it after a restart.
/// </summary>
internal sealed class OpenSessions(
    Freshness freshness, IDbContextFactory<IdentityDb> databases, TimeProvider time, IOptions<IdentityOptions> options)
{
    // Longer than a cookie lives: what has ended is refused, so that its cookie is never renewed.
    private static readonly TimeSpan _remembered = TimeSpan.FromDays(1);

    /// <param name="launchKey">Of a launch to ask for with it.</param>
    /// <returns><paramref name="person"/> where nothing changed, the same sign-in with another name or right, or null
    /// when it does not hold any more: signed out, another password, no such account. The arrival is null where no
    /// launch was asked for.</returns>
    public async Task<(ClaimsPrincipal? Person, Arrival? Arrival)> NowAsync(
        ClaimsPrincipal person, string? launchKey = null, CancellationToken ct = default)
    {
        if (!Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return (null, null);
        }

        var (launch, now, isEnded, visit) = await freshness.AskAsync(new(launchKey, id, SessionOf(person)), ct);
        return (isEnded || now is null
            || now.Stamp != person.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType) ? null
            : now.Name == person.ShownName() && now.IsAdministrator == person.IsAdministrator() ? person
            : PortalClaims.Renewed(person, now.Name, now.IsAdministrator),
            launchKey is null ? null : new(launchKey, launch, visit));
    }

    public async Task EndAsync(ClaimsPrincipal user, CancellationToken ct = default)
    {
        if (SessionOf(user) is { } session)
        {
            await EndAsync(user.UserId(), [session], ct);
        }
    }

    /// <summary>Ends sign-ins of a person, on every instance and every open page.</summary>
    public async Task EndAsync(Guid person, string[] sessions, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.EndedSessions.Where(e => e.At < now - _remembered).ExecuteDeleteAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            with gone as (delete from identity.sessions where session = any({sessions}) and user_id = {person}),
                ended as (insert into identity.ended_sessions (session, at)
                    select session, {now} from unnest({sessions}) as session on conflict do nothing)
            select pg_notify('access_changed', {person.ToString()})
            """, ct);
    }

    /// <summary>Ends every sign-in that none of these providers began: from now on nobody comes in otherwise.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EndOthersAsync(IReadOnlyCollection<string> providers, CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var others = await db.Sessions.AsNoTracking()
            .Where(s => s.Provider == null || !providers.Contains(s.Provider)).ToListAsync(ct);
        foreach (var person in others.GroupBy(s => s.UserId))
        {
            await EndAsync(person.Key, [.. person.Select(s => s.Session)], ct);
        }

        return others.Count;
    }

    /// <summary>Keeps a sign-in for its person to see, and when they came last. What is over goes with it.</summary>
    /// <param name="provider">Key of the identity provider they came in by.</param>
    /// <param name="providerSession">What that calls its own session.</param>
    public async Task BeginAsync(
        ClaimsPrincipal user, string? userAgent, string? provider = null, string? providerSession = null,
        CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.SeenAt < now - OpenSession.Lasts).ExecuteDeleteAsync(ct);
        db.Add(new OpenSession
        {
            Session = SessionOf(user)!,
            UserId = user.UserId(),
            Browser = BrowserName.Of(userAgent),
            BeganAt = now,
            SeenAt = now,
            Provider = provider,
            ProviderSession = providerSession,
        });
        await db.SaveChangesAsync(ct);
        await db.Users.Where(u => u.Id == user.UserId())
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.LastSignInAt, now), ct);
    }

    /// <summary>Its cookie was renewed.</summary>
    public async Task SeenAsync(ClaimsPrincipal user, CancellationToken ct = default)
    {
        var (now, session) = (time.GetUtcNow(), SessionOf(user));
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.Session == session)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), ct);
    }

    /// <summary>Sign-ins of a person that may still be used, the newest first.</summary>
    public async Task<IReadOnlyList<OpenSession>> ListAsync(Guid person, CancellationToken ct = default)
    {
        var since = time.GetUtcNow() - OpenSession.Lasts;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Sessions.AsNoTracking().Where(s => s.UserId == person && s.SeenAt > since)
            .OrderByDescending(s => s.BeganAt).ToListAsync(ct);
    }

    /// <summary>Key of the identity provider that a sign-in is by; null where there is none.</summary>
    public async Task<string?> ProviderOfAsync(ClaimsPrincipal user, CancellationToken ct = default)
    {
        var session = SessionOf(user);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Sessions.Where(s => s.Session == session).Select(s => s.Provider).FirstOrDefaultAsync(ct);
    }

    /// <summary>What tells this sign-in from others of the person.</summary>
    public static string? SessionOf(ClaimsPrincipal user) => user.FindFirstValue(PortalClaims.Session);
}

/// <summary>A sign-in that was ended by signing out.</summary>
public sealed record EndedSession(string Session, DateTimeOffset At);
