using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace ReadinessPortal.Benchmarks;

/// <summary>An open page without its browser: a circuit over a web socket that acknowledges what it is sent and answers
/// what a page asks of its window.</summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private readonly HttpClient _client;
    private readonly HubConnection _hub;
    private string? _secret;

    private Circuit(HttpClient client, HubConnection hub, Func<long, byte[], Task> drawn)
    {
        (_client, _hub) = (client, hub);
        hub.On("JS.RenderBatch", drawn);
        hub.On<long, string, string, int, long, int>("JS.BeginInvokeJS", (call, asked, _, kind, _, _) => call == 0
            ? Task.CompletedTask
            : hub.SendAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,{Answer(asked, kind)}]"));
        hub.On<string>("JS.AttachComponent", _ => { });
        hub.On("JS.EndLocationChanging", () => { });
        hub.On<long>("JS.EndUpdateRootComponents", _ => { });
        hub.On<string>("JS.Error", said => Console.Error.WriteLine($"A circuit ended: {said}"));
    }

    /// <summary>Bytes that the page was sent to draw.</summary>
    public long Drawn { get; private set; }

    /// <summary>Opens a page as whoever <paramref name="client"/> is signed in as.</summary>
    /// <param name="cookies">The same person's; empty for anybody.</param>
    /// <param name="drawn">Told of every batch that the page would draw.</param>
    public static async Task<Circuit> OpenAsync(
        HttpClient client, string cookies, string path, Action<Circuit>? drawn = null, CancellationToken ct = default)
    {
        var page = await client.GetStringAsync(new Uri(path, UriKind.Relative), ct);
        var state = State().Match(page).Groups[1].Value;
        var roots = Marker().Matches(page).Select(m => JsonNode.Parse(m.Groups[1].Value)!)
            .Where(m => (string?)m["type"] == "server" && m["descriptor"] is not null)
            .Select((marker, i) => (JsonNode)new JsonObject
            {
                ["type"] = "add", ["ssrComponentId"] = i + 1, ["marker"] = marker.DeepClone(),
            });
        var address = client.BaseAddress!;
        var builder = new HubConnectionBuilder().WithUrl(new Uri(address, "_blazor"), options =>
        {
            options.SkipNegotiation = true;
            options.Transports = HttpTransportType.WebSockets;
            options.Headers.Add("Cookie", cookies);
            options.Headers.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        });
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        var hub = builder.Build();
        Circuit? circuit = null;
        circuit = new Circuit(client, hub, (batch, bytes) =>
        {
            circuit!.Drawn += bytes.Length;
            drawn?.Invoke(circuit);
            return hub.SendAsync("OnRenderCompleted", batch, (string?)null, ct);
        });
        await hub.StartAsync(ct);
        var at = new Uri(address, path).ToString();
        circuit._secret = await hub.InvokeAsync<string?>("StartCircuit", address.ToString(), at, "[]", state, ct)
            ?? throw new NotMeasuredException($"{at} did not start a circuit.");
        var operations = new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray([.. roots]) };
        await hub.SendAsync("UpdateRootComponents", operations.ToJsonString(), state, ct);
        return circuit;
    }

    /// <summary>Closes the page as a browser does: a lost connection alone would leave the circuit waiting for it.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        using var form = new MultipartFormDataContent { { new StringContent(_secret ?? ""), "circuitId" } };
        using var answer = await _client.PostAsync(new Uri("/_blazor/disconnect", UriKind.Relative), form);
        await _hub.DisposeAsync();
    }

    // Modules, rectangles and sizes have to be something; everything else may be nothing.
    private static string Answer(string asked, int kind) =>
        kind == (int)JSCallResultType.JSObjectReference ? """{"__jsObjectId":1}"""
        : asked.Contains("ClientRect", StringComparison.Ordinal) ? "{}"
        : asked.Contains("WindowSize", StringComparison.Ordinal) ? """{"width":1280,"height":900}"""
        : asked.Contains("matchMedia", StringComparison.OrdinalIgnoreCase) ? "false"
        : "null";

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();

    /// <summary>MessagePack under the name that Blazor gives it.</summary>
    private sealed class BlazorPack : IHubProtocol
    {
        private readonly MessagePackHubProtocol _pack = new();

        public string Name => "blazorpack";

        public int Version => 1;

        public TransferFormat TransferFormat => _pack.TransferFormat;

        public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => _pack.GetMessageBytes(message);

        public bool IsVersionSupported(int version) => version == Version;

        public bool TryParseMessage(
            ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) =>
            _pack.TryParseMessage(ref input, binder, out message);

        public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => _pack.WriteMessage(message, output);
    }
}
