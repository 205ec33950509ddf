using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Outgoing;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>Lets people in by identity providers: authorization code flow with PKCE, state and nonce.</summary>
internal static class SingleSignOnSetup
{
    /// <summary>How long a page waits for a provider.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private const int LargestAnswer = 10 * 1024 * 1024;

    public static void AddSingleSignOn(
        this IServiceCollection services, AuthenticationBuilder signIn, SingleSignOnSettings settings,
        Uri? publicUrl)
    {
        services.AddSingleton(settings);
        services.AddSingleton<Confirmations>();
        services.AddSingleton<LinkTickets>();
        services.AddSingleton<JoinIntents>();
        services.AddSingleton<ProviderMetadata>();
        services.AddSingleton<ProviderGifts>();
        services.AddScoped<ProviderAccounts>();
        services.AddScoped<ProviderLinks>();
        services.AddScoped<ProviderDoor>();
        services.AddScoped<BackChannelLogout>();
        foreach (var provider in settings.Providers)
        {
            signIn.AddOpenIdConnect(
                provider.Scheme, provider.Title, options => Configure(options, provider, publicUrl));
            services.AddOptions<OpenIdConnectOptions>(provider.Scheme)
                .Configure<OutgoingRequests, TimeProvider, ILogger<ProviderConfiguration>>(
                    (o, requests, time, log) => Know(o, provider, requests, time, log));
        }
    }

    private static void Know(
        OpenIdConnectOptions options, IdentityProvider provider, OutgoingRequests requests, TimeProvider time,
        ILogger<ProviderConfiguration> log)
    {
        options.Backchannel = requests.Client(_patience, LargestAnswer);
        var known = new ProviderConfiguration(
            $"{provider.Authority.ToString().TrimEnd('/')}/.well-known/openid-configuration",
            new HttpDocumentRetriever(options.Backchannel) { RequireHttps = provider.Authority.Scheme == "https" },
            time, log);
        options.ConfigurationManager = known;
        options.TokenHandler = new SignedTokens(known);
    }

    private static void Configure(OpenIdConnectOptions options, IdentityProvider provider, Uri? publicUrl)
    {
        options.Authority = provider.Authority.ToString();
        options.RequireHttpsMetadata = provider.Authority.Scheme == "https";
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.CallbackPath = ProviderAddresses.Callback(provider.Key);
        options.SignedOutCallbackPath = PathString.Empty; // the portal's own page follows signing out
        options.RemoteSignOutPath = PathString.Empty; // by the back channel alone
        options.SignInScheme = IdentityConstants.ApplicationScheme; // never comes to it: see OnTicketReceived
        options.ResponseType = OpenIdConnectResponseType.Code;
        // As a link is followed, so that the cookies of the journey need no SameSite=None.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.TokenValidationParameters.ClockSkew = ProviderRules.ClocksApart;
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.Name = CookieNames.OfOnePath(cookie.Name!, publicUrl);
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Scope.Clear();
        foreach (var scope in provider.Scopes)
        {
            options.Scope.Add(scope);
        }

        // Only what is asked for is taken over from where the provider tells of its users; who it is says the token.
        options.ClaimActions.Clear();
        foreach (var claim in new[]
        {
            provider.NameClaim, provider.UserNameClaim, provider.Enter.Claim, provider.Administrator.Claim,
        }.Concat(provider.Parts.Select(p => p.Claim)).OfType<string>().Distinct())
        {
            options.ClaimActions.MapJsonKey(claim, claim);
        }

        options.Events.OnTicketReceived = async context =>
        {
            context.HandleResponse();
            await context.HttpContext.RequestServices.GetRequiredService<ProviderDoor>()
                .ArriveAsync(context.HttpContext, provider, context.Principal!, context.Properties!);
        };
        options.Events.OnAccessDenied = context =>
        {
            context.HandleResponse();
            return ProviderProblem.AnswerAsync(context.HttpContext, provider, new ProviderSaysNo(provider.Title));
        };
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            return ProviderProblem.AnswerAsync(
                context.HttpContext, provider, ProviderProblem.Of(provider, context.Failure));
        };
    }
}
