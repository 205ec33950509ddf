using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace ReadinessPortal.Application.Persistence;

/// <summary>
/// What a database still lacks, asked of its table of migrations alone: to migrate, or to ask a context, builds the
/// whole model first, which would be a large part of every start and of the first check of health.
/// </summary>
public static class PendingMigrations
{
    /// <summary>In their order; empty means up to date.</summary>
    /// <param name="connectionString">Of any role that can read <paramref name="table"/>.</param>
    /// <param name="context">The context whose migrations are meant.</param>
    /// <param name="table">The table of applied migrations, quoted and with its schema.</param>
    /// <exception cref="OtherMigrationsException">What it lacks cannot be added to what it has.</exception>
    public static async Task<IReadOnlyList<string>> OfAsync(
        string connectionString, Type context, string table, CancellationToken ct = default)
    {
        var known = context.Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Migration))
                && t.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal)
            .ToList();
        var applied = await AppliedAsync(connectionString, table, ct);
        var pending = known.Except(applied, StringComparer.Ordinal).ToList();
        return pending is not [] && applied.Except(known, StringComparer.Ordinal).Order().LastOrDefault() is { } other
            ? throw new OtherMigrationsException(other)
            : pending;
    }

    private static async Task<List<string>> AppliedAsync(
        string connectionString, string table, CancellationToken ct)
    {
        await using var connection = PortalConnections.Beside(connectionString);
        await connection.OpenAsync(ct);
        await using var made = new NpgsqlCommand("select to_regclass($1) is not null", connection)
        {
            Parameters = { new() { Value = table } },
        };
        var applied = new List<string>();
        if (await made.ExecuteScalarAsync(ct) is true)
        {
            await using var command = new NpgsqlCommand($"select migration_id from {table}", connection);
            await using var ids = await command.ExecuteReaderAsync(ct);
            while (await ids.ReadAsync(ct))
            {
                applied.Add(ids.GetString(0));
            }
        }

        return applied;
    }
}

/// <summary>The database was made by a version whose migrations this one does not know, and nothing was changed.
/// </summary>
/// <param name="migration">The last of them.</param>
public sealed class OtherMigrationsException(string migration) : Exception(
    $"The database has had the migration {migration}, which this version does not know, and lacks some of those it "
    + "does know: nothing was changed. Export its launches with the version that made it (./portal export), start "
    + "this version on an empty database, and import them there (./portal import).");
