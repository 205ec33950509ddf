using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>Leads people to a provider, and hears of it who signed out there.</summary>
internal static class SingleSignOnEndpoints
{
    private const int LargestLogout = 64 * 1024;

    public static void MapSingleSignOn(this WebApplication web)
    {
        var by = web.MapGroup("/sign-in/by/{key}").ExcludeFromDescription();
        by.MapGet("", EnterAsync).AllowAnonymous();
        by.MapGet("confirm", ConfirmAsync);
        by.MapGet("link", LinkAsync);
        by.MapPost("logout", HearAsync).AllowAnonymous().DisableAntiforgery()
            .RequireRateLimiting(IdentitySetup.LogoutLimit).WithMetadata(new RequestSizeLimitAttribute(LargestLogout));
    }

    private static Task EnterAsync(HttpContext http, string key, string? returnUrl, string? invitation) =>
        LeadAsync(http, key, now => invitation is null
            ? new(TripPurpose.Enter, LocalAddress.Of(returnUrl), now)
            : new(TripPurpose.Join, "/", now, Secret: invitation));

    // Asked for anew, however lately they came in there; and it says when.
    private static Task ConfirmAsync(HttpContext http, string key, string? returnUrl) =>
        LeadAsync(http, key, now => new(
            TripPurpose.Confirm, LocalAddress.Of(returnUrl), now, OpenSessions.SessionOf(http.User)));

    private static Task LinkAsync(HttpContext http, string key, string? ticket, LinkTickets tickets) =>
        tickets.IsOf(http.User, ticket)
            ? LeadAsync(http, key, now => new(TripPurpose.Link, Links.Account, now, OpenSessions.SessionOf(http.User)))
            : RefuseAsync(http, key, new LinkingIsOver());

    private static async Task LeadAsync(HttpContext http, string key, Func<DateTimeOffset, ProviderTrip> plan)
    {
        var services = http.RequestServices;
        if (services.GetRequiredService<SingleSignOnSettings>().Find(key) is not { } provider)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var trip = plan(services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await services.GetRequiredService<ProviderMetadata>().OfAsync(provider, http.RequestAborted) is null)
        {
            await ProviderProblem.AnswerAsync(http, provider, new ProviderIsAway(provider.Title));
            return;
        }

        var state = new OpenIdConnectChallengeProperties();
        trip.WriteTo(state);
        if (trip.Purpose == TripPurpose.Confirm)
        {
            (state.Prompt, state.MaxAge) = (OpenIdConnectPrompt.Login, TimeSpan.Zero);
        }

        await http.ChallengeAsync(provider.Scheme, state);
    }

    private static Task RefuseAsync(HttpContext http, string key, Domain.Launches.Refusal refusal)
    {
        if (http.RequestServices.GetRequiredService<SingleSignOnSettings>().Find(key) is { } provider)
        {
            return ProviderProblem.AnswerAsync(http, provider, refusal, Links.Account);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // OpenID Connect Back-Channel Logout 1.0, section 2.8.
    private static async Task<IResult> HearAsync(HttpContext http, string key, BackChannelLogout logout)
    {
        http.Response.Headers.CacheControl = "no-store";
        var token = http.Request.HasFormContentType
            ? (await http.Request.ReadFormAsync(http.RequestAborted))["logout_token"].ToString() : "";
        return await logout.HearAsync(key, token, http.RequestAborted) is { } why
            ? Results.Json(new { error = "invalid_request", error_description = why }, statusCode: 400)
            : Results.Ok();
    }
}
