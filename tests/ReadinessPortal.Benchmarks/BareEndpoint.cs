using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ReadinessPortal.Benchmarks;

/// <summary>The same bytes from Kestrel with nothing around them: as fast as an answer can be here.</summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    private readonly WebApplication _web;

    private BareEndpoint(WebApplication web) => _web = web;

    public Uri Address => new(_web.Urls.First());

    public static async Task<BareEndpoint> StartAsync(byte[] bytes, string contentType)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        web.MapGet("/", () => TypedResults.Bytes(bytes, contentType));
        await web.StartAsync();
        return new(web);
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
