using Microsoft.AspNetCore.Http.HttpResults;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.Web.Api;

namespace ReadinessPortal.Web.Tokens;

/// <summary>Which tokens an address of the API is open to. One that says nothing is open to none.</summary>
internal static class TokenAccess
{
    /// <summary>Opens an address to tokens of these scopes; people are asked by what it does.</summary>
    public static T ForTokens<T>(this T address, params TokenScope[] scopes)
        where T : IEndpointConventionBuilder => address.WithMetadata(new OpenTo(scopes));

    /// <summary>Asks every token that comes to one of these addresses for its launch and its scope.</summary>
    public static RouteGroupBuilder AskingTokens(this RouteGroupBuilder addresses) =>
        addresses.AddEndpointFilter(async (context, next) => WhyNot(context.HttpContext) ?? await next(context));

    private static ProblemHttpResult? WhyNot(HttpContext http)
    {
        if (http.User is not TokenPrincipal { Grant: var grant })
        {
            return null;
        }

        return http.GetRouteValue("key") is string key && key != grant.LaunchKey
                ? Problems.Of(new NoSuchLaunch(key))
            : http.GetEndpoint()?.Metadata.GetMetadata<OpenTo>()?.Scopes.Contains(grant.Scope) == true ? null
            : Problems.Of(new TokenMayNot(grant.Scope));
    }

    private sealed record OpenTo(TokenScope[] Scopes);
}
