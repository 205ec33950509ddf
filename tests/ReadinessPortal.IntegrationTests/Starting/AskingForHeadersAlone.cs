using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Starting;

public sealed class AskingForHeadersAlone(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Launch = $"/launches/{DemoPortal.Launch}";
    private const string Api = $"/api/v1/launches/{DemoPortal.Launch}";

    // They tell one answer from the next, or how a body is sent that a HEAD has not.
    private static readonly string[] _ofOneAnswer = ["Date", "Transfer-Encoding", "Set-Cookie"];

    [Theory]
    [InlineData("/")]
    [InlineData(Launch)]
    [InlineData(Launch + "/sign-off")]
    [InlineData(Launch + "/registers/budget/cells.csv")]
    [InlineData(Launch + "/evidence/e2e-test-results/content")]
    [InlineData(Launch + "/evidence/e2e-test-results/supports")] // takes posts alone
    [InlineData(Launch + "/criteria/none")]
    [InlineData(Api)]
    [InlineData(Api + "/verdict")]
    [InlineData(Api + "/report.pdf")]
    [InlineData(Api + "/package.zip")]
    [InlineData(Api + "/evidence.zip")]
    [InlineData("/api/v1/launches/NONE")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/healthz/ready")]
    [InlineData("/portal.css")]
    [InlineData("/none")]
    public async Task Head_says_what_get_says_without_the_body(string path)
    {
        using var manager = await one.Portal.SignedInAsync("manager");

        await IsAsGetAsync(manager, path);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Launch)]
    [InlineData("/sign-in")]
    [InlineData(Api)]
    [InlineData(Api + "/report.pdf")]
    public async Task So_it_does_to_a_visitor(string path)
    {
        using var visitor = one.Portal.Anonymous();

        await IsAsGetAsync(visitor, path);
    }

    private static async Task IsAsGetAsync(HttpClient client, string path)
    {
        using var whole = await client.GetAsync(new Uri(path, UriKind.Relative));

        using var head = await HeadAsync(client, path);

        head.StatusCode.Should().Be(whole.StatusCode);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        NamesOf(head).Should().BeEquivalentTo(NamesOf(whole));
        head.Content.Headers.ContentType.Should().Be(whole.Content.Headers.ContentType);
        head.Headers.ETag.Should().Be(whole.Headers.ETag);
        head.Headers.Location.Should().Be(whole.Headers.Location);
    }

    // The server says of itself that a body is empty, and of none nothing.
    private static IEnumerable<string> NamesOf(HttpResponseMessage answer) =>
        answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
            .Where(h => !(h.Key == "Content-Length" && h.Value.ToString() == "0")).Select(h => h.Key)
            .Except(_ofOneAnswer);

    private static Task<HttpResponseMessage> HeadAsync(HttpClient client, string path) =>
        client.SendAsync(new(HttpMethod.Head, new Uri(path, UriKind.Relative)));
}
