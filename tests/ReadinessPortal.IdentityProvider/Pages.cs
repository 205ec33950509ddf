using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ReadinessPortal.IdentityProvider;

/// <summary>Where people sign in and out, and what a test asks for.</summary>
internal static class Pages
{
    public const string Scheme = "here";

    private const string Protocol = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
    private const string Session = "sid";

    public static void Map(WebApplication web)
    {
        web.MapMethods("/authorize", ["GET", "POST"], (Delegate)AuthorizeAsync); // whose result is then looked at
        web.MapGet("/login", ListPeople);
        web.MapPost("/login", SignInAsync);
        web.MapMethods("/end", ["GET", "POST"], EndAsync);
        web.MapPost("/test/register", (string address, Client client) => { client.Address = address; });
        web.MapPost("/test/sign-out", async (string user, HttpContext http, Sessions sessions, LogoutCalls calls) =>
            await TellAsync(http, Person.All.Single(p => p.UserName == user).Subject, sessions, calls));
    }

    private static async Task<IResult> AuthorizeAsync(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var known = (await http.AuthenticateAsync(Scheme)).Principal;
        var isAsked = request.HasPromptValue(PromptValues.Login) || request.MaxAge is 0;
        if (known is null || isAsked)
        {
            // Asked once: when they come back from the page, it has been done.
            var again = QueryHelpers.ParseQuery(http.Request.QueryString.Value)
                .Where(q => q.Key is not ("prompt" or "max_age"))
                .ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
            return Results.Redirect(QueryHelpers.AddQueryString("/login", "next",
                QueryHelpers.AddQueryString("/authorize", again)));
        }

        var person = Person.All.Single(p => p.Subject == known.FindFirstValue(Claims.Subject));
        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person.Subject).SetClaim(Claims.Name, person.Name)
            .SetClaim(Claims.PreferredUsername, person.UserName)
            .SetClaim(Claims.AuthenticationTime, long.Parse(
                known.FindFirstValue(Claims.AuthenticationTime)!, CultureInfo.InvariantCulture))
            .SetClaim(Session, known.FindFirstValue(Session)).SetClaims("groups", [.. person.Groups]);
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), null, Protocol);
    }

    private static IResult ListPeople(string next) => Results.Content($"""
        <!DOCTYPE html><html lang="en"><title>Example ID</title><h1>Example ID</h1>
        <form method="post"><input type="hidden" name="next" value="{System.Net.WebUtility.HtmlEncode(next)}">
        {string.Concat(Person.All.Select(p => $"<button name=\"user\" value=\"{p.UserName}\">{p.Name}</button>"))}
        </form></html>
        """, "text/html");

    private static async Task<IResult> SignInAsync(HttpContext http, Sessions sessions)
    {
        var form = await http.Request.ReadFormAsync();
        var person = Person.All.Single(p => p.UserName == form["user"]);
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [
            new(Claims.Subject, person.Subject), new(Claims.AuthenticationTime, now),
            new(Session, sessions.Begin(person.Subject)),
        ], Scheme)));
        return Results.LocalRedirect(form["next"]!);
    }

    private static async Task<IResult> EndAsync(HttpContext http, Sessions sessions, LogoutCalls calls)
    {
        if ((await http.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(Claims.Subject) is { } subject)
        {
            await TellAsync(http, subject, sessions, calls);
            await http.SignOutAsync(Scheme);
        }

        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Protocol]);
    }

    private static async Task TellAsync(HttpContext http, string subject, Sessions sessions, LogoutCalls calls)
    {
        foreach (var session in sessions.EndAll(subject))
        {
            await calls.TellAsync($"{http.Request.Scheme}://{http.Request.Host}/", subject, session);
        }
    }
}
