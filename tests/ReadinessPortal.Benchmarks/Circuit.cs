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

namespace ReadinessPortal.Benchmarks;

/// <summary>An open page without its browser: a circuit over a web socket that acknowledges what it is sent and answers
/// every question of the page with nothing.</summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private readonly HubConnection _hub;

    private Circuit(HubConnection hub, Func<long, byte[], Task> drawn)
    {
        _hub = hub;
        hub.On("JS.RenderBatch", drawn);
        hub.On<long, string, string, int, long, int>("JS.BeginInvokeJS", (call, _, _, _, _, _) =>
            call == 0 ? Task.CompletedTask : hub.SendAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,null]"));
        hub.On("JS.EndLocationChanging", () => { });
        hub.On<long>("JS.EndUpdateRootComponents", _ => { });
        hub.On<string>("JS.Error", said => Console.Error.WriteLine($"A circuit ended: {said}"));
    }

    /// <summary>Opens a page as whoever <paramref name="client"/> is signed in as.</summary>
    /// <param name="drawn">Told of every batch that the page would draw.</param>
    public static async Task<Circuit> OpenAsync(
        HttpClient client, string cookies, string path, Action<Circuit> drawn, CancellationToken ct = default)
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
        circuit = new Circuit(hub, (batch, _) =>
        {
            drawn(circuit!);
            return hub.SendAsync("OnRenderCompleted", batch, (string?)null, ct);
        });
        await hub.StartAsync(ct);
        var at = new Uri(address, path).ToString();
        _ = await hub.InvokeAsync<string?>("StartCircuit", address.ToString(), at, "[]", state, ct)
            ?? throw new InvalidOperationException("The portal did not start a circuit.");
        var operations = new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray([.. roots]) };
        await hub.SendAsync("UpdateRootComponents", operations.ToJsonString(), state, ct);
        return circuit;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

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
