using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;
using static ReadinessPortal.IntegrationTests.SingleSignOn.LinkActs;

namespace ReadinessPortal.IntegrationTests.SingleSignOn;

/// <summary>An account that is there is linked by its own person, signed in, or by an invitation.</summary>
public sealed class LinkingAProvider
{
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
        (await cfo.GetStringAsync(Of("/account"))).Should()
            .Contain("Example ID knows you as Ana Example (ana), and lets you in.");
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
        (await ana.GetStringAsync(Of("/account"))).Should()
            .Contain("Example ID knows you as Ana Example (ana), and lets you in.");
    }
}
