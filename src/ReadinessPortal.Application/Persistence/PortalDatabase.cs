using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ReadinessPortal.Application.Persistence;

/// <summary>Brings a database up to date, as its owner, and says what the portal's role may do in it.</summary>
public static partial class PortalDatabase
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
            await RunAsync(ownerConnectionString, Grants(Quoted(portalRole)), ct);
        }
    }

    /// <summary>Lets the portal's role read and write every table of a schema, such as the one of its users.</summary>
    public static Task GrantSchemaAsync(
        string ownerConnectionString, string portalRole, string schema, CancellationToken ct = default) =>
        RunAsync(ownerConnectionString, $"""
            grant usage on schema {Quoted(schema)} to {Quoted(portalRole)};
            grant select, insert, update, delete on all tables in schema {Quoted(schema)} to {Quoted(portalRole)};
            grant usage, select on all sequences in schema {Quoted(schema)} to {Quoted(portalRole)};
            """, ct);

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

    private static string Quoted(string name) =>
        PlainName().IsMatch(name) ? $"\"{name}\""
            : throw new ArgumentException($"'{name}' is no name for a role or schema.");

    // Nothing may be deleted but what can be rebuilt. Facts, which are archived, may be updated, and what is named
    // here; to any other table, such as what was signed, hashed or audited, rows are added and stay.
    private static string Grants(string role) => $"""
        grant usage on schema public to {role};
        revoke all on all tables in schema public from {role};
        grant select on all tables in schema public to {role};
        do $$
        declare
            name text;
        begin
            for name in
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'
                    and table_name not in ('__EFMigrationsHistory', 'standing_sign_offs')
            loop
                execute format('grant insert on public.%I to {role}', name);
                if name in ('guarded_changes', 'launch_summaries', 'launch_work', 'launches', 'log_choices',
                        'members', 'role_holdings', 'site_head', 'visits', 'waivers')
                    or exists (select from information_schema.columns c where c.table_schema = 'public'
                        and c.table_name = name and c.column_name = 'archived_at') then
                    execute format('grant update on public.%I to {role}', name);
                end if;
            end loop;
        end $$;
        grant update (met_at, met_by_id, met_by, met_note, met_evidence, dropped_at) on conditions to {role};
        grant update (times, last_at) on refused_attempts to {role};
        grant delete on launch_summaries, launch_work to {role};
        """;

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]{0,62}$")]
    private static partial Regex PlainName();
}
