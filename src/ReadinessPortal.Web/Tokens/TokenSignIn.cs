using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Api;

namespace ReadinessPortal.Web.Tokens;

/// <summary>
/// Lets programs in by a token in the header Authorization, on the API and nowhere else. Who sends one is that token,
/// whatever cookie comes with it.
/// </summary>
internal sealed class TokenSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, FindToken find)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Token";

    private const string Bearer = "Bearer";

    private TokenNotValid _whyNot = new UnknownToken();

    /// <summary>The scheme of a request that sends a token to the API; null for any other.</summary>
    public static string? SchemeOf(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api/v1") && Sent(context.Request) is not null ? SchemeName : null;

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var found = await find.RunAsync(Sent(Request) ?? "", Context.RequestAborted);
        if (found.Viewer is { } viewer)
        {
            return AuthenticateResult.Success(new(new TokenPrincipal(viewer, SchemeName), SchemeName));
        }

        _whyNot = found.WhyNot!;
        return AuthenticateResult.Fail(_whyNot.Name);
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Problems.Of((Refusal)_whyNot).ExecuteAsync(Context);
    }

    private static string? Sent(HttpRequest request) =>
        request.Headers.Authorization.ToString().Split(' ', 2) is [var kind, .. var secret]
            && kind.Equals(Bearer, StringComparison.OrdinalIgnoreCase)
            ? string.Concat(secret).Trim() // empty where a pipeline has no such secret
            : null;
}
