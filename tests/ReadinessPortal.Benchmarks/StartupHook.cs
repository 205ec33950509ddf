using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

/// <summary>
/// Loaded by .NET into every server that is measured (<c>DOTNET_STARTUP_HOOKS</c>, hence the name and no namespace):
/// whoever connects is told the bytes of the managed heap after a full collection. So nothing of a server has to be
/// changed for it, and both sides are asked in the same way.
/// </summary>
internal static class StartupHook
{
    /// <summary>Variable that names the port.</summary>
    public const string Port = "BENCH_HEAP_PORT";

    public static void Initialize()
    {
        var port = int.Parse(Environment.GetEnvironmentVariable(Port)!, CultureInfo.InvariantCulture);
        new Thread(() => Answer(port)) { IsBackground = true }.Start();
    }

    private static void Answer(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        while (true)
        {
            using var client = listener.AcceptTcpClient();
            client.GetStream().Write(Encoding.ASCII.GetBytes($"{Collected()}"));
        }
    }

    private static long Collected()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
