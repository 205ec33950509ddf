using System.Net;
using System.Text.RegularExpressions;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;

namespace ReadinessPortal.IntegrationTests.Identity;

/// <summary>Where somebody is signed in, and their password, by themselves.</summary>
public sealed partial class OnesOwnAccount
{
    private const string Password = Accounts.Password;

    [Fact]
    public async Task A_sign_in_elsewhere_is_seen_and_ended()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var here = await portal.SignedInAsync("cto");
        using var there = await portal.SignedInAsync("cto");
        using var other = await portal.SignedInAsync("cfo");
        var page = await here.GetStringAsync(Of("/account"));
        var ending = EndForm().Matches(page);
        page.Should().Contain("this one");

        (await here.PostFormAsync("/account", ending.Single().Groups[1].Value, [])).Dispose();

        (await there.GetAsync(Of("/"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await here.GetAsync(Of("/"))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await other.GetAsync(Of("/"))).StatusCode.Should().Be(HttpStatusCode.OK);
        EndForm().Matches(await here.GetStringAsync(Of("/account"))).Should().BeEmpty();
    }

    [Fact]
    public async Task Another_password_ends_every_other_sign_in()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var here = await portal.SignedInAsync("cto");
        using var there = await portal.SignedInAsync("cto");

        (await ChangeAsync(here, "wrong", Password, Password)).Should()
            .Contain("The password is not right. Nothing was changed.");
        (await ChangeAsync(here, DemoPersonas.Password, Password, "other")).Should().Contain("are not the same");
        (await ChangeAsync(here, DemoPersonas.Password, "short", "short")).Should().Contain("15 are the fewest");
        (await there.GetAsync(Of("/"))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await ChangeAsync(here, DemoPersonas.Password, Password, Password)).Should()
            .Contain("Your password is changed. You are signed in here alone.");

        (await there.GetAsync(Of("/"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await here.GetAsync(Of("/"))).StatusCode.Should().Be(HttpStatusCode.OK);
        using var back = await portal.SignedInAsync("cto", password: Password);
        (await portal.ScalarAsync(
            "select count(*) from site_audit_entries where entry::jsonb->>'action' = 'PasswordChanged'"))
            .Should().Be(1L);
    }

    private static async Task<string> ChangeAsync(HttpClient client, string present, string password, string again)
    {
        using var answer = await client.PostFormAsync("/account", "password", new()
        {
            ["Form.Present"] = present, ["Form.Password"] = password, ["Form.Again"] = again,
        });
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static Uri Of(string path) => new(path, UriKind.Relative);

    [GeneratedRegex("name=\"_handler\" value=\"(end-[0-9a-f]{32})\"")]
    private static partial Regex EndForm();
}
