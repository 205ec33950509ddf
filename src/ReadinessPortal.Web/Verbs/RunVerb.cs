using System.Collections.Immutable;
using Microsoft.AspNetCore.Connections;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Verbs;

/// <summary>Serves until it is stopped.</summary>
internal sealed class RunVerb : Verb
{
    public const int StandardPort = 5080;

    private static readonly ImmutableArray<string> _addressVariables =
        ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "URLS", "HTTP_PORTS"];

    public override string Name => "run";

    public override string Usage => "[--port N]";

    public override string Purpose => $"serve the portal, on http://localhost:{StandardPort} unless told otherwise";

    protected override async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var port = arguments.Number("--port", 1, 65535);
        arguments.Done();

        await using var portal = PortalApp.Create(new PortalStart { Urls = Urls(port) });
        try
        {
            await portal.StartAsync(ct);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            throw new UsageException(
                $"port {port ?? StandardPort} is taken by another program: stop it, or choose another with --port N.");
        }
        catch (OperationCanceledException) when (portal.Fault is not null)
        {
            return Ended(portal);
        }

        Welcome(portal);
        await InviteFirstAsync(portal, ct);
        return await ServeAsync(portal, ct);
    }

    /// <returns><see cref="Verb.Fine"/> when it was told to stop, <see cref="Verb.Broken"/> when it stopped on a fault
    /// of its own, so that a service manager starts it again.</returns>
    internal static async Task<int> ServeAsync(PortalApp portal, CancellationToken ct)
    {
        await portal.WaitForShutdownAsync(ct);
        return Ended(portal);
    }

    private static int Ended(PortalApp portal)
    {
        if (portal.Fault is not { } fault)
        {
            return Fine;
        }

        Progress($"stopped on a fault of its own: {fault.Message.ReplaceLineEndings(" ")}");
        return Broken;
    }

    private static string? Urls(int? port) =>
        port is { } number ? $"http://localhost:{number}"
        : _addressVariables.Any(v => Environment.GetEnvironmentVariable(v) is { Length: > 0 }) ? null
        : $"http://localhost:{StandardPort}";

    // Nobody can sign in: whoever reads this console, or the log, makes the first account.
    private static async Task InviteFirstAsync(PortalApp portal, CancellationToken ct)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<AccountLinks>().SetUpAsync(ct) is { } link)
        {
            var address = portal.Settings.Absolute(link, portal.Addresses.FirstOrDefault());
            Console.WriteLine($"There is no account yet. Make the first one, which administers the portal, within "
                + $"{AccountLink.AtTheConsole.TotalMinutes:0} minutes: {address}");
        }
    }

    private static void Welcome(PortalApp portal)
    {
        var address = portal.Settings.PublicUrl?.ToString() ?? string.Join(" ", portal.Addresses);
        Console.WriteLine($"ReadinessPortal: {address}");
        if (portal.Settings is { Demo: true, SingleSignOn.IsOnly: false })
        {
            Console.WriteLine($"Demo: sign in as {string.Join(", ", DemoPersonas.All.Select(p => p.UserName))};"
                + $" the password is {DemoPersonas.Password}");
        }

        Console.WriteLine("Stop with Ctrl-C.");
    }
}
