using System.Net;
using System.Text.RegularExpressions;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>What every answer carries, and what a balancer asks.</summary>
public sealed partial class AnsweringSafely(OnePortal demo) : IClassFixture<OnePortal>
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/portal.css")]
    [InlineData("/api/v1/launches")]
    public async Task Every_answer_tells_the_browser_what_it_may_do(string path)
    {
        using var client = demo.Portal.Anonymous();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Header(answer, "Content-Security-Policy").Should().Contain("script-src 'self';")
            .And.Contain("frame-ancestors 'none'");
        Header(answer, "X-Content-Type-Options").Should().Be("nosniff");
        Header(answer, "Referrer-Policy").Should().Be("same-origin");
        Header(answer, "X-Frame-Options").Should().Be("DENY");
        answer.Headers.Contains("Server").Should().BeFalse();
    }

    [Fact]
    public async Task A_browser_fetches_each_version_of_a_style_or_script_once()
    {
        using var client = demo.Portal.Anonymous();
        var page = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var addresses = StyleOrScript().Matches(page).Select(m => m.Groups[1].Value).ToList();

        addresses.Should().HaveCountGreaterThan(3);
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(new Uri($"/{address.TrimStart('/')}", UriKind.Relative));
            Header(answer, "Cache-Control").Should().Contain("immutable", "{0} is named after what is in it", address);
        }
    }

    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task Health_needs_no_sign_in(string path)
    {
        using var client = demo.Portal.Anonymous();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(", ", answer.Headers.GetValues(name));

    [GeneratedRegex("(?:href|src)=\"([^\"]+\\.(?:css|js))\"")]
    private static partial Regex StyleOrScript();
}
