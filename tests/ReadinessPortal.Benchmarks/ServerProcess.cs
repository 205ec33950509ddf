using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ReadinessPortal.Benchmarks;

/// <summary>A published web application in a process of its own, on a free port of this machine.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(10);

    private readonly ServerProgram _program;
    private readonly Process _process;
    private readonly int _heapPort = FreePort();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private string? _lastWord;

    private ServerProcess(ServerProgram program, bool tellsHeap)
    {
        _program = program;
        var words = program.Command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var own = Path.GetFullPath(words[0], program.Folder);
        var start = new ProcessStartInfo(File.Exists(own) ? own : words[0], words[1..])
        {
            WorkingDirectory = program.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in program.Variables)
        {
            start.Environment[name] = value;
        }

        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        if (tellsHeap)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
            start.Environment[StartupHook.Port] = $"{_heapPort}";
        }

        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new NotMeasuredException($"{program.Name} could not be started: {problem.Message}.");
        }

        _process.OutputDataReceived += (_, line) => _lastWord = line.Data ?? _lastWord;
        _process.ErrorDataReceived += (_, line) => _lastWord = line.Data ?? _lastWord;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>From the start of the process to its first 200.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>Starts it and waits for its first 200.</summary>
    /// <param name="tellsHeap">For <see cref="HeapAsync"/>; makes the start a little slower.</param>
    /// <exception cref="NotMeasuredException">It does not start.</exception>
    public static async Task<ServerProcess> StartAsync(ServerProgram program, bool tellsHeap = false)
    {
        var server = new ServerProcess(program, tellsHeap);
        try
        {
            await server.WaitAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Bytes of its managed heap after a full collection, when it was started to tell.</summary>
    public async Task<long> HeapAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _heapPort);
        using var answer = new StreamReader(client.GetStream());
        return long.Parse(await answer.ReadToEndAsync(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task WaitAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (!await IsReadyAsync(client))
        {
            if (_process.HasExited)
            {
                throw new NotMeasuredException(
                    $"{_program.Name} ended with {_process.ExitCode} before it was ready; it said last: {_lastWord}");
            }

            if (_watch.Elapsed > _patience)
            {
                throw new NotMeasuredException(
                    $"{_program.Name} did not answer {new Uri(Address, _program.Ready)} with 200 in two minutes.");
            }

            await Task.Delay(_between);
        }

        StartedIn = _watch.Elapsed;
    }

    private async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(_program.Ready, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // nobody listens yet
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
