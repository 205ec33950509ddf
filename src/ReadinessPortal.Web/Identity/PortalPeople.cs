using Microsoft.EntityFrameworkCore;

namespace ReadinessPortal.Web.Identity;

/// <summary>Somebody who can be let into a launch or be given a role.</summary>
/// <param name="UserName">What they sign in with; tells two people of one name apart.</param>
public sealed record PortalPerson(Guid Id, string Name, string UserName);

/// <summary>Everybody who can sign in, by name.</summary>
public sealed class PortalPeople(IDbContextFactory<IdentityDb> users)
{
    public async Task<IReadOnlyList<PortalPerson>> ListAsync(CancellationToken ct = default)
    {
        await using var db = await users.CreateDbContextAsync(ct);
        return await db.Users.OrderBy(u => u.Name).ThenBy(u => u.UserName)
            .Select(u => new PortalPerson(u.Id, u.Name, u.UserName!)).ToListAsync(ct);
    }
}
