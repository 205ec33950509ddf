using Microsoft.EntityFrameworkCore;

namespace ReadinessPortal.Web.Identity;

/// <summary>Somebody who can be let into a launch or be given a role.</summary>
/// <param name="Name">As signatures and the audit show it.</param>
/// <param name="Shown">Where somebody is chosen: the name, and what they sign in with where two have one name.</param>
public sealed record PortalPerson(Guid Id, string Name, string Shown);

/// <summary>An account, and whether its person ever chose a way to sign in.</summary>
public sealed record Account(PortalUser User, bool IsJoined);

/// <summary>Everybody who can be given something to do, by name: whose account is not disabled.</summary>
public sealed class PortalPeople(IDbContextFactory<IdentityDb> users)
{
    private volatile bool _isAnybody;

    /// <summary>Every account, disabled ones too.</summary>
    public async Task<IReadOnlyList<Account>> AccountsAsync(CancellationToken ct = default)
    {
        await using var db = await users.CreateDbContextAsync(ct);
        return await db.Users.AsNoTracking().OrderBy(u => u.Name).ThenBy(u => u.UserName)
            .Select(u => new Account(u, db.Joined.Any(j => j.Id == u.Id))).ToListAsync(ct);
    }

    /// <summary>Whether there is an account at all; once there is, it is not asked again: none is ever taken away.
    /// </summary>
    public async Task<bool> IsAnybodyAsync(CancellationToken ct = default)
    {
        if (!_isAnybody)
        {
            await using var db = await users.CreateDbContextAsync(ct);
            _isAnybody = await db.Users.AnyAsync(ct);
        }

        return _isAnybody;
    }

    /// <returns>Null when there is no such account.</returns>
    public async Task<PortalUser?> FindAsync(Guid id, CancellationToken ct = default)
    {
        await using var db = await users.CreateDbContextAsync(ct);
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct);
    }

    public async Task<IReadOnlyList<PortalPerson>> ListAsync(CancellationToken ct = default)
    {
        await using var db = await users.CreateDbContextAsync(ct);
        var all = await db.Users.Where(u => u.DisabledAt == null).OrderBy(u => u.Name).ThenBy(u => u.UserName)
            .Select(u => new { u.Id, u.Name, u.UserName }).ToListAsync(ct);
        var shared = all.CountBy(u => u.Name).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
        return [.. all.Select(u =>
            new PortalPerson(u.Id, u.Name, shared.Contains(u.Name) ? $"{u.Name}, {u.UserName}" : u.Name))];
    }
}
