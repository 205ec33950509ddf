namespace ReadinessPortal.Benchmarks;

/// <summary>
/// Another published web application to measure beside the portal. The environment names it:
/// <c>PEER_FOLDER</c> where it was published to; <c>PEER_COMMAND</c> what starts it there, such as
/// <c>dotnet Peer.dll</c>; <c>PEER_PAGES</c> paths of its counterparts of brief and criteria, which anybody may see,
/// separated by a blank; <c>PEER_READY</c> a path that answers 200 once it serves, or else its first page;
/// <c>PEER_CONNECTION</c> the variable in which it wants the connection string of a database of its own, such as
/// <c>ConnectionStrings__Default</c>. It is told in <c>ASPNETCORE_URLS</c> where to listen, and gets every other
/// variable as it is.
/// </summary>
internal static class Peer
{
    private static readonly string[] _pages = (Settings.Text("PEER_PAGES") ?? "/")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Somebody named one.</summary>
    public static bool IsGiven { get; } = Settings.Text("PEER_COMMAND") is not null;

    /// <summary>Path of the page that stands beside the brief.</summary>
    public static string Brief => _pages[0];

    /// <summary>Path of the page that stands beside the criteria; null where it has none.</summary>
    public static string? Criteria => _pages.ElementAtOrDefault(1);

    /// <param name="counted">Its statements are counted.</param>
    /// <exception cref="NotMeasuredException">It is named by halves.</exception>
    public static ServerProgram On(BenchDatabase database, bool counted = false)
    {
        var folder = Settings.Text("PEER_FOLDER")
            ?? throw new NotMeasuredException("PEER_FOLDER is not set: name the folder of the published peer.");
        if (!Directory.Exists(folder))
        {
            throw new NotMeasuredException($"PEER_FOLDER names '{folder}', which is not a folder.");
        }

        var variables = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = Settings.Text("ASPNETCORE_ENVIRONMENT") ?? "Production",
            ["Logging__LogLevel__Default"] = "Error",
            ["Serilog__MinimumLevel__Default"] = "Error",
        };
        if (Settings.Text("PEER_CONNECTION") is { } name)
        {
            variables[name] = counted ? database.Counted(database.Administrator) : database.Administrator;
        }

        return new("The peer", folder, Settings.Text("PEER_COMMAND")!, Settings.Text("PEER_READY") ?? Brief, variables);
    }
}
