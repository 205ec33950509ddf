using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>Every answer tells browsers what they may do with it, whatever kind of answer it is.</summary>
public sealed class TellingBrowsers(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Https = "https://readiness.example.org";

    [Theory]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/portal.css", HttpStatusCode.OK)]
    [InlineData("/api/v1/launches", HttpStatusCode.Unauthorized)]
    [InlineData("/healthz/live", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/account/link/none", HttpStatusCode.OK)]
    public async Task A_stranger_gets_them_on_everything(string path, HttpStatusCode status)
    {
        using var stranger = one.Portal.Anonymous();
        using var answer = await stranger.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.Should().Be(status);
        Check(answer);
    }

    [Theory]
    [InlineData($"/launches/{DemoPortal.Launch}", HttpStatusCode.OK)]
    [InlineData("/launches/nothing", HttpStatusCode.NotFound)]
    [InlineData($"/api/v1/launches/{DemoPortal.Launch}/package.zip", HttpStatusCode.OK)]
    [InlineData($"/api/v1/launches/{DemoPortal.Launch}/report.pdf?revision=x", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/v1/launches/nothing", HttpStatusCode.NotFound)]
    public async Task So_does_whoever_has_signed_in(string path, HttpStatusCode status)
    {
        using var auditor = await one.Portal.SignedInAsync("auditor");
        using var answer = await auditor.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.Should().Be(status);
        Check(answer);
        answer.Headers.Contains("Strict-Transport-Security").Should().BeFalse("this portal speaks plain HTTP");
    }

    [Fact]
    public async Task Under_https_browsers_stay_there_and_hold_cookies_to_this_host()
    {
        await using var portal = await DemoPortal.StartAsync(
            new Dictionary<string, string?> { ["Portal:PublicUrl"] = Https });
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = portal.Address,
        };
        using var page = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
        var form = page.Headers.GetValues("Set-Cookie").Single(c => c.Contains("readiness.form"));
        using var asking = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative));
        asking.Headers.Add("Cookie", form.Split(';')[0]);
        asking.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = Forms.TokenIn(await page.Content.ReadAsStringAsync()),
            ["Form.UserName"] = "cfo",
            ["Form.Password"] = Web.Demo.DemoPersonas.Password,
        });
        using var answer = await client.SendAsync(asking);

        page.Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000; includeSubDomains");
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var cookies = answer.Headers.GetValues("Set-Cookie").Append(form).ToList();
        cookies.Should().HaveCountGreaterThan(2).And.OnlyContain(c => c.StartsWith("__Host-readiness.")
            && c.Contains("; secure") && c.Contains("; path=/;") && !c.Contains("domain=") && c.Contains("; httponly"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("10.0.0.0/8", false)]
    [InlineData("127.0.0.1", true)]
    public async Task An_address_that_is_forwarded_counts_only_from_the_proxy_that_is_configured(
        string? proxy, bool isBelieved)
    {
        await using var portal = await DemoPortal.StartAsync(
            new Dictionary<string, string?> { ["Portal:TrustedProxy"] = proxy });
        using var visitor = portal.Anonymous();
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        visitor.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        visitor.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");

        using var answer = await visitor.PostFormAsync(
            "/sign-in", "sign-in", new() { ["Form.UserName"] = "cfo", ["Form.Password"] = "wrong" });
        using var led = await visitor.GetAsync(new Uri("/work", UriKind.Relative));

        var from = isBelieved ? "203.0.113.9" : "127.0.0.1";
        var audited = await portal.ScalarAsync(
            "select entry::jsonb ->> 'summary' from site_audit_entries order by seq desc limit 1");
        audited.Should().Be($"Wrong password for cfo, from {from}");
        led.Headers.Location!.ToString().Should().StartWith(portal.Address.ToString().TrimEnd('/'));
        led.Headers.Contains("Strict-Transport-Security").Should().BeFalse();
    }

    [Theory]
    [InlineData("https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.SwitchingProtocols)]
    public async Task No_other_site_opens_a_web_socket(string? origin, HttpStatusCode status)
    {
        using var cfo = await one.Portal.SignedInAsync("cfo");
        using var asking = new HttpRequestMessage(HttpMethod.Get, new Uri("/_blazor", UriKind.Relative));
        asking.Headers.Connection.Add("Upgrade");
        asking.Headers.Upgrade.Add(new("websocket"));
        asking.Headers.Add("Sec-WebSocket-Version", "13");
        asking.Headers.Add("Sec-WebSocket-Key", Convert.ToBase64String(new byte[16]));
        asking.Headers.Add("Origin", origin ?? one.Portal.Address.GetLeftPart(UriPartial.Authority));

        using var answer = await cfo.SendAsync(asking, HttpCompletionOption.ResponseHeadersRead);

        answer.StatusCode.Should().Be(status);
    }

    private static void Check(HttpResponseMessage answer)
    {
        foreach (var (name, part) in new[]
        {
            ("Content-Security-Policy", "script-src 'self'"), ("Content-Security-Policy", "frame-ancestors 'none'"),
            ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "same-origin"),
            ("Permissions-Policy", "camera=()"), ("Permissions-Policy", "publickey-credentials-get=(self)"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        })
        {
            string.Join(", ", answer.Headers.GetValues(name)).Should().Contain(part, "{0}", name);
        }

        answer.Headers.Contains("Server").Should().BeFalse();
        answer.Headers.Contains("X-Powered-By").Should().BeFalse();
    }
}
