using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ReadinessPortal.IdentityProvider;

/// <summary>A provider of identities with a few people, one client and nothing on disk: OpenIddict does the protocol.
/// </summary>
internal static class Provider
{
    public const string ClientId = "readiness";
    public const string Secret = "known-to-both";

    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "provider" };
        builder.Services.AddSingleton(new Client());
        builder.Services.AddSingleton(new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddHttpClient<LogoutCalls>();
        builder.Services.AddAuthentication(Pages.Scheme).AddCookie(Pages.Scheme, cookie => cookie.Cookie.Name = "id");
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token")
                .SetEndSessionEndpointUris("end").AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
                .RegisterScopes(OpenIddictConstants.Scopes.Profile, OpenIddictConstants.Scopes.Email)
                .AddEphemeralEncryptionKey().AddSigningKey(key);
            options.EnableDegradedMode(); // without a store: the one client is looked at below
            options.UseAspNetCore().DisableTransportSecurityRequirement()
                .EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || !ClientOf(context.Transaction).Has(context.RedirectUri))
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient, "The client is not registered.");
                }

                return ValueTask.CompletedTask;
            }));
            options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != Secret)
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient, "The client's secret is not right.");
                }

                return ValueTask.CompletedTask;
            }));
            options.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (!ClientOf(context.Transaction).Has(context.PostLogoutRedirectUri))
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidRequest, "The address is not registered.");
                }

                return ValueTask.CompletedTask;
            }));
        });
        var web = builder.Build();
        web.UseAuthentication();
        Pages.Map(web);
        return web;
    }

    private static Client ClientOf(OpenIddict.Server.OpenIddictServerTransaction transaction) =>
        transaction.GetHttpRequest()!.HttpContext.RequestServices.GetRequiredService<Client>();
}

/// <summary>The one application that people sign in to.</summary>
internal sealed class Client
{
    /// <summary>Null until it is registered.</summary>
    public string? Address { get; set; }

    public string Logout => $"{Address}/sign-in/by/example/logout";

    public bool Has(string? redirect) => Address is not null
        && (redirect == $"{Address}/sign-in/by/example/callback" || redirect == $"{Address}/sign-in");
}
