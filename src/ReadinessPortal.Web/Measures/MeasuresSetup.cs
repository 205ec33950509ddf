using System.Security.Cryptography;
using System.Text;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using ReadinessPortal.Application.Measures;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Measures;

/// <summary>
/// What is measured goes to a collector where OpenTelemetry's own variables name one, and is read by Prometheus where
/// the settings have a token for it. Where neither is wanted nothing is collected, and the address is nobody's.
/// </summary>
internal static class MeasuresSetup
{
    /// <summary>Where Prometheus reads.</summary>
    public const string Address = "/metrics";

    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceName = "OTEL_SERVICE_NAME";
    private const string Scheme = "Bearer ";

    // Of the framework and of Npgsql, by the names they give themselves.
    private static readonly string[] _meters =
    [
        PortalMeasures.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Components.Server.Circuits", "System.Runtime",
        "Npgsql",
    ];

    public static void AddPortalMeasures(
        this IServiceCollection services, IConfiguration configuration, PortalSettings settings)
    {
        var hasCollector = configuration[Collector] is { Length: > 0 };
        if (!hasCollector && settings.MetricsToken is null)
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource =>
            {
                if (configuration[ServiceName] is not { Length: > 0 })
                {
                    resource.AddService("readiness-portal");
                }
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(_meters);
                if (hasCollector)
                {
                    metrics.AddOtlpExporter();
                }

                if (settings.MetricsToken is not null)
                {
                    metrics.AddPrometheusExporter();
                }
            });
    }

    public static void MapMeasures(this WebApplication web, PortalSettings settings)
    {
        if (settings.MetricsToken is not { } token)
        {
            return;
        }

        IEndpointRouteBuilder routes = web;
        var answer = routes.CreateApplicationBuilder()
            .Use((context, next) => Knows(context.Request, token) ? next(context) : RefuseAsync(context.Response))
            .UseOpenTelemetryPrometheusScrapingEndpoint(_ => true)
            .Build();
        web.MapGet(Address, answer).AllowAnonymous().ForAnybody().ExcludeFromDescription();
    }

    // Of hashes, so that the time it takes says neither the token's length nor where it differs.
    private static bool Knows(HttpRequest request, string token) =>
        request.Headers.Authorization.ToString() is var said && said.StartsWith(Scheme, StringComparison.Ordinal)
        && CryptographicOperations.FixedTimeEquals(Sha256(said[Scheme.Length..]), Sha256(token));

    private static byte[] Sha256(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
