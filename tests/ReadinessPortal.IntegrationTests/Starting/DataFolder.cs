using System.Diagnostics;
using System.Runtime.Versioning;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>A folder for a private cluster, gone after the test.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DataFolder : IDisposable
{
    private const UnixFileMode OpenToPass = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public DataFolder() : this(OpenToPass)
    {
    }

    private DataFolder(UnixFileMode mode)
    {
        Path = Directory.CreateTempSubdirectory("readiness-test-").FullName;
        File.SetUnixFileMode(Path, mode);
    }

    public string Path { get; }

    /// <summary>Where PostgreSQL keeps its files, unless its account cannot get there.</summary>
    public string Cluster => Under("postgres", "pg");

    public bool ServerRuns => File.Exists(System.IO.Path.Combine(Cluster, "postmaster.pid"));

    /// <summary>One that only its owner may enter, as most home folders are.</summary>
    public static DataFolder Closed() => new(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>Copies what is in another one, with who owns it.</summary>
    public async Task TakeOverAsync(DataFolder other)
    {
        using var copy = Process.Start("cp", ["--archive", $"{other.Path}/.", Path]);
        await copy.WaitForExitAsync();
        if (copy.ExitCode != 0)
        {
            throw new InvalidOperationException($"{other.Path} could not be copied.");
        }
    }

    public string Under(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        // A test that failed half-way may have left a server.
        foreach (var pid in Directory.EnumerateFiles(Path, "postmaster.pid", SearchOption.AllDirectories))
        {
            if (int.TryParse(File.ReadLines(pid).First(), out var id) && id != Environment.ProcessId)
            {
                Process.GetProcesses().FirstOrDefault(p => p.Id == id && p.ProcessName == "postgres")?.Kill();
            }
        }

        Directory.Delete(Path, recursive: true);
    }
}
