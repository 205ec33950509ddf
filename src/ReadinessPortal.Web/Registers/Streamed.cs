using System.Text;
using System.Text.Json;
using Microsoft.JSInterop;

namespace ReadinessPortal.Web.Registers;

/// <summary>What a page sends in pieces, because it may be larger than one message of its connection.</summary>
internal static class Streamed
{
    public static async Task<string> TextAsync(IJSStreamReference sent, long most)
    {
        await using (sent)
        await using (var stream = await sent.OpenReadStreamAsync(most))
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return await reader.ReadToEndAsync();
        }
    }

    public static async Task<T> ReadAsync<T>(IJSStreamReference sent, long most)
    {
        await using (sent)
        await using (var stream = await sent.OpenReadStreamAsync(most))
        {
            return (await JsonSerializer.DeserializeAsync<T>(stream, JsonSerializerOptions.Web))!;
        }
    }
}
