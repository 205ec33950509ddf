using System.Diagnostics;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>A provider of identities as a process of its own, on another host than the portal.</summary>
public sealed class ProviderProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";

    private readonly Process _process;
    private readonly HttpClient _client;

    private ProviderProcess(Process process, Uri address) =>
        (_process, Address, _client) = (process, address, new() { BaseAddress = address });

    public Uri Address { get; }

    /// <summary>As whoever runs a portal sets them: its people of finance may enter.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Identity:Providers:0:Key"] = "example",
        ["Identity:Providers:0:Title"] = "Example ID",
        ["Identity:Providers:0:Authority"] = Address.ToString(),
        ["Identity:Providers:0:ClientId"] = "readiness",
        ["Identity:Providers:0:ClientSecret"] = "known-to-both",
        ["Identity:Providers:0:EnterClaim"] = "groups",
        ["Identity:Providers:0:EnterValues:0"] = "finance",
    };

    public static async Task<ProviderProcess> StartAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ReadinessPortal.IdentityProvider.dll");
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The provider did not start.");
        using var late = Patience.StartsWithAProgram();
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // a full pipe would stop it
                var there = new UriBuilder(line[Listening.Length..]) { Host = "localhost" };
                return new(process, there.Uri);
            }
        }

        throw new InvalidOperationException("The provider ended before it served.");
    }

    /// <summary>Tells it where the portal is that people sign in to.</summary>
    public Task RegisterAsync(Uri portal) =>
        PostAsync($"/test/register?address={Uri.EscapeDataString(portal.GetLeftPart(UriPartial.Authority))}");

    /// <summary>Somebody signs out there, in another browser; it tells the portal.</summary>
    public Task SignOutAsync(string user) => PostAsync($"/test/sign-out?user={user}");

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task PostAsync(string path)
    {
        using var answer = await _client.PostAsync(new Uri(path, UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
    }
}
