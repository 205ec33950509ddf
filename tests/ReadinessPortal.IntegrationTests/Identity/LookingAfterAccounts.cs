using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Accounts;

namespace ReadinessPortal.IntegrationTests.Identity;

/// <summary>An account begins with a link, and ends at once, on every page that is open.</summary>
public sealed partial class LookingAfterAccounts
{
    private const string Password = Fixtures.Accounts.Password;

    [Fact]
    public async Task Somebody_who_is_invited_chooses_a_password_once_and_comes_in()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var administrator = await portal.SignedInAsync("manager");
        using var anybody = portal.Anonymous();

        var link = await LinkAsync(administrator, "/people", "invite", new()
        {
            ["Form.Name"] = "Anna Meier", ["Form.UserName"] = "a.meier", ["Form.Mail"] = "a.meier@company.example",
        });
        (await anybody.GetStringAsync(link)).Should().Contain("For Anna Meier, signing in as a.meier.");
        (await ChooseAsync(anybody, link, "Anna Meier 2026!!")).Should().Contain("tried first");
        (await ChooseAsync(anybody, link, Password, again: "another")).Should().Contain("are not the same");
        (await ChooseAsync(anybody, link, Password)).Should().Contain("Your password is set");
        (await ChooseAsync(anybody, link, "kettle marble ocean cello")).Should().Contain("This link no longer works");

        using var anna = await portal.SignedInAsync("a.meier", password: Password);
        (await anna.GetStringAsync(Of("/"))).Should().Contain("No launch is yours to see");
        (await portal.ScalarAsync("select string_agg(entry::jsonb->>'summary', '; ' order by seq) "
            + "from site_audit_entries where entry::jsonb->>'subject' = 'user:a.meier'")).Should()
            .Be("Anna Meier is invited; Anna Meier chose a password, by an invitation");
    }

    [Theory]
    [InlineData("a meier", "Anna", null, "A user name has 1 to 64 characters")]
    [InlineData("a.meier", " ", null, "Give the person&#x27;s name")]
    [InlineData("a.meier", "Anna\u202E", null, "A name cannot hold")]
    [InlineData("a.meier", "Anna", "nowhere", "This is no address that a mail can be sent to")]
    [InlineData("CFO", "Anna", null, "Somebody signs in as CFO already")]
    public async Task An_account_that_cannot_be_is_refused_and_what_was_typed_stays(
        string userName, string name, string? mail, string why)
    {
        await using var portal = await DemoPortal.StartAsync();
        using var administrator = await portal.SignedInAsync("manager");

        using var answer = await administrator.PostFormAsync("/people", "invite", new()
        {
            ["Form.Name"] = name, ["Form.UserName"] = userName, ["Form.Mail"] = mail ?? "",
        });

        var page = await answer.Content.ReadAsStringAsync();
        page.Should().Contain(why).And.Contain(userName);
        (await portal.ScalarAsync("select count(*) from identity.users")).Should().Be(9L);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_looks_after_accounts()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var auditor = await portal.SignedInAsync("auditor");
        var cfo = await portal.ViewerAsync("cfo");

        foreach (var page in new[] { "/people", $"/people/{cfo.UserId}" })
        {
            var text = await auditor.GetStringAsync(Of(page));
            text.Should().Contain("Only an administrator of the portal looks after accounts.")
                .And.NotContain("<form").And.NotContain(">cfo<");
        }

        await using var scope = portal.App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Web.Accounts.Accounts>();
        var viewer = await portal.ViewerAsync("auditor");
        (await accounts.InviteAsync("x", "X", null, viewer)).Refusal.Should().NotBeNull();
        (await accounts.DisableAsync(cfo.UserId, viewer)).Refusal.Should().NotBeNull();
        (await accounts.ResetAsync(cfo.UserId, viewer)).Link.Should().BeNull();
    }

    [Fact]
    public async Task Whoever_leaves_is_out_at_once_and_leaves_the_role_vacant()
    {
        await using var portal = await DemoPortal.StartAsync();
        var cfo = await portal.ViewerAsync("cfo");
        using var theirs = await portal.SignedInAsync("cfo");
        await using var open = await OpenPage.OfAsync(portal.App, cfo);
        using var administrator = await portal.SignedInAsync("manager");

        using var answer = await administrator.PostFormAsync($"/people/{cfo.UserId}", "disable", []);

        (await answer.Content.ReadAsStringAsync()).Should().Contain("CFO (demo) cannot sign in any more.")
            .And.Contain($"Chief Financial Officer of {DemoPortal.Launch}").And.Contain("disabled since");
        await open.BecomesAsync(p => p.Identity is not { IsAuthenticated: true });
        (await theirs.GetAsync(Of("/"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await TryAsync(portal, "cfo")).Should().Contain("User name and password do not fit together.");
        (await BoardAsync(portal)).Holdings.Should().NotContain(h => h.HolderId == cfo.UserId);

        (await administrator.PostFormAsync($"/people/{cfo.UserId}", "enable", [])).Dispose();
        using var back = await portal.SignedInAsync("cfo");
        (await BoardAsync(portal)).Holdings.Should().NotContain(h => h.HolderId == cfo.UserId);
    }

    [Fact]
    public async Task What_was_left_to_whoever_is_disabled_is_found_and_vacant()
    {
        await using var portal = await DemoPortal.StartAsync();
        var cfo = await portal.ViewerAsync("cfo");
        await portal.ScalarAsync("update identity.users set disabled_at = now() where user_name = 'cfo'");

        var vacated = await portal.Get<RolesOfWhoLeft>().VacateAsync(CancellationToken.None);

        vacated.Select(v => v.What).Should().Equal("Chief Financial Officer");
        (await BoardAsync(portal)).Holdings.Should().NotContain(h => h.HolderId == cfo.UserId);
        (await portal.Get<RolesOfWhoLeft>().VacateAsync(CancellationToken.None)).Should().BeEmpty();
        portal.App.Services.GetServices<IHostedService>().OfType<RolesOfWhoLeft>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_reset_ends_the_earlier_link_and_every_session_when_it_is_used()
    {
        await using var portal = await DemoPortal.StartAsync();
        var cto = await portal.ViewerAsync("cto");
        using var theirs = await portal.SignedInAsync("cto");
        using var administrator = await portal.SignedInAsync("manager");
        using var anybody = portal.Anonymous();

        var first = await LinkAsync(administrator, $"/people/{cto.UserId}", "reset", []);
        var second = await LinkAsync(administrator, $"/people/{cto.UserId}", "reset", []);
        (await anybody.GetStringAsync(first)).Should().Contain("This link no longer works");
        (await theirs.GetAsync(Of("/"))).StatusCode.Should().Be(HttpStatusCode.OK);
        await ChooseAsync(anybody, second, Password);

        (await theirs.GetAsync(Of("/"))).StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await TryAsync(portal, "cto")).Should().Contain("do not fit together");
        using var back = await portal.SignedInAsync("cto", password: Password);
    }

    [Fact]
    public async Task Of_many_who_use_a_link_at_once_one_does()
    {
        await using var portal = await DemoPortal.StartAsync();
        var cto = await portal.ViewerAsync("cto");
        using var administrator = await portal.SignedInAsync("manager");
        var link = await LinkAsync(administrator, $"/people/{cto.UserId}", "reset", []);
        var secret = link.OriginalString.Split('/')[^1];

        var refusals = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            await using var scope = portal.App.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<AccountLinks>()
                .UseAsync(secret, new($"{Password} {i}"));
        }));

        refusals.Count(r => r is null).Should().Be(1);
    }

    [Fact]
    public async Task The_portal_keeps_an_administrator_and_nobody_shuts_themselves_out()
    {
        await using var portal = await DemoPortal.StartAsync();
        var manager = await portal.ViewerAsync("manager");
        var other = await portal.SomebodyAsync("second", isAdministrator: true);
        await using var scope = portal.App.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Web.Accounts.Accounts>();

        (await accounts.DisableAsync(manager.UserId, manager)).Refusal!.Name.Should().Be("NotOneself");
        (await accounts.DisableAsync(manager.UserId, other)).Refusal.Should().BeNull();
        var late = await accounts.DisableAsync(other.UserId, manager);
        late.Refusal!.Name.Should().Be("LastAdministrator");
    }

    [Fact]
    public async Task Of_two_administrators_who_disable_each_other_at_once_one_stays()
    {
        await using var portal = await DemoPortal.StartAsync();
        var manager = await portal.ViewerAsync("manager");
        var other = await portal.SomebodyAsync("second", isAdministrator: true);

        var done = await Task.WhenAll(DisableAsync(manager, other), DisableAsync(other, manager));

        done.Count(d => d.Refusal is null).Should().Be(1);
        (await portal.ScalarAsync(
            "select count(*) from identity.users where is_administrator and disabled_at is null")).Should().Be(1L);

        async Task<AccountOutcome> DisableAsync(Viewer whom, Viewer by)
        {
            await using var scope = portal.App.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<Web.Accounts.Accounts>()
                .DisableAsync(whom.UserId, by);
        }
    }

    [Fact]
    public async Task The_first_administrator_is_made_by_one_link_and_only_while_there_is_nobody()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var scope = portal.App.Services.CreateAsyncScope();
        var links = scope.ServiceProvider.GetRequiredService<AccountLinks>();
        (await links.SetUpAsync()).Should().BeNull();
        await portal.ScalarAsync("delete from identity.users");
        string[] made = [(await links.SetUpAsync())!, (await links.SetUpAsync())!];
        using var anybody = portal.Anonymous();

        using var answer = await anybody.PostFormAsync(made[0], "choose", new()
        {
            ["Form.Name"] = "Olga Operator", ["Form.UserName"] = "olga", ["Form.Password"] = Password,
            ["Form.Again"] = Password,
        });

        (await answer.Content.ReadAsStringAsync()).Should().Contain("Your password is set");
        (await anybody.GetStringAsync(Of(made[1]))).Should().Contain("This link no longer works");
        using var olga = await portal.SignedInAsync("olga", password: Password);
        (await olga.GetStringAsync(Of("/people"))).Should().Contain("Olga Operator").And.Contain("Invite somebody");
    }

    [Fact]
    public async Task A_form_whose_account_was_made_is_empty()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var administrator = await portal.SignedInAsync("manager");

        using var answer = await administrator.PostFormAsync("/people", "invite", new()
        {
            ["Form.Name"] = "Anna Meier", ["Form.UserName"] = "a.meier", ["Form.Mail"] = "",
        });

        (await answer.Content.ReadAsStringAsync()).Should().Contain(">Anna Meier<")
            .And.NotContain("value=\"Anna Meier\"");
    }

    private static async Task<Uri> LinkAsync(
        HttpClient administrator, string path, string form, Dictionary<string, string> fields)
    {
        using var answer = await administrator.PostFormAsync(path, form, fields);
        var page = await answer.Content.ReadAsStringAsync();
        return Of(SecretLink().Match(page) is { Success: true } link ? link.Value
            : throw new InvalidOperationException(page));
    }

    private static async Task<string> ChooseAsync(HttpClient client, Uri link, string password, string? again = null)
    {
        var page = await client.GetStringAsync(link);
        if (page.Contains("This link no longer works", StringComparison.Ordinal))
        {
            return page;
        }

        using var answer = await client.PostFormAsync(link.OriginalString, "choose", new()
        {
            ["Form.Password"] = password, ["Form.Again"] = again ?? password,
        });
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string> TryAsync(DemoPortal portal, string userName)
    {
        using var client = portal.Anonymous();
        using var answer = await client.PostFormAsync("/sign-in", "sign-in", new()
        {
            ["Form.UserName"] = userName, ["Form.Password"] = Web.Demo.DemoPersonas.Password,
        });
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<LaunchBoard> BoardAsync(DemoPortal portal) => (await portal.Get<LaunchBoards>()
        .ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("manager")))!.Board;

    private static Uri Of(string path) => new(path, UriKind.Relative);

    [GeneratedRegex("/account/link/[-_A-Za-z0-9]{43}")]
    private static partial Regex SecretLink();
}
