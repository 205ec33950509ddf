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

        await GrantAsync(owner, new NpgsqlConnectionStringBuilder(portal).Username ?? "", ct);
    }

    private static async Task GrantAsync(string owner, string role, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(ct);
        var grantee = new NpgsqlCommandBuilder().QuoteIdentifier(role);
        await using var grant = new NpgsqlCommand(
            $"""
            grant usage on schema {IdentityDb.Schema} to {grantee};
            grant select, insert, update, delete on all tables in schema {IdentityDb.Schema} to {grantee};
            grant usage on all sequences in schema {IdentityDb.Schema} to {grantee};
            """, connection);
        await grant.ExecuteNonQueryAsync(ct);
    }
}
