using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.IntegrationTests.SingleSignOn;

/// <summary>Who comes in by an identity provider, into which account, with which right.</summary>
public sealed class ComingInByAProvider
{
    private const string Door = "/sign-in/by/example";

    [Fact]
    public async Task Makes_an_account_once_and_comes_back_to_it_and_to_where_one_wanted_to_go()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        using var ana = portal.Anonymous();
        (await ana.GetStringAsync(Of("/sign-in?returnUrl=%2Fwork"))).Should()
            .Contain($"href=\"{Door}?returnUrl=%2Fwork\"").And.Contain("Sign in by Example ID");

        using var first = await TestProvider.GoAsync(ana, $"{Door}?returnUrl=%2Fwork");

        first.StatusCode.Should().Be(HttpStatusCode.Redirect);
        first.Headers.Location!.ToString().Should().Be("/work");
        (await ana.GetStringAsync(Of("/account"))).Should().Contain("Ana Example");
        provider.Asked.Should().Contain("code_challenge_method", "S256").And.ContainKeys("state", "nonce");
        provider.Says["preferred_username"] = "another"; // the name is the provider's to change
        using var again = portal.Anonymous();
        using var second = await TestProvider.GoAsync(again, $"{Door}?returnUrl=//elsewhere.example");
        second.Headers.Location!.ToString().Should().Be("/");
        (await again.GetStringAsync(Of("/account"))).Should().Contain(">ana</code>");
        (await CountAsync(portal, "identity.users where user_name = 'ana' and password_hash is null")).Should().Be(1);
        (await CountAsync(portal, "identity.sessions where provider = 'example' and provider_session = 's-1'"))
            .Should().Be(2);
        (await CountAsync(portal, Audited("UserCreated"))).Should().Be(1);
    }

    [Fact]
    public async Task A_name_or_a_mail_address_opens_nobodys_account()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        await portal.ScalarAsync("update identity.users set email = 'cfo@example.org', "
            + "normalized_email = 'CFO@EXAMPLE.ORG' where user_name = 'cfo'");
        (provider.Says["preferred_username"], provider.Says["email"]) = ("CFO", "cfo@example.org");
        using var stranger = portal.Anonymous();

        using var answer = await TestProvider.GoAsync(stranger, Door);

        await IsRefusedAsync(
            stranger, answer, HttpStatusCode.Forbidden, "Example ID calls you CFO, and an account here");
        (await CountAsync(portal, "identity.user_logins")).Should().Be(0);
    }

    [Fact]
    public async Task Whoever_has_none_of_the_groups_stays_outside_and_whoever_has_one_comes_in()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(new Dictionary<string, string?>(provider.Settings)
        {
            ["Identity:Providers:0:EnterClaim"] = "groups", ["Identity:Providers:0:EnterValues:0"] = "finance",
            ["Identity:Providers:0:EnterValues:1"] = "CN=board,OU=us",
        });
        using var browser = portal.Anonymous();
        foreach (var groups in new[] { [], new[] { "Finance", "board" } })
        {
            provider.Says["groups"] = groups;
            using var refused = await TestProvider.GoAsync(browser, Door);
            await IsRefusedAsync(
                browser, refused, HttpStatusCode.Forbidden, "nothing it says of you opens this portal");
        }

        provider.Says["groups"] = new[] { "staff", "CN=board,OU=us" };
        using var answer = await TestProvider.GoAsync(browser, Door);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Administers_as_long_as_the_provider_says_so_and_the_operator_does_not_say_otherwise()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(new Dictionary<string, string?>(provider.Settings)
        {
            ["Identity:Providers:0:AdministratorClaim"] = "groups",
            ["Identity:Providers:0:AdministratorValues:0"] = "portal-admins",
        });
        Task<bool> IsAsync() => AdministersAsync(portal);

        await ComesAsync(portal, provider, ["portal-admins"]);
        (await IsAsync()).Should().BeTrue();
        await ComesAsync(portal, provider, ["portal-admins"]);
        await ComesAsync(portal, provider, []);
        (await IsAsync()).Should().BeFalse();
        (await CountAsync(portal, Audited("AdministratorSet"))).Should().Be(2);

        await portal.ScalarAsync("update identity.users set is_administrator = true where user_name = 'ana'");
        await ComesAsync(portal, provider, ["portal-admins"]);
        await ComesAsync(portal, provider, []);
        (await IsAsync()).Should().BeTrue("what was given by hand no group takes away");
    }

    [Fact]
    public async Task The_last_administrator_stays_one_whatever_the_provider_says()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(new Dictionary<string, string?>(provider.Settings)
        {
            ["Identity:Providers:0:AdministratorClaim"] = "groups",
            ["Identity:Providers:0:AdministratorValues:0"] = "portal-admins",
        });
        await ComesAsync(portal, provider, ["portal-admins"]);
        await portal.ScalarAsync("update identity.users set is_administrator = false where user_name <> 'ana'");

        await ComesAsync(portal, provider, []);

        (await AdministersAsync(portal)).Should().BeTrue();
    }

    [Theory]
    [InlineData("jörg.müller", "calls you jörg.müller, which is no user name here")]
    [InlineData("CORP\\wang", "calls you CORP\\wang, which")]
    [InlineData("m\u0430nager", "calls you m\u0430nager, which")]
    [InlineData(" ", "gives no user name")]
    public async Task A_name_that_is_none_here_makes_no_account_under_another(string name, string because)
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        provider.Says["preferred_username"] = name;
        using var browser = portal.Anonymous();

        using var answer = await TestProvider.GoAsync(browser, Door);

        await IsRefusedAsync(browser, answer, HttpStatusCode.Forbidden, because);
    }

    [Fact]
    public async Task Whoever_came_in_by_a_password_before_it_was_switched_off_comes_in_anew()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        using var cfo = await portal.SignedInAsync("cfo");
        using var ana = portal.Anonymous();
        using (await TestProvider.GoAsync(ana, Door))
        {
        }

        await portal.Get<OpenSessions>().EndOthersAsync([TestProvider.Key]);

        (await cfo.GetAsync(Of("/account"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await ana.GetAsync(Of("/account"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_disabled_account_is_closed_whatever_the_provider_says()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        await ComesAsync(portal, provider, []);
        await portal.ScalarAsync("update identity.users set disabled_at = now() where user_name = 'ana'");
        using var browser = portal.Anonymous();

        using var answer = await TestProvider.GoAsync(browser, Door);

        await IsRefusedAsync(browser, answer, HttpStatusCode.Forbidden, "Your account here is disabled.");
    }

    [Fact]
    public async Task A_provider_that_is_away_stops_nothing_but_coming_in_by_it()
    {
        var provider = await TestProvider.StartAsync();
        var settings = provider.Settings;
        await provider.DisposeAsync();
        await using var portal = await DemoPortal.StartAsync(settings);
        using var cfo = await portal.SignedInAsync("cfo");
        using var browser = portal.Anonymous();

        using var answer = await browser.GetAsync(Of(Door));

        await IsRefusedAsync(browser, answer, HttpStatusCode.BadGateway, "Example ID cannot be reached just now.");
        using var none = await browser.GetAsync(Of("/sign-in/by/other"));
        none.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task With_single_sign_on_only_no_password_lets_anybody_in_or_is_chosen()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(
            new Dictionary<string, string?>(provider.Settings) { ["Identity:SingleSignOnOnly"] = "true" });
        using var browser = portal.Anonymous();
        var door = await browser.GetStringAsync(Of("/sign-in"));
        door.Should().Contain("Sign in by Example ID").And.NotContain("type=\"password\"").And.NotContain("personas");

        using (await TestProvider.GoAsync(browser, Door))
        {
        }

        var page = await browser.GetStringAsync(Of("/account"));
        page.Should().NotContain("type=\"password\"").And.Contain("Passwords are switched off");
        var refused = await browser.PostWithAsync("/account", page, "password", new()
        {
            ["Form.Present"] = "readiness-demo", ["Form.Password"] = Accounts.Password,
            ["Form.Again"] = Accounts.Password,
        });
        refused.Should().NotContain("Your password is changed");
        await browser.PostWithAsync("/sign-in", page, "sign-in", new()
        {
            ["Form.UserName"] = "cfo", ["Form.Password"] = "readiness-demo",
        });
        (await CountAsync(portal, "identity.sessions s join identity.users u on u.id = s.user_id "
            + "where u.user_name = 'cfo'")).Should().Be(0);
    }

    private static async Task ComesAsync(DemoPortal portal, TestProvider provider, string[] groups)
    {
        provider.Says["groups"] = groups;
        using var browser = portal.Anonymous();
        using var answer = await TestProvider.GoAsync(browser, Door);
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    private static async Task IsRefusedAsync(
        HttpClient browser, HttpResponseMessage answer, HttpStatusCode status, string because)
    {
        answer.StatusCode.Should().Be(status);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Should().Contain(because);
        using var inside = await browser.GetAsync(Of("/"));
        inside.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    private static async Task<bool> AdministersAsync(DemoPortal portal) =>
        (bool)(await portal.ScalarAsync("select is_administrator from identity.users where user_name = 'ana'"))!;

    private static async Task<long> CountAsync(DemoPortal portal, string what) =>
        (long)(await portal.ScalarAsync($"select count(*) from {what}"))!;

    private static string Audited(string action) => $"site_audit_entries where entry::jsonb->>'action' = '{action}'";

    private static Uri Of(string path) => new(path, UriKind.Relative);
}
