using System.Net.Http.Headers;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Domain.Tokens;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>Programs that come to the demo by a token.</summary>
public static class TokenDoor
{
    /// <summary>Makes one, as the launch manager does.</summary>
    public static async Task<string> TokenAsync(
        this DemoPortal portal, string name, TokenScope scope = TokenScope.EvidenceWrite, params string[] categories)
    {
        var secret = TokenSecret.New();
        Done(await portal.Get<CreateToken>().RunAsync(DemoPortal.Launch, new(name, scope, [.. categories]),
            TokenSecret.Hash(secret), await portal.ViewerAsync("manager")));
        return secret;
    }

    /// <summary>A client that sends a token and keeps no cookies.</summary>
    public static HttpClient Bearing(this DemoPortal portal, string token)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = portal.Address,
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client with a new token of a scope.</summary>
    public static async Task<HttpClient> BearingAsync(
        this DemoPortal portal, string name, TokenScope scope = TokenScope.EvidenceWrite,
        params string[] categories) => portal.Bearing(await portal.TokenAsync(name, scope, categories));

    /// <summary>Gets what stands at an address.</summary>
    public static Task<HttpResponseMessage> AtAsync(this HttpClient client, string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Ends one, as the launch manager does.</summary>
    public static async Task RevokeAsync(this DemoPortal portal, string name, Viewer? manager = null) =>
        Done(await portal.Get<RevokeToken>()
            .RunAsync(DemoPortal.Launch, name, manager ?? await portal.ViewerAsync("manager")));
}
