using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Web.Identity;

/// <summary>Brings the identity schema up to date and lets the portal's role work in it.</summary>
public static class IdentityDatabase
{
    public static async Task MigrateAsync(string owner, string? portalRole, CancellationToken ct = default)
    {
        if (await PendingAsync(owner, ct) is not [])
        {
            await using var connection = PortalConnections.Beside(owner);
            var options = new DbContextOptionsBuilder<IdentityDb>();
            IdentityDb.Configure(options, connection);
            await using var db = new IdentityDb(options.Options);
            await db.Database.MigrateAsync(ct);
        }

        if (portalRole is not null)
        {
            await PortalDatabase.GrantSchemaAsync(owner, portalRole, IdentityDb.Schema, ct);
        }
    }

    /// <summary>Migrations that the schema still lacks; empty means up to date.</summary>
    public static Task<IReadOnlyList<string>> PendingAsync(string connectionString, CancellationToken ct = default) =>
        PendingMigrations.OfAsync(connectionString, typeof(IdentityDb), $"{IdentityDb.Schema}.migrations", ct);
}
