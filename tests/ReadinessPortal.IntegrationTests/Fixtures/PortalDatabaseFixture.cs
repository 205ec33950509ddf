using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>
/// A database for each test, cloned from one that is migrated once. The portal in it runs as the portal's own role, so
/// that its grants are tried with everything else.
/// </summary>
public static class PortalDatabaseFixture
{
    private static readonly string _server = Setting("PORTAL_TEST_SERVER");
    private static readonly Lazy<Task<string>> _template = new(MigrateTemplateAsync);
    private static readonly Lazy<Task<string>> _staffed = new(() => TemplateAsync(async portal =>
    {
        await portal.StaffedAsync();
        await portal.FollowedUpAsync();
    }));

    /// <summary>
    /// Drops the database when <paramref name="test"/> succeeds; keeps it and says its name when it fails.
    /// </summary>
    public static async Task InAPortal(Func<TestPortal, Task> test) => await InAPortal(await _template.Value, test);

    /// <summary>The same with the small launch in it, and somebody in each of its roles.</summary>
    public static async Task InALaunch(Func<TestPortal, Task> test) =>
        await InAPortal(await _staffed.Value, test);

    /// <summary>The same on a copy of another template.</summary>
    public static async Task InAPortal(string template, Func<TestPortal, Task> test)
    {
        var name = $"readiness_test_{Guid.NewGuid():N}";
        var portal = await CloneAsync(name, template);
        try
        {
            await test(portal);
        }
        catch (Exception)
        {
            Console.Error.WriteLine($"Kept for a look: database {name}");
            await portal.DisposeAsync();
            throw;
        }

        await portal.DisposeAsync();
        await OnServerAsync($"drop database {name} with (force)");
    }

    /// <summary>A template that is prepared once for many tests; dropped at the end of the run.</summary>
    public static async Task<string> TemplateAsync(Func<TestPortal, Task> prepare)
    {
        var name = $"readiness_prepared_{Guid.NewGuid():N}";
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            OnServerAsync($"drop database if exists {name} with (force)").Wait();
        await using (var portal = await CloneAsync(name, await _template.Value))
        {
            await prepare(portal);
        }

        return name; // a template may have no connections: they went with the portal
    }

    private static async Task<TestPortal> CloneAsync(string name, string template)
    {
        await OnServerAsync(
            $"create database {name} template {template} owner {Owner("").Username} strategy file_copy");
        return new(Owner(name).ConnectionString, Portal(name).ConnectionString, Server(name).ConnectionString);
    }

    private static async Task<string> MigrateTemplateAsync()
    {
        var name = $"readiness_template_{Guid.NewGuid():N}";
        await OnServerAsync($"create database {name} owner {Owner("").Username}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => OnServerAsync($"drop database {name} with (force)").Wait();
        var owner = Owner(name);
        owner.Pooling = false; // a template may have no connections
        await PortalDatabase.MigrateAsync(owner.ConnectionString, Portal("").Username);
        return name;
    }

    private static async Task OnServerAsync(string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder(_server) { Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlConnectionStringBuilder Owner(string database) => On(Setting("PORTAL_TEST_OWNER"), database);

    private static NpgsqlConnectionStringBuilder Portal(string database) => On(Setting("PORTAL_TEST_PORTAL"), database);

    private static NpgsqlConnectionStringBuilder Server(string database) => On(_server, database);

    private static NpgsqlConnectionStringBuilder On(string connection, string database) =>
        new(connection) { Database = database, MaxPoolSize = DemoPortal.PoolSize };

    private static string Setting(string name) => Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException(
            $"{name} is not set: run the tests with ./portal test, which starts PostgreSQL.");
}

/// <summary>The portal's application on a database of its own, with a clock that stands still.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public TestPortal(string ownerConnection, string portalConnection, string serverConnection)
    {
        (OwnerConnection, PortalConnection, ServerConnection) = (ownerConnection, portalConnection, serverConnection);
        _services = AnotherProcess(Clock);
    }

    public string OwnerConnection { get; }

    public string PortalConnection { get; }

    /// <summary>As superuser: for what no role of the portal can do.</summary>
    public string ServerConnection { get; }

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
            .AddPortalApplication(PortalConnection).AddSingleton<IAdministrators, AsTheySay>();
        change(services);
        return services.BuildServiceProvider();
    }

    public Task<object?> AsPortalAsync(string sql) => RunAsync(PortalConnection, sql);

    public Task<object?> AsOwnerAsync(string sql) => RunAsync(OwnerConnection, sql);

    public Task<object?> AsServerAsync(string sql) => RunAsync(ServerConnection, sql);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await using var pooled = new NpgsqlConnection(PortalConnection);
        NpgsqlConnection.ClearPool(pooled); // of tests that connect by themselves
    }

    /// <summary>This database has no accounts.</summary>
    private sealed class AsTheySay : IAdministrators
    {
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
