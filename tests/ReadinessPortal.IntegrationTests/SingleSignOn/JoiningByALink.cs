using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;
using static ReadinessPortal.IntegrationTests.SingleSignOn.LinkActs;

namespace ReadinessPortal.IntegrationTests.SingleSignOn;

/// <summary>Who was sent a link comes in by the provider, and nobody else is made to.</summary>
public sealed class JoiningByALink
{
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
        (await victim.GetStringAsync(Of("/account"))).Should()
            .Contain(">ana</code>", "they have an account of their own");
    }

    [Fact]
    public async Task Whoever_is_signed_in_leaves_first()
    {
        await using var provider = await TestProvider.StartAsync();
        await using var portal = await DemoPortal.StartAsync(provider.Settings);
        var link = await InviteAsync(portal);
        using var cfo = await portal.SignedInAsync("cfo");

        (await PressAsync(cfo, link)).Should()
            .Contain("You are signed in as CFO (demo) in this browser. Sign out first");

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
        (await portal.ScalarAsync("select (password_hash is null)::text || "
            + "(select count(*) from identity.user_passkeys p where p.user_id = u.id) "
            + "from identity.users u where user_name = 'qa-lead'")).Should().Be("true0");
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
}
