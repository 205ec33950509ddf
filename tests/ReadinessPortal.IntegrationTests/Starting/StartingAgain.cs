using System.Runtime.Versioning;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>Whatever state the last run left, the next one starts or says what to do.</summary>
[UnsupportedOSPlatform("windows")]
[TakesLong]
public sealed class StartingAgain(StartingAgain.Before before) : IClassFixture<StartingAgain.Before>, IDisposable
{
    /// <summary>A verb that ends at once: nothing listens on that port, so it answers no.</summary>
    private static readonly string[] _short = ["health", "--port", "9"];

    private readonly DataFolder _data = new();

    /// <summary>What one run leaves, to be copied: making a cluster takes longer than all else here.</summary>
    public sealed class Before : IAsyncLifetime
    {
        internal DataFolder Left { get; } = new();

        internal Ended Ended { get; private set; } = null!;

        public async Task InitializeAsync() => Ended = await Script.RunAsync(Left.Path, _short);

        public Task DisposeAsync()
        {
            Left.Dispose();
            return Task.CompletedTask;
        }
    }

    public void Dispose() => _data.Dispose();

    [Fact]
    public void A_verb_passes_its_status_on_and_the_last_to_leave_stops_the_server()
    {
        before.Ended.Status.Should().Be(1);

        Directory.Exists(before.Left.Cluster).Should().BeTrue();
        before.Left.ServerRuns.Should().BeFalse();
    }

    [Fact]
    public async Task An_interrupted_first_start_is_done_again()
    {
        await _data.TakeOverAsync(before.Left);
        Directory.Move(_data.Cluster, _data.Cluster + ".new");
        File.Delete(_data.Under("postgres", "pg.new", "PG_VERSION"));

        (await Script.RunAsync(_data.Path, _short)).Status.Should().Be(1);

        File.Exists(Path.Combine(_data.Cluster, "PG_VERSION")).Should().BeTrue();
    }

    [Fact]
    public async Task A_process_number_that_somebody_else_has_by_now_does_not_keep_the_server_from_starting()
    {
        await _data.TakeOverAsync(before.Left);
        await File.WriteAllTextAsync(
            Path.Combine(_data.Cluster, "postmaster.pid"), $"{Environment.ProcessId}\n{_data.Cluster}\n");

        var ended = await Script.RunAsync(_data.Path, _short);

        ended.Status.Should().Be(1);
        ended.Errors.Should().Contain("killed last time");
    }

    [Fact]
    public async Task Data_of_another_major_version_is_left_alone_and_both_ways_out_are_named()
    {
        await _data.TakeOverAsync(before.Left);
        await File.WriteAllTextAsync(Path.Combine(_data.Cluster, "PG_VERSION"), "9\n");

        var ended = await Script.RunAsync(_data.Path, _short);

        ended.Status.Should().Be(2);
        ended.Errors.Should().MatchRegex("^portal: [^\n]*\n$")
            .And.Contain("postgresql-9").And.Contain("export").And.Contain("PORTAL_DATA");
    }

    [Fact]
    public async Task Data_without_its_passwords_is_left_alone()
    {
        await _data.TakeOverAsync(before.Left);
        File.Delete(_data.Under("secrets"));

        var ended = await Script.RunAsync(_data.Path, _short);

        ended.Status.Should().Be(2);
        ended.Errors.Should().Contain("secrets is gone");
    }

    [Fact]
    public async Task A_server_that_does_not_start_shows_the_end_of_its_log()
    {
        await _data.TakeOverAsync(before.Left);
        await File.AppendAllTextAsync(Path.Combine(_data.Cluster, "postgresql.conf"), "no_such_setting = 1\n");

        var ended = await Script.RunAsync(_data.Path, _short);

        ended.Status.Should().Be(2);
        ended.Errors.Should().Contain("no_such_setting").And.Contain("PostgreSQL did not start");
    }

    [Fact]
    public async Task Root_keeps_the_data_where_the_servers_account_can_reach_it()
    {
        using var closed = DataFolder.Closed();

        var ended = await Script.RunAsync(closed.Path, _short);

        ended.Status.Should().Be(1);
        if (Environment.IsPrivilegedProcess)
        {
            ended.Errors.Should().Contain("cannot reach");
            var elsewhere = ended.Errors.Split("the database is in ")[1].Split('\n')[0];
            Directory.Exists(Path.Combine(elsewhere, "pg")).Should().BeTrue();
            Directory.Delete(elsewhere, recursive: true);
        }
        else
        {
            Directory.Exists(closed.Cluster).Should().BeTrue();
        }
    }

    [Fact]
    public async Task With_a_server_of_ones_own_none_is_started()
    {
        var own = new Dictionary<string, string?>
        {
            ["ConnectionStrings__Portal"] = "Host=localhost;Port=9;Username=nobody",
            ["ConnectionStrings__PortalOwner"] = "Host=localhost;Port=9;Username=nobody",
        };

        (await Script.RunAsync(_data.Path, own, _short)).Status.Should().Be(1);

        Directory.Exists(_data.Under("postgres")).Should().BeFalse();
    }

    [Fact]
    public async Task Two_who_start_at_once_share_one_server()
    {
        var ended = await Task.WhenAll(Script.RunAsync(_data.Path, _short), Script.RunAsync(_data.Path, _short));

        ended.Should().OnlyContain(e => e.Status == 1);
        ended.Count(e => e.Errors.Contains("creating", StringComparison.Ordinal)).Should().Be(1);
        _data.ServerRuns.Should().BeFalse();
    }
}
