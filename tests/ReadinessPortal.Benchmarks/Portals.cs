using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Benchmarks;

/// <summary>A portal in this process, with the demo on a database of its own.</summary>
internal sealed class Portals : IAsyncDisposable
{
    private readonly bool _listens;

    private Portals(BenchDatabase database, bool listens) =>
        (Database, App, _listens) = (database, Create(database, database.Portal), listens);

    public BenchDatabase Database { get; }

    public PortalApp App { get; }

    public Uri Address => new(App.Addresses.First());

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public static async Task<Portals> StartAsync(bool listen)
    {
        var portals = new Portals(await BenchDatabase.CreateAsync(), listen);
        await (listen ? portals.App.StartAsync() : portals.App.PrepareAsync());
        return portals;
    }

    /// <summary>Another instance on the same database, whose statements are counted.</summary>
    public PortalApp Counted() => Create(Database, Database.Counted(Database.Portal));

    public async ValueTask DisposeAsync()
    {
        await (_listens ? App.StopAsync() : Task.CompletedTask); // open pages end before what they draw with
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static PortalApp Create(BenchDatabase database, string connection) => PortalApp.Create(new PortalStart
    {
        Environment = "Development",
        Urls = "http://127.0.0.1:0",
        Serving = false, // standard output is the table's
        Settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Portal"] = connection,
            ["ConnectionStrings:PortalOwner"] = database.Owner,
            ["Serilog:MinimumLevel:Override:Microsoft"] = "Error",
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Error",
        },
    });
}
