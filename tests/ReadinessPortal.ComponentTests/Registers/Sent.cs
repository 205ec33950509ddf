using System.Text;
using System.Text.Json;
using Microsoft.JSInterop;

namespace ReadinessPortal.ComponentTests.Registers;

/// <summary>What a browser sends in pieces.</summary>
internal sealed class Sent(string text) : IJSStreamReference
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

    public long Length => _bytes.Length;

    public static Sent Json<T>(T value) => new(JsonSerializer.Serialize(value));

    public ValueTask<Stream> OpenReadStreamAsync(
        long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) =>
        Length > maxAllowedSize
            ? throw new ArgumentOutOfRangeException(nameof(maxAllowedSize))
            : ValueTask.FromResult<Stream>(new MemoryStream(_bytes));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
