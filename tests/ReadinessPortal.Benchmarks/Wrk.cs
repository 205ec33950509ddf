using System.Diagnostics;
using System.Globalization;

namespace ReadinessPortal.Benchmarks;

/// <summary>Asks for a page with many connections at once: the load generator wrk, where it is installed.</summary>
internal sealed class Wrk : IDisposable
{
    private const string Script = """
        done = function(summary, latency)
            local e = summary.errors
            io.write(string.format("measured %d %f %f %d\n", summary.requests,
                summary.requests / (summary.duration / 1e6), latency:percentile(95) / 1000,
                e.status + e.connect + e.read + e.write + e.timeout))
        end
        """;

    private const int WarmSeconds = 4;

    private readonly string _script = Path.GetTempFileName();

    private Wrk() => File.WriteAllText(_script, Script);

    /// <exception cref="NotMeasuredException">It is not installed.</exception>
    public static Wrk Find() => IsInstalled ? new() : throw new NotMeasuredException(
        "wrk is not on the PATH: install it (apt-get install wrk, brew install wrk) and start again.");

    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    /// <summary>Asks long enough for everything to be compiled and cached before anything counts.</summary>
    public Task WarmAsync(LoadTarget target, int connections) => AskAsync(target, connections, WarmSeconds);

    /// <exception cref="NotMeasuredException">Something else than pages was answered.</exception>
    public async Task<Load> RunAsync(LoadTarget target, int connections)
    {
        var said = await AskAsync(target, connections, Settings.Seconds);
        var line = said.Split('\n').FirstOrDefault(l => l.StartsWith("measured ", StringComparison.Ordinal))
            ?? throw new NotMeasuredException($"wrk measured nothing at {target.Address}: {said.Trim()}");
        var figures = line.Split(' ')[1..].Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        return figures switch
        {
            [0, _, _, 0] => new(0, 0, double.PositiveInfinity),
            [var requests, var rate, var p95, 0] => new((long)requests, rate, p95),
            _ => throw new NotMeasuredException(
                $"{target.Address} answered {figures[^1]} of {figures[0]} requests with errors."),
        };
    }

    public void Dispose() => File.Delete(_script);

    private async Task<string> AskAsync(LoadTarget target, int connections, int seconds)
    {
        // One thread asks more often than anything here answers, and leaves the processors to the server.
        var start = new ProcessStartInfo("wrk", [
            "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "30s", "-s", _script,
            .. target.Cookie is { } cookie ? ["-H", $"Cookie: {cookie}"] : Array.Empty<string>(), $"{target.Address}",
        ])
        {
            RedirectStandardOutput = true,
        };
        using var wrk = Process.Start(start)!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return said;
    }
}
