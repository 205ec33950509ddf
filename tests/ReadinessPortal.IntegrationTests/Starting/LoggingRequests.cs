using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;
using Serilog;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>One line for each request, with whose and of which launch, and without what was sent.</summary>
public sealed class LoggingRequests
{
    [Fact]
    public async Task A_line_names_launch_and_user_and_holds_no_secret()
    {
        var lines = new LoggedLines();
        await using var portal = await DemoPortal.StartAsync(services =>
            services.AddSerilog(
                (provider, logging) => logging.ReadFrom.Configuration(provider.GetRequiredService<IConfiguration>())
                    .Enrich.FromLogContext().WriteTo.Sink(lines),
                preserveStaticLogger: true));
        using var cfo = await portal.SignedInAsync("cfo");
        await cfo.GetStringAsync(new Uri($"/launches/{DemoPortal.Launch}?secret=in-the-query", UriKind.Relative));
        await cfo.GetStringAsync(new Uri($"/api/v1/launches/{DemoPortal.Launch}", UriKind.Relative));

        var id = (await portal.ViewerAsync("cfo")).UserId.ToString();
        foreach (var path in new[] { $"/launches/{DemoPortal.Launch}", $"/api/v1/launches/{DemoPortal.Launch}" })
        {
            var line = lines.All().Single(l => l.TryGetProperty("RequestPath", out var asked)
                && asked.GetString() == path
                && l.TryGetProperty("StatusCode", out _));
            line.GetProperty("LaunchKey").GetString().Should().Be(DemoPortal.Launch);
            line.GetProperty("UserId").GetString().Should().Be(id);
        }

        lines.Text.Should().NotContain("in-the-query").And.NotContain(DemoPersonas.Password);
    }
}
