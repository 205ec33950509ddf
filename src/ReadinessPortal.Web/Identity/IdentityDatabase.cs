using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Web.Identity;

/// <summary>Brings the identity schema up to date and lets the portal's role work in it.</summary>
public static class IdentityDatabase
{
    public static async Task MigrateAsync(string owner, string? portalRole, CancellationToken ct = default)
    {
        var options = new DbContextOptionsBuilder<IdentityDb>();
        IdentityDb.Configure(options, owner);
        await using var db = new IdentityDb(options.Options);
        await db.Database.MigrateAsync(ct);

        if (portalRole is not null)
        {
            await PortalDatabase.GrantSchemaAsync(owner, portalRole, IdentityDb.Schema, ct);
        }
    }
}
