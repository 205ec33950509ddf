using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ReadinessPortal.Application.Persistence;

/// <summary>Brings a database up to date, as its owner, and says what the portal's role may do in it.</summary>
public static class PortalDatabase
{
    /// <param name="ownerConnectionString">Role that owns the tables.</param>
    /// <param name="portalRole">Role the portal runs as; null where that is the owner itself.</param>
    public static async Task MigrateAsync(
        string ownerConnectionString, string? portalRole = null, CancellationToken ct = default)
    {
        if (await PendingAsync(ownerConnectionString, ct) is not [])
        {
            await using var db = Open(ownerConnectionString);
            await db.Database.MigrateAsync(ct);
        }

        if (portalRole is not null && portalRole != new NpgsqlConnectionStringBuilder(ownerConnectionString).Username)
        {
            await RunAsync(ownerConnectionString, PortalGrants.OfFacts(portalRole), ct);
        }
    }

    /// <summary>Lets the portal's role read and write every table of a schema, such as the one of its users.</summary>
    public static Task GrantSchemaAsync(
        string ownerConnectionString, string portalRole, string schema, CancellationToken ct = default) =>
        RunAsync(ownerConnectionString, PortalGrants.OfSchema(portalRole, schema), ct);

    /// <summary>Migrations that the database still lacks; empty means up to date.</summary>
    public static Task<IReadOnlyList<string>> PendingAsync(string connectionString, CancellationToken ct = default) =>
        PendingMigrations.OfAsync(connectionString, typeof(WritingDb), "public.\"__EFMigrationsHistory\"", ct);

    /// <summary>Reads and writes through the portal's pool.</summary>
    internal static T UsePortal<T>(this T options, NpgsqlDataSource source)
        where T : DbContextOptionsBuilder
    {
        options.UseNpgsql(source).UseSnakeCaseNamingConvention().LeavingFailuresToCallers()
            .ReplaceService<IModelCacheKeyFactory, OneModel>();
        return options;
    }

    /// <summary>Whoever answers a failure says so once, in their own words; EF does not log it as well.</summary>
    public static DbContextOptionsBuilder LeavingFailuresToCallers(this DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(events => events.Log(
            (CoreEventId.QueryIterationFailed, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (RelationalEventId.ConnectionError, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug),
            (RelationalEventId.TransactionError, LogLevel.Debug)));

    private static WritingDb Open(string connectionString) =>
        new(new DbContextOptionsBuilder<WritingDb>()
            .UseNpgsql(PortalConnections.BesideText(connectionString)).UseSnakeCaseNamingConvention().Options);

    private static async Task RunAsync(string connectionString, string sql, CancellationToken ct)
    {
        await using var connection = PortalConnections.Beside(connectionString);
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
