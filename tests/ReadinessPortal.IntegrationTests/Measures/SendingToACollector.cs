using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Measures;

/// <summary>OpenTelemetry's own variables are all that a collector needs.</summary>
public sealed class SendingToACollector
{
    [Fact]
    public async Task What_is_measured_is_sent_at_the_latest_when_the_portal_ends()
    {
        var sent = new ConcurrentQueue<(string Path, string Body)>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.MapPost("/{**path}", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            sent.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        });
        await collector.StartAsync();

        var portal = await DemoPortal.StartAsync(new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        });
        await portal.ViewAsync();
        await portal.DisposeAsync();

        sent.Should().Contain(s => s.Path == "/v1/metrics"
            && s.Body.Contains("readiness.board.build.duration", StringComparison.Ordinal)
            && s.Body.Contains("readiness-portal", StringComparison.Ordinal));
    }
}
