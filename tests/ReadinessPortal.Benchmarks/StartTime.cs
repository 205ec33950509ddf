namespace ReadinessPortal.Benchmarks;

/// <summary>From the start of the published program to the first 200 of its readiness, on a prepared database, in turn
/// with the peer's.</summary>
internal static class StartTime
{
    private const int Times = 5;

    public static async Task RunAsync(ResultTable table)
    {
        await using var database = await BenchDatabase.CreateAsync();
        await using var besides = Peer.IsGiven ? await BenchDatabase.CreateAsync() : null;
        var portal = await PublishedPortal.OnAsync(database);
        var peer = besides is null ? null : Peer.On(besides);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var i = 0; i <= Times; i++)
        {
            ours.Add(await SecondsAsync(portal));
            if (peer is not null)
            {
                theirs.Add(await SecondsAsync(peer));
            }
        }

        // The first one prepares the database.
        table.Add("start to first 200, published", "s", new Samples(ours.Skip(1)).Median,
            peer is null ? null : new Samples(theirs.Skip(1)).Median, "1.5 s, below the peer");
    }

    private static async Task<double> SecondsAsync(ServerProgram program)
    {
        await using var server = await ServerProcess.StartAsync(program);
        return server.StartedIn.TotalSeconds;
    }
}
