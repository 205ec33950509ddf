using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.Passkeys;

/// <summary>Where the portal's pages ask what to ask a passkey. Nothing is changed by any of them.</summary>
internal static class PasskeyEndpoints
{
    /// <summary>To sign in, whoever it is.</summary>
    public const string SignIn = "/sign-in/passkey";

    /// <summary>To add one to one's own account.</summary>
    public const string Add = "/account/passkeys/new";

    /// <summary>To prove who one is, signed in.</summary>
    public const string Prove = "/account/passkeys/proof";

    private const string OfLink = $"{AccountLinks.Address}{{secret}}/passkey";

    /// <summary>To come in by an invitation.</summary>
    public static string Join(string secret) => $"{AccountLinks.Address}{secret}/passkey";

    public static void MapPasskeys(this WebApplication web)
    {
        web.MapPost(SignIn, (HttpContext http, IAntiforgery forms, PasskeyCeremonies ceremonies) =>
            AnswerAsync(http, forms, () => ceremonies.ToUseAsync(http, null, PasskeyQuestions.ToSignIn)!))
            .Asking().AllowAnonymous();
        web.MapPost(OfLink, (
            string secret, HttpContext http, IAntiforgery forms, PasskeyCeremonies ceremonies, AccountLinks links) =>
            AnswerAsync(http, forms, async () => await links.InvitedAsync(secret) is { } invited
                ? await ceremonies.ToMakeAsync(http, invited, PasskeyQuestions.ToJoin(invited.Id)) : null))
            .Asking().AllowAnonymous();
        web.MapPost(Add, (
            HttpContext http, IAntiforgery forms, PasskeyCeremonies ceremonies, UserManager<PortalUser> users) =>
            AnswerAsync(http, forms, async () => await users.GetUserAsync(http.User) is { } me
                ? await ceremonies.ToMakeAsync(http, me, PasskeyQuestions.ToAdd(http)) : null)).Asking();
        web.MapPost(Prove, (
            HttpContext http, IAntiforgery forms, PasskeyCeremonies ceremonies, UserManager<PortalUser> users) =>
            AnswerAsync(http, forms, async () => await users.GetUserAsync(http.User) is { } me
                ? await ceremonies.ToUseAsync(http, me, PasskeyQuestions.ToProve(http)) : null)).Asking();
    }

    private static RouteHandlerBuilder Asking(this RouteHandlerBuilder route) => route
        .ExcludeFromDescription().DisableAntiforgery()
        .WithMetadata(new EnableRateLimitingAttribute(IdentitySetup.PasskeyLimit));

    // The token stands in a header: a page of the portal put it there.
    private static async Task<IResult> AnswerAsync(
        HttpContext http, IAntiforgery forms, Func<Task<string?>> ask)
    {
        if (!await forms.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        if (http.RequestServices.GetRequiredService<SingleSignOnSettings>().IsOnly)
        {
            return Results.NotFound(); // nobody comes in by one
        }

        http.Response.Headers.CacheControl = "no-store";
        return await ask() is { } options ? Results.Text(options, "application/json") : Results.NotFound();
    }
}
