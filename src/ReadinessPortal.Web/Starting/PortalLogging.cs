using System.Security.Claims;
using ReadinessPortal.Web.Accounts;
using Serilog;
using Serilog.Context;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace ReadinessPortal.Web.Starting;

/// <summary>
/// Structured logs: one line per request with launch key and user id. Query strings, form fields, bodies and evidence
/// are never logged.
/// </summary>
internal static class PortalLogging
{
    private const string LaunchKey = "LaunchKey";
    private const string UserId = "UserId";

    public static void AddPortalLogging(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, bool serving) =>
        services.AddSerilog(
            (provider, logging) =>
            {
                logging.ReadFrom.Configuration(configuration).ReadFrom.Services(provider).Enrich.FromLogContext()
                    .Filter.ByExcluding(IsOfWhoLeft);
                if (!serving)
                {
                    logging.WriteTo.Console(LogEventLevel.Error, standardErrorFromLevel: LevelAlias.Minimum);
                }
                else if (environment.IsProduction())
                {
                    logging.WriteTo.Console(new CompactJsonFormatter());
                }
                else
                {
                    logging.WriteTo.Console(
                        outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                        formatProvider: System.Globalization.CultureInfo.InvariantCulture);
                }
            },
            preserveStaticLogger: true);

    public static void UsePortalRequestLogging(this WebApplication web) =>
        web.UseSerilogRequestLogging(options =>
        {
            // The portal's own logger: without it these lines go to the static one, which nobody set up.
            options.Logger = web.Services.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed:0} ms";
            options.GetLevel = (context, _, failure) =>
                context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable ? LogEventLevel.Warning
                : failure is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
                : IsNoise(context) ? LogEventLevel.Debug
                : LogEventLevel.Information;
            options.GetMessageTemplateProperties = (context, path, elapsed, status) =>
            [
                new LogEventProperty("RequestMethod", new ScalarValue(OneLine(context.Request.Method))),
                new LogEventProperty("RequestPath", new ScalarValue(OneLine(WithoutSecret(path)))),
                new LogEventProperty("StatusCode", new ScalarValue(status)),
                new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
            ];
            options.EnrichDiagnosticContext = (diagnostics, context) =>
            {
                diagnostics.Set(LaunchKey, LaunchOf(context));
                diagnostics.Set(UserId, UserOf(context));
            };
        });

    /// <summary>Gives every line that is logged while a request is served its launch and its user.</summary>
    public static void UseLogProperties(this WebApplication web) =>
        web.Use(async (context, next) =>
        {
            using (LogContext.PushProperty(LaunchKey, LaunchOf(context)))
            using (LogContext.PushProperty(UserId, UserOf(context)))
            {
                await next(context);
            }
        });

    // A page whose browser is gone cannot be led to the sign-in page, and nothing is wrong with that.
    private static bool IsOfWhoLeft(LogEvent line) =>
        line.Exception is TaskCanceledException && line.Properties.TryGetValue("SourceContext", out var source)
        && source.ToString().EndsWith("Circuits.CircuitHost\"", StringComparison.Ordinal);

    // Whoever reads a log chooses nobody's password.
    private static string WithoutSecret(string path) =>
        path.StartsWith(AccountLinks.Address, StringComparison.OrdinalIgnoreCase) ? $"{AccountLinks.Address}…" : path;

    /// <summary>A path as it was sent, not as it was decoded: no visitor begins a line of the log.</summary>
    private static string OneLine(string text) =>
        text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029') ? Uri.EscapeDataString(text) : text;

    private static string? LaunchOf(HttpContext context) =>
        (context.GetRouteValue("key") ?? context.GetRouteValue("launchKey"))?.ToString();

    private static string? UserOf(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier);

    private static bool IsNoise(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/healthz")
        || context.Request.Path.StartsWithSegments(HereEndpoint.Address)
        || context.Request.Path.StartsWithSegments("/_framework")
        || context.Request.Path.StartsWithSegments("/_content");
}
