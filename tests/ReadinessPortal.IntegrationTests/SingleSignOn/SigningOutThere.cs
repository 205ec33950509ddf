using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.SingleSignOn;

/// <summary>Whoever signs out of the provider is out of the portal, and the other way round.</summary>
public sealed class SigningOutThere(SigningOutThere.Pair pair) : IClassFixture<SigningOutThere.Pair>
{
    private const string Door = "/sign-in/by/example";
    private const string Logout = $"{Door}/logout";
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    public sealed class Pair : IAsyncLifetime
    {
        public TestProvider Provider { get; private set; } = null!;

        public DemoPortal Portal { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Provider = await TestProvider.StartAsync();
            Portal = await DemoPortal.StartAsync(Provider.Settings);
        }

        public async Task DisposeAsync()
        {
            await Portal.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }

    [Fact]
    public async Task Ends_the_session_it_names_or_with_none_every_session_of_the_person()
    {
        using var first = await InAsync("first");
        using var second = await InAsync("second");
        using var third = await InAsync("third");
        using var password = await pair.Portal.SignedInAsync("cfo");

        (await TellAsync(pair.Provider.LogoutToken(c => c["sid"] = "second"))).Should().Be(HttpStatusCode.OK);
        (await IsInAsync(first)).Should().BeTrue();
        (await IsInAsync(second)).Should().BeFalse();
        (await TellAsync(pair.Provider.LogoutToken(c => (c["sub"], c["sid"]) = (null!, null!)))).Should()
            .Be(HttpStatusCode.BadRequest);
        (await TellAsync(pair.Provider.LogoutToken(c => (c["sub"], c["sid"]) = ("0002", "first")))).Should()
            .Be(HttpStatusCode.OK);
        (await IsInAsync(first)).Should().BeTrue("it is not that person's");

        (await TellAsync(pair.Provider.LogoutToken(c => c.Remove("sid")))).Should().Be(HttpStatusCode.OK);

        (await IsInAsync(first)).Should().BeFalse();
        (await IsInAsync(third)).Should().BeFalse();
        (await IsInAsync(password)).Should().BeTrue();
    }

    [Theory]
    [InlineData("iss", "https://elsewhere.example")]
    [InlineData("aud", "another-portal")]
    [InlineData("iat", -3600)]
    [InlineData("iat", 3600)]
    [InlineData("iat", null)]
    [InlineData("exp", -600)]
    [InlineData("jti", null)]
    [InlineData("events", null)]
    [InlineData("events", Event)]
    [InlineData("nonce", "any")]
    public async Task A_token_that_is_none_ends_nothing(string claim, object? value)
    {
        using var ana = await InAsync("kept");

        var told = await TellAsync(pair.Provider.LogoutToken(claims => claims[claim] = value is int seconds
            ? TestProvider.Seconds(DateTimeOffset.UtcNow.AddSeconds(seconds)) : value!));

        told.Should().Be(HttpStatusCode.BadRequest);
        (await IsInAsync(ana)).Should().BeTrue();
    }

    [Fact]
    public async Task A_token_without_a_signature_or_used_before_ends_nothing()
    {
        using var ana = await InAsync("kept-too");
        var token = pair.Provider.LogoutToken(c => c["sid"] = "somebody");
        (await TellAsync(token)).Should().Be(HttpStatusCode.OK);
        var parts = pair.Provider.LogoutToken().Split('.');
        const string None = "eyJhbGciOiJub25lIiwidHlwIjoibG9nb3V0K2p3dCJ9"; // {"alg":"none","typ":"logout+jwt"}

        foreach (var wrong in new[] { token, $"{None}.{parts[1]}.", $"{parts[0]}.{parts[1]}.AAAA", "nonsense", "" })
        {
            (await TellAsync(wrong)).Should().Be(HttpStatusCode.BadRequest);
        }

        (await IsInAsync(ana)).Should().BeTrue();
        using var answer = await PostAsync(token);
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await answer.Content.ReadAsStringAsync()).Should().Contain("invalid_request").And.Contain("used before");
    }

    [Fact]
    public async Task Signing_out_of_the_portal_leads_on_to_signing_out_of_the_provider()
    {
        using var ana = await InAsync("leaving");

        using var answer = await ana.PostFormAsync("/sign-out", "sign-out", []);

        answer.Headers.Location!.ToString().Should().EndWith($"{Door}/signed-out");
        (await IsInAsync(ana)).Should().BeFalse();
        var page = WebUtility.HtmlDecode(await ana.GetStringAsync(answer.Headers.Location));
        page.Should().Contain($"0;url={pair.Provider.Issuer}/end?client_id=readiness&post_logout_redirect_uri=");
        using var cfo = await pair.Portal.SignedInAsync("cfo");
        using var plain = await cfo.PostFormAsync("/sign-out", "sign-out", []);
        plain.Headers.Location!.ToString().Should().EndWith("/sign-in");
    }

    private async Task<HttpClient> InAsync(string session)
    {
        pair.Provider.Says["sid"] = session;
        var browser = pair.Portal.Anonymous();
        using var answer = await TestProvider.GoAsync(browser, Door);
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        return browser;
    }

    private static async Task<bool> IsInAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync(new Uri("/account", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private async Task<HttpStatusCode> TellAsync(string token)
    {
        using var answer = await PostAsync(token);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> PostAsync(string token)
    {
        using var anybody = pair.Portal.Anonymous();
        using var form = new FormUrlEncodedContent([new("logout_token", token)]);
        return await anybody.PostAsync(new Uri(Logout, UriKind.Relative), form);
    }
}
