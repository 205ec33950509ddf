using System.Collections.Concurrent;
using Npgsql;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>The PostgreSQL server that all tests share, set up as production's is.</summary>
internal static class TestServer
{
    private static readonly Lazy<NpgsqlDataSource> _administration =
        new(() => NpgsqlDataSource.Create(Administrator("postgres").ConnectionString));

    private static readonly ConcurrentDictionary<string, bool> _begun = [];

    static TestServer() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        Task.WhenAll(_begun.Keys.Select(DropAsync)).Wait();

    /// <summary>Of one portal: all that run at once share the server.</summary>
    public static int PoolSize { get; } = Math.Clamp(40 / Environment.ProcessorCount, 8, 12);

    /// <summary>The role that portals serve with.</summary>
    public static NpgsqlConnectionStringBuilder Portal(string database) => On("PORTAL_TEST_PORTAL", database);

    /// <summary>The role that owns a portal's tables.</summary>
    public static NpgsqlConnectionStringBuilder Owner(string database) => On("PORTAL_TEST_OWNER", database);

    /// <summary>The superuser: for what no role of a portal can do.</summary>
    public static NpgsqlConnectionStringBuilder Administrator(string database) => On("PORTAL_TEST_SERVER", database);

    /// <summary>Begins an empty database; it is dropped with the process at the latest.</summary>
    public static Task<string> CreateAsync(string kind) => CreateAsync(kind, "");

    /// <summary>Begins one as <paramref name="template"/> is, to which nobody may be connected.</summary>
    public static Task<string> CloneAsync(string kind, string template) =>
        CreateAsync(kind, $"template {template} strategy file_copy");

    public static async Task DropAsync(string name)
    {
        await AskAsync($"drop database if exists {name} with (force)");
        Keep(name);
    }

    /// <summary>Leaves it there for somebody who wants to look.</summary>
    public static void Keep(string name) => _begun.TryRemove(name, out _);

    private static async Task<string> CreateAsync(string kind, string how)
    {
        var name = $"readiness_{kind}_{Guid.NewGuid():N}";
        _begun[name] = true;
        await AskAsync($"create database {name} owner {Owner("").Username} {how}");
        return name;
    }

    private static async Task AskAsync(string sql)
    {
        await using var command = _administration.Value.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlConnectionStringBuilder On(string setting, string database) => new(
        Environment.GetEnvironmentVariable(setting) ?? throw new InvalidOperationException(
            $"{setting} is not set: run the tests with ./portal test, which starts PostgreSQL."))
    {
        Database = database,
        MaxPoolSize = PoolSize,
    };
}
