using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>What every answer carries, and what a balancer asks.</summary>
public sealed class AnsweringSafely(OnePortal demo) : IClassFixture<OnePortal>
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
}
