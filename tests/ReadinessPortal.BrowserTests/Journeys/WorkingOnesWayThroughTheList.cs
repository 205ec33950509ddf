using Microsoft.Playwright;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>What waits comes up on the open list, and leads by keyboard to where it is done.</summary>
public sealed class WorkingOnesWayThroughTheList(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const int Phone = 390;

    [Fact]
    public async Task A_signature_is_asked_for_on_the_open_list_and_given_and_gone()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "platform-lead", Phone);
        await lead.Page.GotoAsync("/work");
        await lead.IsLiveAsync();
        await Expect(Sign(lead)).ToHaveCountAsync(0);

        await FreezeAsync(portal);

        await Expect(Sign(lead)).ToBeVisibleAsync();
        await Sign(lead).FocusAsync();
        await lead.Page.Keyboard.PressAsync("Enter");
        await lead.Page.WaitForURLAsync("**/sign-off#mine-title");
        await lead.Page.GetByLabel("Approve", new() { Exact = true }).CheckAsync();
        await lead.SignAsync();
        await lead.IsRecordedAsync();

        await lead.Page.GotoAsync("/work");
        await Expect(lead.Page.GetByRole(AriaRole.Heading, new() { Name = "My work" })).ToBeVisibleAsync();
        await Expect(Sign(lead)).ToHaveCountAsync(0);
        lead.Complaints.Should().BeEmpty();
    }

    private static ILocator Sign(Person person) =>
        person.Page.GetByRole(AriaRole.Link, new() { Name = "Sign: Your sign-off as Platform" });

    private static async Task FreezeAsync(DemoPortal portal)
    {
        var manager = await portal.ViewerAsync("manager");
        var view = await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager);
        var outcome = await portal.Get<FreezeLaunch>()
            .RunAsync(DemoPortal.Launch, FreezeRequest.Of(view!.Board), manager);
        outcome.Should().BeOfType<Outcome.Done>();
    }
}
