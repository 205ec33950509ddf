using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.Frame;
using ReadinessPortal.Web.Passkeys;
using ReadinessPortal.Web.SecondFactors;
using ReadinessPortal.Web.SingleSignOn;
using ReadinessPortal.Web.Starting;
using ReadinessPortal.Web.Tokens;

namespace ReadinessPortal.Web.Identity;

/// <summary>Who may come in, and how the portal remembers it.</summary>
internal static class IdentitySetup
{
    public const string SignInLimit = "sign-in";
    public const string SigningLimit = "signing";

    /// <summary>Of files that somebody has verified.</summary>
    public const string CheckLimit = "check";

    private const int ChecksPerMinute = 20;

    // Of one person or token: uploads, runs and deliveries.
    private const int WritesPerMinute = 600;

    /// <summary>Of questions that a sign-in page asks without anybody having pressed anything.</summary>
    public const string PasskeyLimit = "passkeys";

    private const int QuestionsPerSignIn = 6;

    /// <summary>Of what identity providers tell: they speak for many people, from one address.</summary>
    public const string LogoutLimit = "logout";

    private const int LogoutsPerMinute = 600;

    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    public static void AddPortalIdentity(this IServiceCollection services, PortalSettings settings)
    {
        services.AddPooledDbContextFactory<IdentityDb>((provider, options) =>
            IdentityDb.Configure(options, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<IdentityDb>>().CreateDbContext());
        services.AddSingleton<PortalPeople>();
        services.AddSingleton<WaysInReader>();

        services.AddIdentityCore<PortalUser>(options =>
            {
                options.User.RequireUniqueEmail = false;
                options.Password.RequiredLength = 1; // PasswordValidator asks for more
                options.Password.RequiredUniqueChars = 1;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<IdentityDb>()
            .AddSignInManager()
            .AddPasswordValidator<PasswordValidator>()
            .AddClaimsPrincipalFactory<PortalClaims>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = settings.HashIterations);
        services.AddSingleton(new AccountTables($"{IdentityDb.Schema}.users", $"{IdentityDb.Schema}.ended_sessions"));
        services.AddSingleton<OpenSessions>();
        services.AddSingleton<IAdministrators, Administrators>();
        services.AddSingleton<IColleagues, Colleagues>();

        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options => Cookie(options, settings.PublicUrl))
            .AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.SchemeName, null);
        services.AddPasskeys(authentication, settings);
        services.AddSingleSignOn(authentication, settings.SingleSignOn, settings.PublicUrl);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, RevalidatingSignIn>();
        services.AddScoped<CircuitHandler, OpenPageSignIn>();
        services.AddSingleton<AttemptCounter>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<HalfSignedIn>();
        services.AddSingleton<AppSecret>();
        services.AddSingleton<AppCodes>();
        services.AddScoped<SignerCodes>();
        services.AddSingleton<FailedSignIns>();
        services.AddSingleton<RecoveryCodes>();
        services.AddScoped<SecondFactorCheck>();
        services.AddScoped<SecondFactorChanges>();
        services.AddScoped<Passwords>();
        services.AddScoped<SignInDoor>();
        services.AddScoped<SignerCheck>();
        services.AddSingleton<IMailAddresses, SignerAddresses>();
        services.AddScoped<AccountProof>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<LastAdministratorGuard>();
        services.AddSingleton<OnceMarks>();
        services.AddScoped<Accounts.Accounts>();
        services.AddScoped<AccountLinks>();
        services.AddSingleton<RolesOfWhoLeft>();
        services.AddHostedService(s => s.GetRequiredService<RolesOfWhoLeft>());
        services.AddScoped<ChangePassword>();
        services.AddHttpContextAccessor();

        AddKeys(services, settings);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = CookieNames.Of("readiness.form", settings.PublicUrl);
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.HeaderName = "RequestVerificationToken";
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = SayWhenToComeAgain;
            foreach (var form in new[] { SignInLimit, SigningLimit })
            {
                options.AddPolicy(form, context => ByAddress(context, settings.SignInsPerMinute));
            }

            options.AddPolicy(
                PasskeyLimit, context => ByAddress(context, settings.SignInsPerMinute * QuestionsPerSignIn));
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(WritesOfPrograms);
            options.AddPolicy(CheckLimit, context => ByAddress(context, ChecksPerMinute));
            options.AddPolicy(LogoutLimit, context => ByAddress(context, LogoutsPerMinute));
        });
    }

    private static ValueTask SayWhenToComeAgain(OnRejectedContext rejected, CancellationToken ct)
    {
        var after = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : _window;
        rejected.HttpContext.Response.Headers.RetryAfter =
            Math.Max(1, Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

    // Reads are answered out of memory, and what they may take of the database is bounded there.
    private static RateLimitPartition<string> WritesOfPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") && !HttpMethods.IsGet(context.Request.Method)
            && !HttpMethods.IsHead(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.User.Identity is { IsAuthenticated: true } ? $"{context.User.AsViewer().UserId}"
                    : AttemptKey.Network(context.Connection.RemoteIpAddress),
                _ => new() { PermitLimit = WritesPerMinute, Window = _window })
            : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> ByAddress(HttpContext context, int perMinute) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                AttemptKey.Network(context.Connection.RemoteIpAddress),
                _ => new() { PermitLimit = perMinute, Window = _window })
            : RateLimitPartition.GetNoLimiter("");

    private static void Cookie(CookieAuthenticationOptions options, Uri? publicUrl)
    {
        options.Cookie.Name = CookieNames.Of("readiness.session", publicUrl);
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = OpenSession.Lasts;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.ForwardDefaultSelector = TokenSignIn.SchemeOf;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnCheckSlidingExpiration = context => context.ShouldRenew
            ? context.HttpContext.RequestServices.GetRequiredService<OpenSessions>().SeenAsync(context.Principal!)
            : Task.CompletedTask;
        options.Events.OnRedirectToLogin = context => Turn(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var asked = context.HttpContext.GetEndpoint()?.Metadata;
        if (asked?.GetMetadata<ForAnybody>() is not null)
        {
            return; // the same for everybody, so that nobody is asked for
        }

        try
        {
            await ValidateSessionAsync(context);
        }
        catch (Exception problem) when (
            asked?.GetMetadata<IAllowAnonymous>() is not null && DatabaseTrouble.IsPassing(problem))
        {
            context.RejectPrincipal(); // for this request alone: what is open to all is shown to them
        }
    }

    private static async Task ValidateSessionAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var key = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            ? (http.GetRouteValue("key") ?? http.GetRouteValue(nameof(LaunchPage.LaunchKey))) as string
            : null;
        var sessions = http.RequestServices.GetRequiredService<OpenSessions>();
        if (context.Principal is not { } person
            || await sessions.NowAsync(person, key) is not ({ } now, var arrival))
        {
            context.RejectPrincipal();
            return;
        }

        context.ShouldRenew |= now != person;
        context.ReplacePrincipal(arrival is null ? now : new ArrivedPrincipal(now, arrival));
    }

    private static Task Turn(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (Failures.IsForPrograms(context.HttpContext))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    private static void AddKeys(IServiceCollection services, PortalSettings settings)
    {
        var keys = services.AddDataProtection().SetApplicationName("ReadinessPortal")
            .PersistKeysToDbContext<IdentityDb>();
        if (settings.CertificatePath is { } path)
        {
            keys.ProtectKeysWithCertificate(
                X509CertificateLoader.LoadPkcs12FromFile(path, settings.CertificatePassword));
            if (settings.FormerCertificatePath is { } former)
            {
                keys.UnprotectKeysWithAnyCertificate(
                    X509CertificateLoader.LoadPkcs12FromFile(former, settings.FormerCertificatePassword));
            }
        }
    }
}
