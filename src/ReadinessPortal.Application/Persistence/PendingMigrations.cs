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
    /// <param name="connectionString">Of any role that can read <paramref name="table"/>.</param>
    /// <param name="context">The context whose migrations are meant.</param>
    /// <param name="table">The table of applied migrations, quoted and with its schema.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(
        string connectionString, Type context, string table, CancellationToken ct = default)
    {
        var pending = context.Assembly.GetTypes()
            .Where(t => t.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal)
            .ToList();
        await using var connection = PortalConnections.Beside(connectionString);
        await connection.OpenAsync(ct);
        await using var known = new NpgsqlCommand("select to_regclass($1) is not null", connection)
        {
            Parameters = { new() { Value = table } },
        };
        if (await known.ExecuteScalarAsync(ct) is not true)
        {
            return pending;
        }

        await using var command = new NpgsqlCommand($"select migration_id from {table}", connection);
        await using var applied = await command.ExecuteReaderAsync(ct);
        while (await applied.ReadAsync(ct))
        {
            pending.Remove(applied.GetString(0));
        }

        return pending;
    }
}
