using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Identity;

/// <summary>A question to a passkey is answered once, where it was asked, for what it was asked for.</summary>
public sealed class AnsweringByPasskey
{
    private const string NotLetIn = "This passkey does not let you in here";

    [Fact]
    public async Task What_was_recorded_of_a_sign_in_signs_nobody_in_again()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var passkey = new SoftPasskey(portal.Address);
        using var cto = await portal.SignedInAsync("cto");
        await cto.AddAsync(passkey);
        var cookies = new CookieContainer();
        using var browser = portal.Anonymous(cookies);
        var answer = passkey.Used(await browser.AskAsync("/sign-in", "/sign-in/passkey"));
        var recorded = new CookieContainer();
        recorded.Add(cookies.GetAllCookies());

        (await SignInAsync(browser, answer)).Should().BeEmpty();
        (await browser.GetAsync(Of("/account"))).StatusCode.Should().Be(HttpStatusCode.OK);
        using var thief = portal.Anonymous(recorded);
        (await SignInAsync(thief, answer)).Should().Contain(NotLetIn);
        using var elsewhere = portal.Anonymous();
        (await SignInAsync(elsewhere, answer)).Should().Contain(NotLetIn);
    }

    [Fact]
    public async Task Of_many_who_send_one_answer_at_once_one_comes_in()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var passkey = new SoftPasskey(portal.Address);
        using var cto = await portal.SignedInAsync("cto");
        await cto.AddAsync(passkey);
        var cookies = new CookieContainer();
        using var browser = portal.Anonymous(cookies);
        var answer = passkey.Used(await browser.AskAsync("/sign-in", "/sign-in/passkey"));

        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            var own = new CookieContainer();
            own.Add(cookies.GetAllCookies());
            using var client = portal.Anonymous(own);
            return await SignInAsync(client, answer);
        }));

        all.Count(a => a.Length == 0).Should().Be(1);
    }

    [Fact]
    public async Task An_answer_is_good_for_what_was_asked_alone()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var passkey = new SoftPasskey(portal.Address);
        using var cto = await portal.SignedInAsync("cto");
        await cto.AddAsync(passkey);

        var proof = passkey.Used(await cto.AskAsync("/account/passkeys", "/account/passkeys/proof"));
        (await SignInAsync(cto, proof)).Should().Contain(NotLetIn);
        using var again = new SoftPasskey(portal.Address);
        var made = again.Made(await cto.AskAsync("/account/passkeys", "/account/passkeys/new"));
        (await cto.SendMadeAsync(made)).Should().Contain("The passkey Key is added.");
        (await cto.SendMadeAsync(made)).Should().Contain("No passkey was made.");
        (await portal.ScalarAsync("select count(*) from identity.user_passkeys")).Should().Be(2L);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"response\":{\"clientDataJSON\":\"!!\"}}")]
    [InlineData("{\"response\":{\"clientDataJSON\":7}}")]
    [InlineData("not json")]
    public async Task What_is_no_answer_lets_nobody_in(string answer)
    {
        await using var portal = await DemoPortal.StartAsync();
        using var browser = portal.Anonymous();
        await browser.AskAsync("/sign-in", "/sign-in/passkey");

        (await SignInAsync(browser, answer)).Should().Contain(NotLetIn);
    }

    /// <returns>What the page says; empty where somebody is in.</returns>
    private static async Task<string> SignInAsync(HttpClient client, string answer)
    {
        using var page = await client.PostFormAsync("/sign-in", "passkey", new() { ["Form.Passkey"] = answer });
        return page.StatusCode == HttpStatusCode.Redirect ? ""
            : WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
    }

    private static Uri Of(string path) => new(path, UriKind.Relative);
}
