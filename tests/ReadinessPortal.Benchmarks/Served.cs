namespace ReadinessPortal.Benchmarks;

/// <summary>A published application that serves, on a database of its own.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly BenchDatabase _database;
    private readonly ServerProcess _server;

    private Served(BenchDatabase database, ServerProcess server) => (_database, _server) = (database, server);

    public Uri Address => _server.Address;

    /// <summary>Statements that its database was sent so far, when they are counted.</summary>
    public long Statements => _database.Statements;

    public static Task<Served> PortalAsync(bool counted = false, bool tellsHeap = false) =>
        StartAsync(database => PublishedPortal.OnAsync(database, counted), tellsHeap);

    /// <returns>Null where nobody named a peer.</returns>
    public static async Task<Served?> PeerAsync(bool counted = false, bool tellsHeap = false) => Peer.IsGiven
        ? await StartAsync(database => Task.FromResult(Peer.On(database, counted)), tellsHeap)
        : null;

    /// <inheritdoc cref="ServerProcess.HeapAsync"/>
    public Task<long> HeapAsync() => _server.HeapAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task<Served> StartAsync(Func<BenchDatabase, Task<ServerProgram>> program, bool tellsHeap)
    {
        var database = await BenchDatabase.CreateAsync();
        try
        {
            return new(database, await ServerProcess.StartAsync(await program(database), tellsHeap));
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }
}
