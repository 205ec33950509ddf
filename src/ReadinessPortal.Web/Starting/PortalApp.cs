using System.Text;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration.Memory;
using MudBlazor.Services;
using ReadinessPortal.Application;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.Api;
using ReadinessPortal.Web.Audit;
using ReadinessPortal.Web.Checking;
using ReadinessPortal.Web.Criteria;
using ReadinessPortal.Web.Deliveries;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Evidence;
using ReadinessPortal.Web.Facts;
using ReadinessPortal.Web.Frame;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Mails;
using ReadinessPortal.Web.Measures;
using ReadinessPortal.Web.Outgoing;
using ReadinessPortal.Web.Passkeys;
using ReadinessPortal.Web.Registers;
using ReadinessPortal.Web.Reports;
using ReadinessPortal.Web.Shell;
using ReadinessPortal.Web.SignOffs;
using ReadinessPortal.Web.SingleSignOn;
using ReadinessPortal.Web.Timestamps;

namespace ReadinessPortal.Web.Starting;

/// <summary>
/// The portal, composed. The program, its verbs and the tests start this very class; a portal that is made and not
/// started serves nothing, and its use cases work all the same.
/// </summary>
public sealed class PortalApp : IAsyncDisposable
{
    // A build is served as a publish is: scripts and styles whose names have a fingerprint are fetched once and kept.
    private static readonly Dictionary<string, string?> _leastOfAll = new()
    {
        ["ReloadStaticAssetsAtRuntime"] = "false",
    };

    private readonly WebApplication _web;

    private PortalApp(WebApplication web, PortalSettings settings) => (_web, Settings) = (web, settings);

    public PortalSettings Settings { get; }

    public IServiceProvider Services => _web.Services;

    /// <summary>Addresses it listens on, once started.</summary>
    public IReadOnlyCollection<string> Addresses => [.. _web.Urls];

    /// <summary>What ended work in the background, and the portal with it; null while it serves, and when it was told
    /// to stop.</summary>
    public Exception? Fault => Services.GetServices<IHostedService>().OfType<BackgroundService>()
        .Select(s => s.ExecuteTask?.Exception?.GetBaseException()).FirstOrDefault(p => p is not null);

    public bool IsDevelopment => _web.Environment.IsDevelopment();

    /// <exception cref="SettingsException">A setting is missing, misspelt or not allowed here.</exception>
    public static PortalApp Create(PortalStart start)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PortalApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = start.Environment,
        });
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = _leastOfAll });
        builder.Configuration.AddInMemoryCollection(start.Settings);
        if (start.Urls is { } urls)
        {
            builder.WebHost.UseUrls(urls);
        }

        builder.WebHost.UseStaticWebAssets();

        SecretFiles.ReadInto(builder.Configuration);
        var settings = PortalSettings.Read(builder.Configuration, builder.Environment);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = 8 << 10;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 << 10;
            kestrel.Limits.MaxRequestHeaderCount = 100;
            kestrel.ResponseHeaderEncodingSelector = header => header == AttachmentHeader.Name ? Encoding.UTF8 : null!;
            // Of every body, a form's too: whoever sends slower holds a connection for nothing.
            kestrel.Limits.MinRequestBodyDataRate = new(settings.Evidence.MinBytesPerSecond, settings.Evidence.Window);
        });
        AddServices(builder, settings, start);
        start.Services?.Invoke(builder.Services);

        var web = builder.Build();
        Use(web, settings);
        Map(web, settings);
        return new PortalApp(web, settings);
    }

    /// <summary>Migrates, loads the demo where it is wanted and missing, and begins to listen.</summary>
    public async Task StartAsync(CancellationToken ct = default)
    {
        Settings.RefuseDemoBeyondLoopback(ListenAddresses.Of(_web.Configuration));
        // The keys are read with this model before anybody is served: it is made while the database is asked.
        var model = Task.Run(ReadIdentityModel, ct);
        if (Settings.CertificatePath is null)
        {
            Services.GetRequiredService<ILogger<PortalApp>>().LogWarning("The keys that protect cookies, forms and "
                + "second factors are stored unencrypted: DataProtection__CertificatePath names the certificate");
        }

        await PrepareAsync(ct);
        await model;
        await _web.StartAsync(ct);
    }

    /// <summary>Migrates and loads the demo where it is wanted and missing, without listening.</summary>
    public Task PrepareAsync(CancellationToken ct = default) => Preparation.RunAsync(Services, Settings, ct);

    public Task WaitForShutdownAsync(CancellationToken ct = default) => _web.WaitForShutdownAsync(ct);

    public Task StopAsync(CancellationToken ct = default) => _web.StopAsync(ct);

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private void ReadIdentityModel()
    {
        using var db = Services.GetRequiredService<IDbContextFactory<IdentityDb>>().CreateDbContext();
        _ = db.Model;
    }

    private static void AddServices(WebApplicationBuilder builder, PortalSettings settings, PortalStart start)
    {
        var services = builder.Services;
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        services.AddPortalLogging(builder.Configuration, builder.Environment, start.Serving);
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new SealingTerms(SealingKeyFile.Read(settings)));
        services.AddSingleton(new OutgoingRequests(settings.AllowPrivateNetworks));
        services.AddTimestamps(settings);
        services.AddPortalApplication(
            settings.Portal, settings.SpoolFolder, settings.Evidence, settings.Instances);
        services.AddPortalIdentity(settings);
        services.AddPortalMail(settings.Mail);
        services.AddPortalMeasures(builder.Configuration, settings);
        services.AddHealthChecks().AddCheck<DatabaseReady>("database").AddCheck<BackgroundSteady>("background");
        services.AddProblemDetails();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = e => e.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "ReadinessPortal";
                return Task.CompletedTask;
            });
        });
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<DeliveryDoor>();
        services.AddSingleton<RunDoor>();
        services.AddSingleton<ReportSeal>();
        services.AddSingleton<CheckReport>();
        services.AddSingleton<SinceThen>();
        services.AddSingleton<CheckFile>();
        services.AddSingleton<CheckTurns>();
        services.AddSingleton<VerificationRuns>();
        services.AddSingleton<LaunchReports>();
        services.AddSingleton<LaunchLogos>();
        services.AddSingleton<IFollowUp, FinalReportFollowUp>();
        services.AddScoped<SigningForms>();
        services.AddScoped<DemoLaunch>();
        services.AddCircuits();
        services.AddMudServices();
        services.AddSingleton<ViewHandover>();
        services.AddSingleton<BeginEditing>();
        services.AddDrafts();
        services.AddScoped<SessionActs>();
    }

    private static void Use(WebApplication web, PortalSettings settings)
    {
        if (settings.TrustedProxy is { } proxy)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownIPNetworks.Add(proxy);
            web.UseForwardedHeaders(forwarded);
        }

        web.UsePublicUrl(settings.PublicUrl);
        web.UseSecurityHeaders();
        web.UseOwnSocketsOnly(settings.PublicUrl);
        web.UsePortalRequestLogging();
        web.UseHeadAsGet();
        web.UseFailures();
        web.UseAuthentication();
        web.UseLogProperties();
        web.UseAuthorization();
        web.UseRateLimiter();
        web.UseAntiforgery();
        web.UseHeldAnswers();
    }

    private static void Map(WebApplication web, PortalSettings settings)
    {
        web.MapStaticAssets().AllowAnonymous().ForAnybody();
        web.MapPortalHealth();
        web.MapMeasures(settings);
        web.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        web.MapLaunchApi();
        web.MapEvidence();
        web.MapStanding();
        web.MapPasskeys();
        web.MapHere();
        web.MapRegisters();
        web.MapReportPages();
        web.MapSingleSignOn();
        web.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
