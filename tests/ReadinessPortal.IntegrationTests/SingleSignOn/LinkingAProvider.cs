using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.IntegrationTests.SingleSignOn;

/// <summary>An account that is there is linked by its own person, signed in, or by an invitation.</summary>
public sealed partial class LinkingAProvider
{
    private const string Door = "/sign-in/by/example";
    private const string Joins = $"{Door}/join";

    [Fact]
    public async Task Links_ones_own_account_with_the_password_and_comes_in_by_it_then()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        using var cfo = await portal.SignedInAsync("cfo");
        (await AskAsync(cfo, "link-example", "wrong")).Should()
            .Contain("The password is not right. Nothing was changed.").And.NotContain("/link?ticket=");
        var way = Way().Match(await AskAsync(cfo, "link-example", DemoPersonas.Password)).Groups[1].Value;
        using (var cto = await portal.SignedInAsync("cto"))
        using (var stolen = await cto.GetAsync(Of(way)))
        {
            stolen.StatusCode.Should().Be(HttpStatusCode.Forbidden, "a ticket is of one session");
        }

        using var back = await TestProvider.GoAsync(cfo, way);

        back.Headers.Location!.ToString().Should().Be("/account");
        (await cfo.GetStringAsync(Of("/account"))).Should().Contain("Example ID knows you as Ana Example (ana), and lets you in.");
        using var browser = portal.Anonymous();
        using (await TestProvider.GoAsync(browser, Door))
        {
        }

        (await browser.GetStringAsync(Of("/account"))).Should().Contain(">cfo</code>");
        using var manager = await portal.SignedInAsync("manager");
        (await manager.GetStringAsync(Of($"/people/{(await portal.ViewerAsync("cfo")).UserId}"))).Should()
            .Contain("password, Example ID");

        (await AskAsync(cfo, "unlink-example", DemoPersonas.Password)).Should().Contain("Example ID is unlinked");
        (await browser.GetAsync(Of("/account"))).StatusCode.Should().Be(HttpStatusCode.Redirect, "it was by it");
        (await cfo.GetAsync(Of("/account"))).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Links_it_by_a_passkey_as_well()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        using var passkey = new SoftPasskey(portal.Address);
        using var cfo = await portal.SignedInAsync("cfo");
        await cfo.AddAsync(passkey);
        var proof = passkey.Used(await cfo.AskAsync("/account", "/account/passkeys/proof"));

        using var answer = await cfo.PostFormAsync("/account", "link-example", new() { ["Form.Passkey"] = proof });

        Way().IsMatch(await answer.Content.ReadAsStringAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task One_person_of_a_provider_has_one_account_and_keeps_their_only_way_in()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        using var ana = portal.Anonymous();
        using (await TestProvider.GoAsync(ana, Door))
        {
        }

        using var cfo = await portal.SignedInAsync("cfo");
        var way = Way().Match(await AskAsync(cfo, "link-example", DemoPersonas.Password)).Groups[1].Value;
        using var refused = await TestProvider.GoAsync(cfo, way);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("has another account here. Nothing was linked");

        using (await TestProvider.GoAsync(ana, $"{Door}/confirm?returnUrl=%2Faccount"))
        {
        }

        (await AskAsync(ana, "unlink-example", "")).Should().Contain("is the only way in to your account");
        (await ana.GetStringAsync(Of("/account"))).Should().Contain("Example ID knows you as Ana Example (ana), and lets you in.");
    }

    [Fact]
    public async Task An_invitation_is_taken_by_the_provider_in_place_of_a_password_and_once()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        var link = await InviteAsync(portal);
        using var invited = portal.Anonymous();
        using var late = portal.Anonymous();
        await PressAsync(late, link);
        await PressAsync(invited, link);

        using var answer = await TestProvider.GoAsync(invited, Joins);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await invited.GetStringAsync(Of("/account"))).Should().Contain(">dana</code>");
        provider.Says["sub"] = "0002";
        using var again = await TestProvider.GoAsync(late, Joins);
        again.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await again.Content.ReadAsStringAsync()).Should().Contain("This link does not work any more");
    }

    [Fact]
    public async Task No_address_joins_whoever_follows_it_to_an_account_of_somebody_else()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        var secret = (await InviteAsync(portal)).Split('/')[^1];
        using var victim = portal.Anonymous();

        using var led = await victim.GetAsync(Of(Joins));
        using (await TestProvider.GoAsync(victim, $"{Door}?invitation={secret}"))
        {
        }

        led.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await led.Content.ReadAsStringAsync()).Should().Contain("begin from its page, in this browser");
        (await victim.GetStringAsync(Of("/account"))).Should().Contain(">ana</code>", "they have an account of their own");
    }

    [Fact]
    public async Task Whoever_is_signed_in_leaves_first()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        var link = await InviteAsync(portal);
        using var cfo = await portal.SignedInAsync("cfo");

        (await PressAsync(cfo, link)).Should().Contain("You are signed in as CFO (demo) in this browser. Sign out first");

        using var led = await cfo.GetAsync(Of(Joins));
        led.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_had_the_account_before_is_out_when_it_is_joined_to_a_provider()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        using var before = await portal.SignedInAsync("qa-lead");
        using var passkey = new SoftPasskey(portal.Address);
        await before.AddAsync(passkey);
        using var browser = portal.Anonymous();
        await PressAsync(browser, await ResetAsync(portal, "qa-lead"));

        using (await TestProvider.GoAsync(browser, Joins))
        {
        }

        (await browser.GetStringAsync(Of("/account"))).Should().Contain(">qa-lead</code>");
        (await before.GetAsync(Of("/account"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await portal.ScalarAsync("select (password_hash is null)::text || (select count(*) from identity.user_passkeys "
            + "p where p.user_id = u.id) from identity.users u where user_name = 'qa-lead'")).Should().Be("true0");
    }

    [Fact]
    public async Task An_administrator_unlinks_whoever_came_in_to_the_wrong_account()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        using var ana = portal.Anonymous();
        using (await TestProvider.GoAsync(ana, Door))
        {
        }

        using var manager = await portal.SignedInAsync("manager");
        var person = (await portal.ViewerAsync("ana")).UserId;
        using var answer = await manager.PostFormAsync($"/people/{person}", "unlink-example", []);

        (await answer.Content.ReadAsStringAsync()).Should().Contain("Ana Example is unlinked from Example ID");
        (await ana.GetAsync(Of("/account"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        using var invited = portal.Anonymous();
        await PressAsync(invited, await InviteAsync(portal));
        using var joined = await TestProvider.GoAsync(invited, Joins);
        (await invited.GetStringAsync(Of("/account"))).Should().Contain(">dana</code>");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_provider_gave_goes_with_the_link(bool byAdministrator)
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(new Dictionary<string, string?>(provider.Settings)
        {
            ["Identity:Providers:0:AdministratorClaim"] = "groups",
            ["Identity:Providers:0:AdministratorValues:0"] = "staff",
            ["Identity:Providers:0:Parts:0:Claim"] = "groups",
            ["Identity:Providers:0:Parts:0:Value"] = "staff",
            ["Identity:Providers:0:Parts:0:Launch"] = "*",
            ["Identity:Providers:0:Parts:0:Part"] = "auditor",
        });
        provider.Says["groups"] = "staff";
        using var cfo = await portal.SignedInAsync("cfo");
        var way = Way().Match(await AskAsync(cfo, "link-example", DemoPersonas.Password)).Groups[1].Value;
        using (await TestProvider.GoAsync(cfo, way))
        {
        }

        using var browser = portal.Anonymous();
        using (await TestProvider.GoAsync(browser, Door))
        {
        }

        (await RightsAsync(portal)).Should().Be("true1");
        if (byAdministrator)
        {
            using var manager = await portal.SignedInAsync("manager");
            var person = (await portal.ViewerAsync("cfo")).UserId;
            using var answer = await manager.PostFormAsync($"/people/{person}", "unlink-example", []);
        }
        else
        {
            (await AskAsync(cfo, "unlink-example", DemoPersonas.Password)).Should().Contain("Example ID is unlinked");
        }

        (await RightsAsync(portal)).Should().Be("false0");
    }

    [Fact]
    public async Task Where_nothing_else_lets_in_the_last_administrator_is_not_unlinked_and_keeps_the_right()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(new Dictionary<string, string?>(provider.Settings)
        {
            ["Identity:SingleSignOnOnly"] = "true",
            ["Identity:Providers:0:AdministratorClaim"] = "groups",
            ["Identity:Providers:0:AdministratorValues:0"] = "staff",
        });
        provider.Says["groups"] = "staff";
        using var ana = portal.Anonymous();
        using (await TestProvider.GoAsync(ana, Door))
        {
        }

        var person = await portal.ViewerAsync("ana");
        var manager = await portal.ViewerAsync("manager"); // who has a password, and cannot come in by it
        await using var scope = portal.App.Services.CreateAsyncScope();
        var unlinked = await scope.ServiceProvider.GetRequiredService<Web.Accounts.Accounts>().UnlinkAsync(
            person.UserId, portal.Get<SingleSignOnSettings>().Providers[0], manager);
        provider.Says["groups"] = "nobody";
        using var again = portal.Anonymous();
        using (await TestProvider.GoAsync(again, Door))
        {
        }

        unlinked.Refusal.Should().BeOfType<LastAdministrator>();
        (await again.GetStringAsync(Of("/people"))).Should().Contain("Invite somebody");
    }

    [Fact]
    public async Task Whoever_signed_in_in_another_window_meanwhile_is_not_turned_into_somebody_else()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        var link = await InviteAsync(portal);
        using var browser = portal.Anonymous();
        await PressAsync(browser, link);
        var back = await TestProvider.ThereAsync(browser, Joins);
        using (await browser.PostFormAsync("/sign-in", "sign-in", new()
        {
            ["Form.UserName"] = "ceo", ["Form.Password"] = DemoPersonas.Password,
        }))
        {
        }

        using var answer = await browser.GetAsync(back);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("You are signed in as").And.Contain(link);
        (await browser.GetStringAsync(Of("/account"))).Should().Contain(">ceo</code>");
    }

    private static async Task<string> RightsAsync(DemoPortal portal) => (string)(await portal.ScalarAsync(
        "select is_administrator::text || (select count(*) from members m where m.user_id = u.id and removed_at is null) "
        + "from identity.users u where user_name = 'cfo'"))!;

    private static async Task<string> InviteAsync(DemoPortal portal)
    {
        await using var scope = portal.App.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Web.Accounts.Accounts>()
            .InviteAsync("dana", "Dana Example", null, Viewer.System)).Link!;
    }

    private static async Task<string> ResetAsync(DemoPortal portal, string userName)
    {
        var person = (await portal.ViewerAsync(userName)).UserId;
        await using var scope = portal.App.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Web.Accounts.Accounts>()
            .ResetAsync(person, Viewer.System)).Link!;
    }

    private static async Task<string> PressAsync(HttpClient browser, string link)
    {
        using var answer = await browser.PostFormAsync(link, "join-example", []);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> AskAsync(HttpClient client, string form, string password)
    {
        using var answer = await client.PostFormAsync("/account", form, new() { ["Form.Password"] = password });
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static Uri Of(string path) => new(path, UriKind.Relative);

    [GeneratedRegex("href=\"(/sign-in/by/example/link\\?ticket=[^\"]+)\"")]
    private static partial Regex Way();
}
