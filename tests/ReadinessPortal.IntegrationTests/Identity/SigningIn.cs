using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.IntegrationTests.Identity;

public sealed class SigningIn(OnePortal demo) : IClassFixture<OnePortal>
{
    [Theory]
    [InlineData("/")]
    [InlineData($"/launches/{DemoPortal.Launch}")]
    [InlineData($"/launches/{DemoPortal.Launch}/sign-off")]
    [InlineData($"/launches/{DemoPortal.Launch}/evidence/e2e-test-results/content")]
    public async Task Every_page_leads_a_visitor_to_the_sign_in_page(string path)
    {
        using var client = demo.Portal.Anonymous();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.PathAndQuery.Should().StartWith("/sign-in?returnUrl=");
    }

    [Fact]
    public async Task Each_persona_comes_in_with_the_documented_password()
    {
        foreach (var persona in DemoPersonas.All)
        {
            using var client = await demo.Portal.SignedInAsync(persona.UserName);

            (await client.GetStringAsync(new Uri($"/launches/{DemoPortal.Launch}", UriKind.Relative)))
                .Should().Contain(persona.Name);
        }
    }

    [Fact]
    public async Task A_wrong_password_is_refused_without_saying_which_of_the_two_was_wrong()
    {
        using var client = demo.Portal.Anonymous();

        foreach (var name in new[] { "auditor", "nobody" })
        {
            using var answer = await client.PostFormAsync("/sign-in", "sign-in", new()
            {
                ["Form.UserName"] = name, ["Form.Password"] = "wrong-password",
            });

            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            (await answer.Content.ReadAsStringAsync()).Should().Contain("User name and password do not fit together.");
        }
    }

    [Theory]
    [InlineData("/launches/GA-2025-001", "/launches/GA-2025-001")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    public async Task The_way_back_stays_inside_the_portal(string asked, string given)
    {
        using var client = demo.Portal.Anonymous();

        using var answer = await client
            .PostFormAsync($"/sign-in?returnUrl={Uri.EscapeDataString(asked)}", "sign-in", new()
            {
                ["Form.UserName"] = "cfo", ["Form.Password"] = DemoPersonas.Password,
            });

        new Uri(demo.Portal.Address, answer.Headers.Location!).Should().Be(new Uri(demo.Portal.Address, given));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = demo.Portal.Anonymous();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in", ["Form.UserName"] = "cfo", ["Form.Password"] = DemoPersonas.Password,
        });

        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var client = await demo.Portal.SignedInAsync("cto");

        using var answer = await client.PostFormAsync("/sign-out", "sign-out", []);

        answer.Headers.Location!.ToString().Should().EndWith("/sign-in");
        using var after = await client.GetAsync(new Uri("/", UriKind.Relative));
        after.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_session_that_was_ended_is_refused_on_every_instance_and_after_a_restart()
    {
        await using var elsewhere = await demo.Portal.AnotherInstanceAsync();
        var cookies = new CookieContainer();
        using var client = await demo.Portal.SignedInAsync("cto", cookies);
        using var copy = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        copy.DefaultRequestHeaders.Add("Cookie", cookies.GetCookieHeader(demo.Portal.Address));
        async Task<HttpStatusCode> AskAsync(PortalApp instance) =>
            (await copy.GetAsync(new Uri(new Uri(instance.Addresses.First()), "/"))).StatusCode;
        (await AskAsync(elsewhere)).Should().Be(HttpStatusCode.OK);

        (await client.PostFormAsync("/sign-out", "sign-out", [])).Dispose();

        await using var restarted = await demo.Portal.AnotherInstanceAsync();
        foreach (var instance in new[] { demo.Portal.App, elsewhere, restarted })
        {
            (await AskAsync(instance)).Should().Be(HttpStatusCode.Redirect);
        }
    }
}
