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
        var by = web.MapGroup("/sign-in/by/{provider}").ExcludeFromDescription();
        by.MapGet("", EnterAsync).AllowAnonymous();
        by.MapGet("join", JoinAsync).AllowAnonymous();
        by.MapGet("confirm", ConfirmAsync);
        by.MapGet("link", LinkAsync);
        by.MapPost("logout", HearAsync).AllowAnonymous().DisableAntiforgery()
            .RequireRateLimiting(IdentitySetup.LogoutLimit).WithMetadata(new RequestSizeLimitAttribute(LargestLogout));
    }

    private static Task EnterAsync(HttpContext http, string provider, string? returnUrl) =>
        LeadAsync(http, provider, now => new(TripPurpose.Enter, LocalAddress.Of(returnUrl), now));

    // Whoever pressed it on the page of the link, in this browser.
    private static Task JoinAsync(HttpContext http, string provider, JoinIntents intents) =>
        http.User.Identity is { IsAuthenticated: true }
            ? RefuseAsync(http, provider, new SignedInAlready(http.User.ShownName()), Links.Account)
            : intents.Take(http) is { } secret
            ? LeadAsync(http, provider, now => new(TripPurpose.Join, "/", now, Secret: secret))
            : RefuseAsync(http, provider, new JoiningIsOver(), null);

    // Asked for anew, however lately they came in there; and it says when.
    private static Task ConfirmAsync(HttpContext http, string provider, string? returnUrl) =>
        LeadAsync(http, provider, now => new(
            TripPurpose.Confirm, LocalAddress.Of(returnUrl), now, OpenSessions.SessionOf(http.User)));

    private static Task LinkAsync(HttpContext http, string provider, string? ticket, LinkTickets tickets) =>
        tickets.IsOf(http.User, ticket)
            ? LeadAsync(
                http, provider, now => new(TripPurpose.Link, Links.Account, now, OpenSessions.SessionOf(http.User)))
            : RefuseAsync(http, provider, new LinkingIsOver(), Links.Account);

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
        if (trip.Purpose is TripPurpose.Confirm or TripPurpose.Link)
        {
            (state.Prompt, state.MaxAge) = (OpenIdConnectPrompt.Login, TimeSpan.Zero);
        }

        await http.ChallengeAsync(provider.Scheme, state);
    }

    private static Task RefuseAsync(HttpContext http, string key, Domain.Launches.Refusal refusal, string? next)
    {
        if (http.RequestServices.GetRequiredService<SingleSignOnSettings>().Find(key) is { } provider)
        {
            return ProviderProblem.AnswerAsync(http, provider, refusal, next);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // OpenID Connect Back-Channel Logout 1.0, section 2.8.
    private static async Task<IResult> HearAsync(HttpContext http, string provider, BackChannelLogout logout)
    {
        http.Response.Headers.CacheControl = "no-store";
        var token = http.Request.HasFormContentType
            ? (await http.Request.ReadFormAsync(http.RequestAborted))["logout_token"].ToString() : "";
        return await logout.HearAsync(provider, token, http.RequestAborted) is { } why
            ? Results.Json(new { error = "invalid_request", error_description = why }, statusCode: 400)
            : Results.Ok();
    }
}
