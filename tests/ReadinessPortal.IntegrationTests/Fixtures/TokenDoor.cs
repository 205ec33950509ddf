using System.Net.Http.Headers;
using System.Text;
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

/// <summary>Deliveries as curl sends them: files first, what is said of them after.</summary>
public static class DeliveryDoor
{
    /// <summary>Addresses of the API of the demo launch begin so.</summary>
    public const string Root = $"/api/v1/launches/{DemoPortal.Launch}";

    /// <summary>Of the criterion that most tests deliver to.</summary>
    public const string E2E = $"{Root}/criteria/e2e-tests/evidence";

    /// <summary>A report of end-to-end tests that nobody has delivered before.</summary>
    public static string JUnit(int failed = 0) => $"""
        <testsuites name="{Guid.NewGuid():N}" tests="3" failures="{failed}" errors="0" skipped="0" time="3.0">
          <testsuite name="sign-in" tests="3" failures="{failed}" errors="0" skipped="0" time="3.0">
            <testcase classname="e2e" name="one" time="1.0">{(failed > 0 ? "<failure message='no'/>" : "")}</testcase>
            <testcase classname="e2e" name="two" time="1.0">{(failed > 1 ? "<failure message='no'/>" : "")}</testcase>
            <testcase classname="e2e" name="three" time="1.0" />
          </testsuite>
        </testsuites>
        """;

    /// <summary>Posts one file.</summary>
    public static async Task<HttpResponseMessage> DeliverAsync(
        this HttpClient client, string path, string file, params (string Field, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent
        {
            {
                new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", IsXml(file) ? "report.xml" : "report.txt"
            },
        };
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        return await client.SendAsync(request);
    }

    private static bool IsXml(string file) => file.StartsWith('<');
}
