using Microsoft.EntityFrameworkCore;

namespace ReadinessPortal.Web.Identity;

/// <summary>Somebody who can be let into a launch or be given a role.</summary>
/// <param name="Name">As signatures and the audit show it.</param>
/// <param name="Shown">Where somebody is chosen: the name, and what they sign in with where two have one name.</param>
public sealed record PortalPerson(Guid Id, string Name, string Shown);

/// <summary>Everybody who can sign in, by name.</summary>
public sealed class PortalPeople(IDbContextFactory<IdentityDb> users)
{
    public async Task<IReadOnlyList<PortalPerson>> ListAsync(CancellationToken ct = default)
    {
        await using var db = await users.CreateDbContextAsync(ct);
        var all = await db.Users.OrderBy(u => u.Name).ThenBy(u => u.UserName)
            .Select(u => new { u.Id, u.Name, u.UserName }).ToListAsync(ct);
        var shared = all.CountBy(u => u.Name).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
        return [.. all.Select(u =>
            new PortalPerson(u.Id, u.Name, shared.Contains(u.Name) ? $"{u.Name}, {u.UserName}" : u.Name))];
    }
}
