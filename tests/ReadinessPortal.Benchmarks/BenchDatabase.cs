using Npgsql;

namespace ReadinessPortal.Benchmarks;

/// <summary>A database made for one measurement and dropped after it.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string _server = Settings.Server("PORTAL_TEST_SERVER");
    private readonly string _name = $"readiness_bench_{Guid.NewGuid():N}";
    private readonly StatementCounter _counter;

    private BenchDatabase() => _counter = new(new NpgsqlConnectionStringBuilder(_server));

    /// <summary>As the role that the portal works with.</summary>
    public string Portal => On("PORTAL_TEST_PORTAL").ConnectionString;

    /// <summary>As the role that owns the schema.</summary>
    public string Owner => On("PORTAL_TEST_OWNER").ConnectionString;

    /// <summary>As the server's administrator, who may do everything.</summary>
    public string Administrator => On("PORTAL_TEST_SERVER").ConnectionString;

    /// <summary>Statements that were sent over connections that are counted.</summary>
    public long Statements => _counter.Count;

    public static async Task<BenchDatabase> CreateAsync()
    {
        var database = new BenchDatabase();
        var owner = database.On("PORTAL_TEST_OWNER").Username;
        await database.OnServerAsync($"create database {database._name} owner {owner}");
        return database;
    }

    /// <summary>The same connection, counted, which takes a little time.</summary>
    public string Counted(string connection) => _counter.Through(connection);

    public async ValueTask DisposeAsync()
    {
        _counter.Dispose();
        await OnServerAsync($"drop database {_name} with (force)");
    }

    private NpgsqlConnectionStringBuilder On(string setting) => new(Settings.Server(setting)) { Database = _name };

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
