using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Npgsql;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>
/// A PostgreSQL server of its own, which a test may stop, kill and replace; on a Unix socket, and with the limits of
/// production. What a transaction was told to be committed survives the end of its process, not that of the machine.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class PostgresServer : IAsyncDisposable
{
    private const int PortalsPool = 12;

    private static readonly string _programs = Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES")
        ?? throw new InvalidOperationException("PORTAL_TEST_POSTGRES is not set: run the tests with ./portal test.");

    // PostgreSQL does not run as root.
    private static readonly string[] _asAccount = Environment.UserName == "root"
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        : ["env"];

    private bool _isKilled;

    private PostgresServer(string folder) => Folder = folder;

    /// <summary>Where its socket is, and its data below.</summary>
    public string Folder { get; }

    private string Data => Path.Combine(Folder, "data");

    /// <summary>With the portal's roles and its empty database.</summary>
    public static async Task<PostgresServer> StartAsync(params string[] settings)
    {
        var server = await InNewFolderAsync();
        await RunAsync(Path.Combine(_programs, "initdb"), "--pgdata", server.Data, "--username", "postgres", "--auth",
            "trust", "--no-sync", "--encoding", "UTF8", "--locale", "C.UTF-8");
        await server.SetAsync([.. settings, "listen_addresses = ''", "fsync = off"]);
        await server.StartAgainAsync();
        await RunAsync("env", "OWNER_PASSWORD=owner", "PORTAL_PASSWORD=portal", Path.Combine(_programs, "psql"),
            "--host", server.Folder, "--username", "postgres", "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1",
            "--file", Path.Combine(Starting.Script.Root, "src/ReadinessPortal.Web/Starting/roles.sql"));
        return server;
    }

    /// <summary>A standby of this server, which waits for it with every commit from now on.</summary>
    public async Task<PostgresServer> StandbyAsync()
    {
        var standby = await InNewFolderAsync();
        await RunAsync(Path.Combine(_programs, "pg_basebackup"), "--pgdata", standby.Data, "--host", Folder,
            "--username", "postgres", "--write-recovery-conf", "--wal-method", "stream", "--checkpoint", "fast",
            "--no-sync");
        await standby.StartAgainAsync();
        await AskAsync("alter system set synchronous_standby_names = '*'");
        await AskAsync("select pg_reload_conf()");
        return standby;
    }

    /// <param name="others">Servers that may be primary instead of this one.</param>
    public string Connection(string role, params PostgresServer[] others) => new NpgsqlConnectionStringBuilder
    {
        Host = string.Join(',', others.Prepend(this).Select(s => s.Folder)),
        Username = role,
        Database = "readiness",
        MaxPoolSize = PortalsPool,
    }.ConnectionString;

    /// <summary>As its administrator, whatever it says; for whom a few connections are always free.</summary>
    public async Task<object?> AskAsync(string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder(Connection("postgres")) { Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <param name="mode">As <c>pg_ctl</c> knows it: fast, or immediate.</param>
    public Task StopAsync(string mode) => ControlAsync("stop", "--mode", mode);

    /// <summary>Kills the process that the others are children of, as the system does when memory runs out.</summary>
    public async Task KillAsync()
    {
        var number = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        using var postmaster = Process.GetProcessById(int.Parse(number, CultureInfo.InvariantCulture));
        postmaster.Kill();
        _isKilled = true;
        await postmaster.WaitForExitAsync();
    }

    public async Task StartAgainAsync()
    {
        _isKilled = false;
        // What a killed server left behind has to end first.
        for (var tries = 0; ; tries++)
        {
            try
            {
                await ControlAsync("start", "--log", Path.Combine(Folder, "log"), "--options",
                    $"-c unix_socket_directories={Folder}");
                return;
            }
            catch (InvalidOperationException) when (tries < 20)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>A standby becomes the primary.</summary>
    public Task PromoteAsync() => ControlAsync("promote");

    public async ValueTask DisposeAsync()
    {
        if (!_isKilled && File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await StopAsync("immediate");
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<PostgresServer> InNewFolderAsync()
    {
        var folder = Directory.CreateTempSubdirectory("readiness-server-").FullName;
        if (_asAccount.Length > 1)
        {
            using var given = Process.Start("chown", ["postgres:postgres", folder]);
            await given.WaitForExitAsync();
        }

        return new(folder);
    }

    private Task SetAsync(IEnumerable<string> settings) => RunAsync(
        ["sh", "-c", "printf '%s\\n' \"$@\" >>\"$0\"", Path.Combine(Data, "postgresql.conf"), .. settings]);

    private Task ControlAsync(string what, params string[] options) => RunAsync(
        [Path.Combine(_programs, "pg_ctl"), what, "--silent", "--wait", "--pgdata", Data, .. options]);

    private static async Task RunAsync(params string[] words)
    {
        // A server that is started keeps its output open for as long as it runs: it goes to a file.
        var said = Path.GetTempFileName();
        using var process = Process.Start(new ProcessStartInfo("sh",
            ["-c", "said=$1; shift; exec \"$@\" >\"$said\" 2>&1 </dev/null", "sh", said, .. _asAccount, .. words])
        {
            WorkingDirectory = "/",
        })!;
        await process.WaitForExitAsync();
        var text = await File.ReadAllTextAsync(said);
        File.Delete(said);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', words)}: {text}");
        }
    }
}
