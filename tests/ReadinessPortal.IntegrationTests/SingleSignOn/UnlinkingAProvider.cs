using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.SingleSignOn;
using static ReadinessPortal.IntegrationTests.SingleSignOn.LinkActs;

namespace ReadinessPortal.IntegrationTests.SingleSignOn;

/// <summary>A link that is taken away takes with it what came by it, and the portal keeps who looks after it.</summary>
public sealed class UnlinkingAProvider
{
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

    private static async Task<string> RightsAsync(DemoPortal portal) => (string)(await portal.ScalarAsync(
        "select is_administrator::text || (select count(*) from members m where m.user_id = u.id "
        + "and removed_at is null) from identity.users u where user_name = 'cfo'"))!;
}
