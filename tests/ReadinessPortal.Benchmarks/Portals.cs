using Npgsql;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Benchmarks;

/// <summary>A portal with the demo on a database of its own, made for one benchmark and dropped after it.</summary>
internal sealed class Portals : IAsyncDisposable
{
    private readonly string _server = Setting("PORTAL_TEST_SERVER");
    private readonly string _database = $"readiness_bench_{Guid.NewGuid():N}";

    private Portals()
    {
    }

    public PortalApp App { get; private set; } = null!;

    public Uri Address => new(App.Addresses.First());

    public static async Task<Portals> StartAsync(bool listen)
    {
        var portals = new Portals();
        var owner = portals.On("PORTAL_TEST_OWNER").Username;
        await portals.OnServerAsync($"create database {portals._database} owner {owner}");
        portals.App = PortalApp.Create(new PortalStart
        {
            Environment = "Development",
            Urls = "http://127.0.0.1:0",
            Settings = new Dictionary<string, string?>(portals.Connections)
            {
                ["Serilog:MinimumLevel:Default"] = "Error",
            },
        });
        await (listen ? portals.App.StartAsync() : portals.App.PrepareAsync());
        return portals;
    }

    public Dictionary<string, string?> Connections => new()
    {
        ["ConnectionStrings:Portal"] = On("PORTAL_TEST_PORTAL").ConnectionString,
        ["ConnectionStrings:PortalOwner"] = On("PORTAL_TEST_OWNER").ConnectionString,
    };

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await OnServerAsync($"drop database {_database} with (force)");
    }

    private NpgsqlConnectionStringBuilder On(string setting) => new(Setting(setting)) { Database = _database };

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Setting(string name) => Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"{name} is not set: run eval \"$(./portal db)\" first.");
}
