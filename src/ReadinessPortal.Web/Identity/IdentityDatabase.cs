using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ReadinessPortal.Web.Identity;

/// <summary>Brings the identity schema up to date and lets the portal's role work in it.</summary>
public static class IdentityDatabase
{
    public static async Task MigrateAsync(string owner, string portal, CancellationToken ct = default)
    {
        var options = new DbContextOptionsBuilder<IdentityDb>();
        IdentityDb.Configure(options, owner);
        await using var db = new IdentityDb(options.Options);
        await db.Database.MigrateAsync(ct);

        if (new NpgsqlConnectionStringBuilder(portal).Username is { } role)
        {
            var grantee = new NpgsqlCommandBuilder().QuoteIdentifier(role);
            await db.Database.ExecuteSqlRawAsync(
                $"""
                grant usage on schema {IdentityDb.Schema} to {grantee};
                grant select, insert, update, delete on all tables in schema {IdentityDb.Schema} to {grantee};
                grant usage on all sequences in schema {IdentityDb.Schema} to {grantee};
                revoke insert, update, delete on {IdentityDb.Schema}.migrations from {grantee};
                """, ct);
        }
    }
}
