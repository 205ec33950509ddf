using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>
/// An identity provider that says whatever a test wants, wrong things too. What a real one says is tried in a browser.
/// </summary>
public sealed class TestProvider : IAsyncDisposable
{
    public const string Client = "readiness";
    public const string Key = "example";
    public const string Title = "Example ID";

    private readonly WebApplication _web;
    private RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly ConcurrentDictionary<string, string> _nonces = new();

    private TestProvider(WebApplication web) => _web = web;

    public string Issuer => _web.Urls.First();

    /// <summary>What it says of whoever comes.</summary>
    public Dictionary<string, object> Says { get; } = new()
    {
        ["sub"] = "0001", ["preferred_username"] = "ana", ["name"] = "Ana Example", ["sid"] = "s-1",
    };

    /// <summary>Changes the token before it is signed.</summary>
    public Action<Dictionary<string, object>> Change { get; set; } = _ => { };

    /// <summary>With which it signs; null for its own.</summary>
    public SigningCredentials? SignsWith { get; set; }

    /// <summary>Its tokens are not signed at all.</summary>
    public bool IsUnsigned { get; set; }

    /// <summary>What it answers a code with in place of tokens.</summary>
    public IResult? Fails { get; set; }

    /// <summary>It signs by another key from now on.</summary>
    public void RenewKey() => _key = new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    /// <summary>What it answers in place of a code.</summary>
    public string? Error { get; set; }

    /// <summary>The last question it was asked.</summary>
    public IReadOnlyDictionary<string, string> Asked { get; private set; } = new Dictionary<string, string>();

    /// <summary>What it handed out: nothing of it may be logged.</summary>
    public ConcurrentBag<string> Secrets { get; } = [];

    public Dictionary<string, string?> Settings => new()
    {
        [$"Identity:Providers:0:Key"] = Key,
        [$"Identity:Providers:0:Title"] = Title,
        [$"Identity:Providers:0:Authority"] = Issuer,
        [$"Identity:Providers:0:ClientId"] = Client,
        [$"Identity:Providers:0:ClientSecret"] = "only-the-two-know",
    };

    public static async Task<TestProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var provider = new TestProvider(builder.Build());
        provider.Map();
        await provider._web.StartAsync();
        return provider;
    }

    /// <summary>A browser that goes to the provider and comes back.</summary>
    /// <param name="from">Where on the portal it begins.</param>
    /// <returns>What the portal answers to it coming back.</returns>
    public static async Task<HttpResponseMessage> GoAsync(HttpClient browser, string from) =>
        await browser.GetAsync(await ThereAsync(browser, from));

    /// <summary>As far as the provider's answer.</summary>
    /// <returns>Where it leads back to.</returns>
    public static async Task<Uri> ThereAsync(HttpClient browser, string from)
    {
        using var there = await browser.GetAsync(new Uri(from, UriKind.Relative));
        there.StatusCode.Should().Be(HttpStatusCode.Redirect, await there.Content.ReadAsStringAsync());
        using var plain = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var back = await plain.GetAsync(there.Headers.Location);
        return back.Headers.Location!;
    }

    /// <summary>What it sends when somebody signs out there.</summary>
    public string LogoutToken(Action<Dictionary<string, object>>? change = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer, ["aud"] = Client, ["jti"] = Guid.NewGuid().ToString("N"), ["sub"] = Says["sub"],
            ["iat"] = Seconds(DateTimeOffset.UtcNow), ["sid"] = Says["sid"],
            ["events"] = new Dictionary<string, object>
            {
                ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>(),
            },
        };
        change?.Invoke(claims);
        return Sign(claims);
    }

    public async ValueTask DisposeAsync() => await _web.DisposeAsync();

    public static long Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds();

    private void Map()
    {
        _web.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = $"{Issuer}/authorize",
            ["token_endpoint"] = $"{Issuer}/token",
            ["jwks_uri"] = $"{Issuer}/keys",
            ["end_session_endpoint"] = $"{Issuer}/end",
        }));
        _web.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(_key);
            var shown = new { kty = "RSA", use = "sig", kid = _key.KeyId, n = key.N, e = key.E };
            return Results.Json(new { keys = new[] { shown } });
        });
        _web.MapGet("/authorize", (HttpContext http) =>
        {
            Asked = http.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString());
            var code = $"code-{Guid.NewGuid():N}";
            _nonces[code] = Asked["nonce"];
            Secrets.Add(code);
            return Results.Redirect(QueryHelpers.AddQueryString(Asked["redirect_uri"], new Dictionary<string, string?>
            {
                [Error is null ? "code" : "error"] = Error ?? code, ["state"] = Asked["state"],
            }));
        });
        _web.MapPost("/token", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            if (Fails is { } failure)
            {
                return failure;
            }

            if (!_nonces.TryRemove(form["code"].ToString(), out var nonce)
                || Base64UrlEncoder.Encode(SHA256.HashData(
                    System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != Asked["code_challenge"])
            {
                return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
            }

            var now = DateTimeOffset.UtcNow;
            var claims = new Dictionary<string, object>(Says)
            {
                ["iss"] = Issuer, ["aud"] = Client, ["nonce"] = nonce, ["iat"] = Seconds(now),
                ["exp"] = Seconds(now.AddMinutes(5)), ["auth_time"] = Seconds(now),
            };
            Change(claims);
            var (token, access) = (Sign(claims), $"access-{Guid.NewGuid():N}");
            Secrets.Add(token);
            Secrets.Add(access);
            return Results.Json(
                new { access_token = access, token_type = "Bearer", expires_in = 300, id_token = token });
        });
    }

    private string Sign(Dictionary<string, object> claims)
    {
        if (IsUnsigned)
        {
            return $"{Base64UrlEncoder.Encode("{\"alg\":\"none\"}")}."
                + $"{Base64UrlEncoder.Encode(System.Text.Json.JsonSerializer.Serialize(claims))}.";
        }

        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        var descriptor = new SecurityTokenDescriptor
        {
            Claims = claims.Where(c => c.Value is not null).ToDictionary(),
            SigningCredentials = SignsWith ?? new(_key, SecurityAlgorithms.RsaSha256),
        };
        return handler.CreateToken(descriptor);
    }
}
