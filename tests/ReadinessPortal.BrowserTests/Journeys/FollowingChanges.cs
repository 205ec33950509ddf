using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

public sealed class FollowingChanges(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task An_open_page_shows_what_another_instance_committed_within_a_second_or_so()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var elsewhere = await portal.AnotherInstanceAsync();
        await using var cfo = await Person.AtAsync(browser, portal, "cfo");
        await cfo.OpenAsync("gates");
        await cfo.IsLiveAsync();
        var gate = cfo.Page.Locator("#gate-data-residency");
        await Expect(gate).ToContainTextAsync("green");

        await ChangeAsync(
            portal, elsewhere.Services, FactPath.Of("criteria", "gdpr"), "result", "passed", "failed");

        await Expect(gate).ToContainTextAsync("red");
    }

    [Fact]
    public async Task The_sign_off_page_follows_a_freeze_and_waits_for_who_has_begun_to_type()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await using var cfo = await Person.AtAsync(browser, portal, "cfo");
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        await cfo.OpenAsync("sign-off");
        await cfo.ReadsAsync("Nothing is frozen yet");

        await manager.FreezeAsync();
        await Expect(cfo.Page.GetByText("Nothing is frozen yet")).ToHaveCountAsync(0);
        await Expect(cfo.Page.Locator("main")).ToContainTextAsync("Revision 1");

        await lead.OpenAsync("sign-off");
        await lead.Page.GetByLabel("Comment").FillAsync("All good");
        await ChangeAsync(
            portal, portal.App.Services, FactPath.Of("criteria", "gdpr"), "result", "passed", "failed");
        await manager.FreezeAsync();
        await Expect(lead.Page.Locator("[data-standing]")).ToBeVisibleAsync();
        await Expect(lead.Page.GetByLabel("Comment")).ToHaveValueAsync("All good");
        await Expect(cfo.Page.Locator("main")).ToContainTextAsync("Revision 2");
    }

    [Fact]
    public async Task A_part_that_changes_under_its_reader_stays_unfolded_and_keeps_the_focus()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var cfo = await Person.AtAsync(browser, portal, "cfo");
        await cfo.OpenAsync("");
        await cfo.IsLiveAsync();
        var how = cfo.Page.Locator("details.how");
        await how.Locator("> summary").ClickAsync();
        var link = cfo.Page.GetByRole(AriaRole.Link, new() { Name = "criteria", Exact = true });
        await link.FocusAsync();
        await Expect(cfo.Page.Locator(".key .go")).ToHaveTextAsync("19");

        await ChangeAsync(
            portal, portal.App.Services, FactPath.Of("criteria", "gdpr"), "result", "passed", "failed");

        await Expect(cfo.Page.Locator(".key .go")).ToHaveTextAsync("18");
        await Expect(how).ToHaveAttributeAsync("open", "");
        await Expect(link).ToBeFocusedAsync();

        var second = cfo.Page.Locator(".cats a").Nth(1);
        await second.FocusAsync();
        var category = (await second.TextContentAsync())!;
        await ChangeAsync(portal, portal.App.Services,
            FactPath.Of("categories", "security"), "title", category, $"{category}, again");

        await Expect(second).ToHaveTextAsync($"{category}, again");
        await Expect(second).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Another_part_that_changes_at_the_same_moment_takes_no_focus()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var cfo = await Person.AtAsync(browser, portal, "cfo");
        await cfo.OpenAsync("");
        await cfo.IsLiveAsync();
        var second = cfo.Page.Locator(".cats a").Nth(1);
        await second.FocusAsync();

        await second.EvaluateAsync("""
            second => {
              const panel = second.closest(".panel"), next = panel.cloneNode(true), other = document.createElement("p");
              next.querySelectorAll(".cats a")[1].textContent += ", again";
              document.querySelector("main").prepend(other);
              other.append(...["one", "two", "three"].map(text => Object.assign(document.createElement("a"),
                { href: "#", textContent: text })));
              panel.replaceWith(next);
            }
            """);

        await Expect(second).ToBeFocusedAsync();
    }

    private static async Task ChangeAsync(
        DemoPortal portal, IServiceProvider instance, FactPath fact, string field, string from, string to) =>
        (await instance.GetRequiredService<EditFacts>().RunAsync(
            DemoPortal.Launch, [FactChange.Setting(fact, field, from, to)], await portal.ViewerAsync("manager")))
        .Should().BeOfType<Outcome.Done>();
}
