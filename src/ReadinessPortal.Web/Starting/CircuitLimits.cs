namespace ReadinessPortal.Web.Starting;

/// <summary>What one open page may take of the portal.</summary>
internal static class CircuitLimits
{
    /// <summary>Largest message of a browser, in bytes; files go another way.</summary>
    private const int LargestMessage = 32 << 10;

    /// <summary>Pages whose connection is lost and may come back.</summary>
    private const int MostDisconnected = 100;

    // Changes that a browser has not said it has seen.
    private const int MostUnseen = 10;

    private static readonly TimeSpan _keptFor = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan _longestCall = TimeSpan.FromMinutes(1);

    public static void AddCircuits(this IServiceCollection services) =>
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            circuit.DetailedErrors = false;
            circuit.DisconnectedCircuitMaxRetained = MostDisconnected;
            circuit.DisconnectedCircuitRetentionPeriod = _keptFor;
            circuit.MaxBufferedUnacknowledgedRenderBatches = MostUnseen;
            circuit.JSInteropDefaultCallTimeout = _longestCall;
        })
        .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);
}
