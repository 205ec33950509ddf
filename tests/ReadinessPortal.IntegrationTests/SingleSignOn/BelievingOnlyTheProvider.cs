using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using ReadinessPortal.IntegrationTests.Fixtures;
using Serilog;

namespace ReadinessPortal.IntegrationTests.SingleSignOn;

/// <summary>An answer counts when the provider signed it, for this portal, for this browser, now and once.</summary>
public sealed class BelievingOnlyTheProvider(BelievingOnlyTheProvider.Pair pair)
    : IClassFixture<BelievingOnlyTheProvider.Pair>
{
    private const string Door = "/sign-in/by/example";

    public sealed class Pair : IAsyncLifetime
    {
        public TestProvider Provider { get; private set; } = null!;

        public DemoPortal Portal { get; private set; } = null!;

        internal LoggedLines Lines { get; } = new();

        public async Task InitializeAsync()
        {
            Provider = await TestProvider.StartAsync();
            Portal = await DemoPortal.StartAsync(Provider.Settings, services => services.AddSerilog(
                (provider, logging) => logging.ReadFrom.Configuration(provider.GetRequiredService<IConfiguration>())
                    .Enrich.FromLogContext().WriteTo.Sink(Lines),
                preserveStaticLogger: true));
        }

        public async Task DisposeAsync()
        {
            await Portal.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("iss", "https://elsewhere.example", "cannot be believed")]
    [InlineData("aud", "another-portal", "cannot be believed")]
    [InlineData("nonce", "of-another", "belongs to a sign-in that was begun in another browser")]
    [InlineData("nonce", null, "belongs to a sign-in that was begun in another browser")]
    [InlineData("exp", -600, "cannot be believed")]
    [InlineData("nbf", 600, "cannot be believed")]
    [InlineData("sub", null, "cannot be believed")]
    [InlineData("sub", "", "cannot be believed")]
    [InlineData("sub", "a\u0001b", "does not say who you are")]
    public async Task A_token_with_a_wrong_claim_lets_nobody_in(string claim, object? value, string because)
    {
        using var browser = pair.Portal.Anonymous();
        pair.Provider.Change = claims => claims[claim] = value is int seconds
            ? TestProvider.Seconds(DateTimeOffset.UtcNow.AddSeconds(seconds)) : value!;

        using var answer = await TestProvider.GoAsync(browser, Door);

        pair.Provider.Change = _ => { };
        await IsRefusedAsync(browser, answer, because);
    }

    [Fact]
    public async Task A_token_that_another_key_signed_lets_nobody_in()
    {
        using var browser = pair.Portal.Anonymous();
        pair.Provider.SignsWith =
            new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "one" }, SecurityAlgorithms.RsaSha256);

        using var answer = await TestProvider.GoAsync(browser, Door);

        pair.Provider.SignsWith = null;
        await IsRefusedAsync(browser, answer, "cannot be believed");
    }

    [Fact]
    public async Task A_token_that_nobody_signed_lets_nobody_in()
    {
        using var browser = pair.Portal.Anonymous();
        pair.Provider.IsUnsigned = true;

        using var answer = await TestProvider.GoAsync(browser, Door);

        pair.Provider.IsUnsigned = false;
        await IsRefusedAsync(browser, answer, "cannot be believed");
    }

    [Fact]
    public async Task Another_key_of_the_provider_is_believed_at_once()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        foreach (var renew in new[] { () => { }, provider.RenewKey })
        {
            renew();
            using var browser = portal.Anonymous();
            using var answer = await TestProvider.GoAsync(browser, Door);

            answer.StatusCode.Should().Be(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_provider_that_fails_is_said_to_fail()
    {
        using var browser = pair.Portal.Anonymous();
        pair.Provider.Fails = Results.StatusCode(StatusCodes.Status500InternalServerError);

        using var answer = await TestProvider.GoAsync(browser, Door);

        pair.Provider.Fails = null;
        answer.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("reports an error");
    }

    [Fact]
    public async Task An_answer_opens_the_browser_that_asked_and_opens_it_once()
    {
        using var asked = pair.Portal.Anonymous();
        using var other = pair.Portal.Anonymous();
        var back = await TestProvider.ThereAsync(asked, Door);
        using (var stolen = await other.GetAsync(back))
        {
            await IsRefusedAsync(other, stolen, "begun in another browser");
        }

        using var answer = await asked.GetAsync(back);
        using var again = await asked.GetAsync(back);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        again.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("access_denied", HttpStatusCode.Forbidden, "it was cancelled")]
    [InlineData("server_error", HttpStatusCode.BadGateway, "reports an error")]
    [InlineData("<script>", HttpStatusCode.BadGateway, "reports an error")]
    public async Task What_the_provider_refuses_is_said_in_a_sentence(
        string error, HttpStatusCode status, string because)
    {
        using var browser = pair.Portal.Anonymous();
        pair.Provider.Error = error;

        using var answer = await TestProvider.GoAsync(browser, Door);

        pair.Provider.Error = null;
        answer.StatusCode.Should().Be(status);
        (await answer.Content.ReadAsStringAsync()).Should().Contain(because).And.NotContain("<script>");
    }

    [Fact]
    public async Task No_token_and_no_code_is_logged_or_kept()
    {
        using var browser = pair.Portal.Anonymous();
        using (await TestProvider.GoAsync(browser, Door))
        {
        }

        var token = pair.Provider.LogoutToken();
        using var form = new FormUrlEncodedContent([new("logout_token", token)]);
        using var heard = await browser.PostAsync(new Uri($"{Door}/logout", UriKind.Relative), form);

        pair.Provider.Secrets.Should().HaveCountGreaterThan(2);
        foreach (var secret in pair.Provider.Secrets.Append(token).Append("only-the-two-know"))
        {
            pair.Lines.Text.Should().NotContain(secret);
        }

        pair.Lines.Text.Should().Contain($"{Door}/callback").And.NotContain("state=");
        (await pair.Portal.ScalarAsync("select count(*) from identity.user_tokens")).Should().Be(0L);
    }

    private static async Task IsRefusedAsync(HttpClient browser, HttpResponseMessage answer, string because)
    {
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain(because).And.NotContain("Exception");
        using var inside = await browser.GetAsync(new Uri("/", UriKind.Relative));
        inside.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }
}
