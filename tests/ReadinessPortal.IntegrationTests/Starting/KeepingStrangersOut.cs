using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Starting;

public sealed class KeepingStrangersOut(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Launch = $"/launches/{DemoPortal.Launch}";
    private const string Api = $"/api/v1/launches/{DemoPortal.Launch}";

    [Theory]
    [InlineData("/")]
    [InlineData(Launch)]
    [InlineData(Launch + "/sign-off")]
    [InlineData(Launch + "/evidence/e2e-test-results/content")]
    [InlineData("/_blazor/negotiate")]
    [InlineData("/nothing-here")]
    public async Task A_visitor_is_led_to_the_sign_in_page(string path)
    {
        using var visitor = one.Portal.Anonymous();

        using var answer = await visitor.GetAsync(Of(path));

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.AbsolutePath.Should().Be("/sign-in");
    }

    [Theory]
    [InlineData("/api/v1/launches", HttpStatusCode.Unauthorized)]
    [InlineData(Api + "/package.zip", HttpStatusCode.Unauthorized)]
    [InlineData(Api + "/evidence.zip", HttpStatusCode.Unauthorized)]
    [InlineData(Api + "/nothing", HttpStatusCode.Unauthorized)]
    public async Task A_program_without_sign_in_gets_problem_details(string path, HttpStatusCode status)
    {
        using var visitor = one.Portal.Anonymous();

        using var answer = await visitor.GetAsync(Of(path));

        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Theory]
    [InlineData(Api + "/report.pdf?revision=abc", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Api + "/report.pdf?revision=99999999999", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Api + "/report.pdf?revision=-1", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Api + "/report.pdf?live=abc", HttpStatusCode.UnprocessableEntity)]
    [InlineData(Launch + "/revisions?from=99999999999&to=x", HttpStatusCode.OK)]
    [InlineData(Launch + "/revisions?to=", HttpStatusCode.OK)]
    [InlineData(Launch + "/audit?page=-1", HttpStatusCode.OK)]
    [InlineData(Launch + "/audit?page=2147483647", HttpStatusCode.OK)]
    public async Task A_number_that_is_none_is_no_failure(string path, HttpStatusCode status)
    {
        using var manager = await one.Portal.SignedInAsync("manager");

        using var answer = await manager.GetAsync(Of(path));

        answer.StatusCode.Should().Be(status);
    }

    [Theory]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("/\t/elsewhere.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData(Launch, Launch)]
    public async Task Signing_in_leads_nowhere_but_into_the_portal(string returnUrl, string to)
    {
        using var visitor = one.Portal.Anonymous();

        using var answer = await visitor.PostFormAsync(
            $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", "sign-in", new()
            {
                ["Form.UserName"] = "cfo", ["Form.Password"] = Web.Demo.DemoPersonas.Password,
            });

        answer.Headers.Location.Should().Be(new Uri(one.Portal.Address, to));
        answer.Headers.GetValues("Set-Cookie").Should().Contain(c =>
            c.StartsWith("readiness.session=", StringComparison.Ordinal)
            && c.Contains("httponly", StringComparison.Ordinal)
            && c.Contains("samesite=lax", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/sign-in", "sign-in")]
    [InlineData("/sign-out", "sign-out")]
    [InlineData(Launch + "/revisions/freeze", "freeze")]
    [InlineData(Launch + "/sign-off", "sign")]
    [InlineData(Launch + "/sign-off", "decide")]
    [InlineData(Launch + "/sign-off", "withdraw")]
    [InlineData(Launch + "/sign-off/roles", "assign")]
    public async Task A_form_without_its_token_is_refused(string path, string form)
    {
        using var manager = await one.Portal.SignedInAsync("manager");
        using var fields = new FormUrlEncodedContent([new("_handler", form)]);

        using var answer = await manager.PostAsync(Of(path), fields);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_ends_when_its_owner_signs_out()
    {
        var cookies = new CookieContainer();
        using var owner = await one.Portal.SignedInAsync("cto", cookies);
        var copies = new CookieContainer();
        copies.Add(cookies.GetAllCookies());
        using var copy = one.Portal.Anonymous(copies);
        using var elsewhere = await one.Portal.SignedInAsync("cto");
        (await copy.GetAsync(Of(Launch))).StatusCode.Should().Be(HttpStatusCode.OK);

        using var answer = await owner.PostFormAsync("/sign-out", "sign-out", []);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await copy.GetAsync(Of(Launch))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await elsewhere.GetAsync(Of(Launch))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_no_part_in_the_roles_reads_no_list_of_people()
    {
        using var auditor = await one.Portal.SignedInAsync("auditor");
        var token = Forms.TokenIn(await auditor.GetStringAsync(Of("/sign-out")));
        using var fields = new FormUrlEncodedContent(
        [
            new("_handler", "assign"), new("__RequestVerificationToken", token), new("Assign.Role", "cfo"),
        ]);

        using var answer = await auditor.PostAsync(Of($"{Launch}/sign-off/roles"), fields);

        var page = await answer.Content.ReadAsStringAsync();
        page.Should().Contain("role=\"alert\"").And.NotContain("Launch manager (demo)</option>");
    }

    private static Uri Of(string path) => new(path, UriKind.Relative);
}
