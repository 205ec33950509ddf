using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>The portal's application on a database of its own, with a clock that stands still.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    internal TestPortal(TestDatabase database)
    {
        _database = database;
        _services = AnotherProcess(Clock, services => services.AddSingleton(database.Connections));
    }

    public string OwnerConnection => _database.OwnerConnection;

    public string PortalConnection => _database.PortalConnection;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 11, 15, 9, 0, 0, TimeSpan.Zero));

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The same database seen by another instance of the portal, with caches of its own.</summary>
    public ServiceProvider AnotherProcess(TimeProvider? clock = null, params IInterceptor[] interceptors) =>
        AnotherProcess(clock, services => Array.ForEach(interceptors, one => services.AddSingleton(one)));

    /// <inheritdoc cref="AnotherProcess(TimeProvider?, IInterceptor[])"/>
    /// <param name="change">Replaces services.</param>
    public ServiceProvider AnotherProcess(TimeProvider? clock, Action<IServiceCollection> change)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(clock ?? TimeProvider.System)
            .AddPortalApplication(PortalConnection).AddSingleton<IAdministrators, AsTheySay>()
            .AddSingleton<IColleagues, AsTheySay>();
        change(services);
        return services.BuildServiceProvider();
    }

    public Task<object?> AsPortalAsync(string sql) => RunAsync(PortalConnection, sql);

    public Task<object?> AsOwnerAsync(string sql) => RunAsync(OwnerConnection, sql);

    /// <summary>As superuser: for what no role of the portal can do.</summary>
    public Task<object?> AsServerAsync(string sql) => _database.AsAdministratorAsync(sql);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await using var pooled = new NpgsqlConnection(PortalConnection);
        NpgsqlConnection.ClearPool(pooled); // of tests that connect by themselves
    }

    /// <summary>This database has no accounts.</summary>
    private sealed class AsTheySay : IAdministrators, IColleagues
    {
        public Task<MadeAccount> MakeAsync(DbContext db, Colleague who, DateTimeOffset now, CancellationToken ct) =>
            Task.FromResult(new MadeAccount(null, Guid.CreateVersion7(), who.Name, "/account/link/none", null));

        public Task<bool> IsAsync(DbContext db, Guid userId, CancellationToken ct) => Task.FromResult(true);
    }

    private static async Task<object?> RunAsync(string connectionString, string sql)
    {
        await using var connection = PortalConnections.Beside(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
