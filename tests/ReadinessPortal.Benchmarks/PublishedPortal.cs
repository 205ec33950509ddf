using System.Diagnostics;

namespace ReadinessPortal.Benchmarks;

/// <summary>The portal as it is delivered: from the folder that <c>PORTAL_PUBLISHED</c> names, or published for this
/// run as the Dockerfile does.</summary>
internal static class PublishedPortal
{
    private const string Solution = "ReadinessPortal.sln";

    private static readonly Lazy<Task<string>> _folder = new(
        () => Settings.Text("PORTAL_PUBLISHED") is { } given ? Task.FromResult(given) : PublishAsync());

    /// <summary>With the demo, and quiet: writing a log is not what is measured.</summary>
    /// <param name="counted">Its statements are counted.</param>
    public static async Task<ServerProgram> OnAsync(BenchDatabase database, bool counted = false) => new(
        "The portal", await _folder.Value, "./ReadinessPortal.Web run", "/healthz/ready",
        new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__Portal"] = counted ? database.Counted(database.Portal) : database.Portal,
            ["ConnectionStrings__PortalOwner"] = database.Owner,
            ["Demo__Enabled"] = "true",
            ["Serilog__MinimumLevel__Default"] = "Error",
        });

    /// <summary>Removes what was published for this run.</summary>
    public static void Clear()
    {
        if (_folder is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } made }
            && Settings.Text("PORTAL_PUBLISHED") is null)
        {
            Directory.Delete(made.Result, recursive: true);
        }
    }

    private static async Task<string> PublishAsync()
    {
        var folder = Directory.CreateTempSubdirectory("readiness-published-").FullName;
        await Console.Error.WriteLineAsync("publishing the portal, which PORTAL_PUBLISHED=FOLDER spares…");
        var start = new ProcessStartInfo("dotnet", [
            "publish", "src/ReadinessPortal.Web", "-c", "Release", "-p:PublishProfile=Image", "--nologo", "-v", "quiet",
            "-o", folder,
        ])
        {
            WorkingDirectory = Root(),
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
        {
            Directory.Delete(folder, recursive: true);
            throw new NotMeasuredException(
                $"The portal could not be published (dotnet publish ended with {publish.ExitCode}): {FirstLine(said)}");
        }

        return folder;
    }

    private static string FirstLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";

    private static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Solution)))
            {
                return folder;
            }
        }

        throw new NotMeasuredException(
            $"{Solution} is in no folder above {AppContext.BaseDirectory}: publish the portal and name its folder in "
            + "PORTAL_PUBLISHED.");
    }
}
