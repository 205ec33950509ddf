using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Passkeys;

/// <summary>What passkeys need of the framework.</summary>
internal static class PasskeySetup
{
    /// <summary>How long what was asked may be answered.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static void AddPasskeys(
        this IServiceCollection services, AuthenticationBuilder authentication, PortalSettings settings)
    {
        authentication.AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.Cookie.Name = CookieNames.Of("readiness.passkey", settings.PublicUrl);
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Patience;
        });
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // Otherwise it is whatever name the request was sent to.
            options.ServerDomain = settings.PublicUrl?.Host;
            options.AuthenticatorTimeout = Patience;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
            // Not by the header Origin, which is empty on a page that keeps its address to itself.
            options.ValidateOrigin = asked => ValueTask.FromResult(
                !asked.CrossOrigin && asked.Origin == OriginOf(asked.HttpContext.Request, settings));
        });
        services.AddSingleton<PasskeyQuestions>();
        services.AddScoped<PasskeyCeremonies>();
        services.AddScoped<PasskeyChanges>();
    }

    private static string OriginOf(HttpRequest request, PortalSettings settings) =>
        settings.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";
}
