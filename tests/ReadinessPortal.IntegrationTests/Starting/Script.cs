using System.Diagnostics;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>
/// The script <c>./portal</c> with a data folder of its own, and the portal these tests were built with.
/// </summary>
internal static class Script
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Starts it; the caller ends it.</summary>
    public static Process Start(
        string data, IReadOnlyDictionary<string, string?>? environment, params string[] words) =>
        StartIn(Root, data, environment, words);

    /// <summary>The same of another checkout.</summary>
    public static Process StartIn(
        string root, string data, IReadOnlyDictionary<string, string?>? environment, params string[] words)
    {
        // Whatever runs in the background may have Ctrl-C ignored, and no shell can trap what it was told to ignore.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", Path.Combine(root, "portal"), .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["PORTAL_DATA"] = data;
        start.Environment["PORTAL_BUILT"] = Path.Combine(AppContext.BaseDirectory, "ReadinessPortal.Web.dll");
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The script did not start.");
        process.StandardInput.Close();
        return process;
    }

    public static Task<Ended> RunAsync(string data, params string[] words) => RunAsync(data, null, words);

    public static Task<Ended> RunAsync(
        string data, IReadOnlyDictionary<string, string?>? environment, params string[] words) =>
        EndAsync(Start(data, environment, words));

    public static async Task<Ended> EndAsync(Process started)
    {
        using var process = started;
        using var late = Patience.StartsWithAProgram();
        var output = process.StandardOutput.ReadToEndAsync(late.Token);
        var errors = process.StandardError.ReadToEndAsync(late.Token);
        await process.WaitForExitAsync(late.Token);
        return new Ended(process.ExitCode, await output, await errors);
    }

    private static bool IsOurs(string name) =>
        name.StartsWith("PORTAL_", StringComparison.Ordinal)
            || name.StartsWith("ConnectionStrings__", StringComparison.Ordinal)
        || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name.Contains("__", StringComparison.Ordinal);

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "ReadinessPortal.sln"))
            ? folder
            : FindRoot(
                Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Not inside the repository."));
}

/// <param name="Output">What it printed as its result.</param>
/// <param name="Errors">What it said about its work.</param>
internal sealed record Ended(int Status, string Output, string Errors)
{
    /// <summary>The values of <c>export NAME='VALUE'</c> lines.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line["export ".Length..].Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim('\''));
}
