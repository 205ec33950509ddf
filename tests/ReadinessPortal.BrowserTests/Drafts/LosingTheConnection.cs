using Microsoft.Playwright;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Drafts;

/// <summary>An open page says that it lost the portal, keeps what is typed, and comes back by itself.</summary>
public sealed class LosingTheConnection(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const string Page = "criteria/e2e-tests";

    [Fact]
    public async Task What_is_typed_while_it_is_lost_is_kept_and_the_page_comes_back_in_step()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var wire = Wire.To(portal.Address);
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead", at: wire.Address);
        await lead.OpenAsync(Page);
        await lead.IsLiveAsync();

        wire.Cut();
        await SaysAsync(lead, "Connection lost");
        await Expect(lead.Page.Locator(".live").First).ToBeHiddenAsync();
        await Rationale(lead).FillAsync("Written in a tunnel");
        await ChangeAsync(portal, "progress", "77");
        await SubmitAsync(lead);
        await SaysAsync(lead, "Not saved");

        await Expect(lead.Page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        wire.Mend();
        await SaysAsync(lead, "Connected again");
        await Expect(Rationale(lead)).ToHaveValueAsync("Written in a tunnel");
        await Expect(lead.Page.GetByLabel("Progress, percent")).ToHaveValueAsync("77");
        await lead.ClickAsync("Save");
        await IsSavedAsync(lead);
        (await CriterionAsync(portal)).Should().Match<Criterion>(v => v.Rationale == "Written in a tunnel"
            && v.Progress == 77);
    }

    [Fact]
    public async Task What_two_people_wrote_meanwhile_is_shown_side_by_side()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var wire = Wire.To(portal.Address);
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead", at: wire.Address);
        await lead.OpenAsync(Page);
        await lead.IsLiveAsync();

        wire.Cut();
        await SaysAsync(lead, "Connection lost");
        await Rationale(lead).FillAsync("Written in a tunnel");
        await ChangeAsync(portal, "rationale", "Written at a desk");
        wire.Mend();

        await lead.ReadsAsync("Written at a desk");
        await Expect(Rationale(lead)).ToHaveValueAsync("Written in a tunnel");
        await lead.ClickAsync("Keep mine");
        await lead.ClickAsync("Save");
        await IsSavedAsync(lead);
        (await CriterionAsync(portal)).Rationale.Should().Be("Written in a tunnel");
    }

    [Fact]
    public async Task A_portal_that_was_killed_and_started_again_gives_back_draft_focus_and_place()
    {
        await using var portal = await DemoPortal.ApartAsync();
        await using var process = await PortalProcess.StartAsync(portal);
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead", at: process.Address);
        await lead.OpenAsync(Page);
        await lead.IsLiveAsync();
        await Rationale(lead).FillAsync("Typed before the lights went out");
        var place = await lead.Page.EvaluateAsync<double>("() => scrollY");
        place.Should().BePositive("the form stands below the first screen");

        await process.KillAsync();
        await SaysAsync(lead, "Connection lost");
        await Rationale(lead).PressSequentiallyAsync(", and after");
        var typed = await Rationale(lead).InputValueAsync();
        await lead.Page.EvaluateAsync("() => { window.wasHere = true; }");
        await process.StartAsync();

        await Expect(lead.Page.GetByText("Not saved yet: what you typed"))
            .ToBeVisibleAsync();
        (await lead.Page.EvaluateAsync<bool>("() => window.wasHere === undefined")).Should()
            .BeTrue("the page is a new one");
        typed.Should().Contain("Typed before the lights went out").And.Contain(", and after");
        await Expect(Rationale(lead)).ToHaveValueAsync(typed);
        await Expect(Rationale(lead)).ToBeFocusedAsync();
        (await lead.Page.EvaluateAsync<double>("() => scrollY")).Should().BeApproximately(place, 80);
        await lead.ClickAsync("Save");
        await IsSavedAsync(lead);
        (await CriterionAsync(portal)).Rationale.Should().Be(typed);
    }

    private static Task IsSavedAsync(Person person) =>
        Expect(person.Page.GetByText("saved", new() { Exact = true })).ToBeVisibleAsync();

    private static ILocator Rationale(Person person) => person.Page.GetByLabel("Rationale");

    private static Task SaysAsync(Person person, string text) =>
        Expect(person.Page.Locator("#components-reconnect-modal"))
            .ToContainTextAsync(text);

    // The page cannot enable the button without the portal: whoever presses Enter in the field asks all the same.
    private static async Task SubmitAsync(Person person) =>
        await person.Page.GetByRole(AriaRole.Form, new() { Name = "Assess this criterion" })
            .EvaluateAsync("form => form.requestSubmit()");

    private static async Task<Criterion> CriterionAsync(DemoPortal portal)
    {
        var view = await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("manager"));
        return view!.Board.Facts.Criteria.First(c => c.Key == "e2e-tests");
    }

    private static async Task ChangeAsync(DemoPortal portal, string field, string to)
    {
        var path = FactPath.Of("criteria", "e2e-tests");
        var manager = await portal.ViewerAsync("manager");
        var view = await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager);
        var outcome = await portal.Get<EditFacts>().RunAsync(DemoPortal.Launch,
            [FactChange.Setting(path, field, FactText.Read(view!.Board.Facts, path, field), to)], manager);
        outcome.Should().BeOfType<Outcome.Done>();
    }
}
