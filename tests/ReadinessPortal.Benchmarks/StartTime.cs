using System.Diagnostics;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Benchmarks;

/// <summary>From the start of the process to the first 200 of its readiness, on a migrated database.</summary>
internal static class StartTime
{
    private const int Port = 5187;

    public static async Task RunAsync()
    {
        await using var portals = await Portals.StartAsync(listen: false);
        var program = Environment.GetEnvironmentVariable("PORTAL_PUBLISHED") is { } folder
            ? Path.Combine(folder, "ReadinessPortal.Web.dll")
            : typeof(PortalApp).Assembly.Location;
        var taken = await Samples.OfAsync(5, () => OnceAsync(portals, program));
        Samples.Print($"start to first 200: median {taken.Median / 1000:0.0} s ({program})");
    }

    private static async Task OnceAsync(Portals portals, string program)
    {
        var start = new ProcessStartInfo("dotnet", [program, "run", "--port", $"{Port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in portals.Connections)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The portal did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient();
        while (!await IsReadyAsync(client))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The portal ended with {process.ExitCode} before it was ready.");
            }

            await Task.Delay(20);
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{Port}/healthz/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // nobody listens yet
        }
    }
}
