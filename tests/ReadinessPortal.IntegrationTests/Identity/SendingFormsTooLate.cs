using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;

namespace ReadinessPortal.IntegrationTests.Identity;

/// <summary>A form that its page does not have any more, or that another sign-in made, is answered in plain words.
/// </summary>
public sealed class SendingFormsTooLate
{
    [Theory]
    [InlineData("/account/second-factor", "remove")]
    [InlineData("/account/passkeys", "remove-0123456789abcdef")]
    [InlineData("/sign-in/code", "code")]
    public async Task A_form_that_is_there_no_more_says_so(string page, string form)
    {
        await using var portal = await DemoPortal.StartAsync();
        using var ceo = await portal.SignedInAsync("ceo");

        using var answer = await ceo.PostFormAsync("/account", form, []);
        using var there = await SendAsync(ceo, page, form, Forms.TokenIn(await ceo.GetStringAsync(Of("/account"))));

        await IsExplainedAsync(answer);
        await IsExplainedAsync(there);
    }

    [Fact]
    public async Task A_form_of_before_one_signed_in_says_so()
    {
        await using var portal = await DemoPortal.StartAsync();
        var cookies = new CookieContainer();
        using var browser = portal.Anonymous(cookies);
        var stale = Forms.TokenIn(await browser.GetStringAsync(Of("/sign-in")));
        using var signedIn = await portal.SignedInAsync("ceo", cookies);

        using var answer = await SendAsync(signedIn, "/sign-in", "sign-in", stale, new()
        {
            ["Form.UserName"] = "ceo", ["Form.Password"] = DemoPersonas.Password,
        });

        await IsExplainedAsync(answer);
    }

    [Fact]
    public async Task An_answer_that_leads_on_carries_nothing_else()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var cfo = await portal.SignedInAsync("cfo");

        using var answer = await cfo.PostFormAsync("/mail", "mail", new()
        {
            ["Form.Address"] = "cfo@company.test", ["Form.Digest"] = "false",
        });

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await answer.Content.ReadAsStringAsync()).Should().BeEmpty();
    }

    private static async Task IsExplainedAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("What you sent could not be used")
            .And.NotContain("Cannot submit the form").And.NotContain("antiforgery token was");
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string path, string form, string token, Dictionary<string, string>? fields = null)
    {
        fields ??= [];
        fields["_handler"] = form;
        fields["__RequestVerificationToken"] = token;
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(Of(path), content);
    }

    private static Uri Of(string path) => new(path, UriKind.Relative);
}
