using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

[Collection(OneBrowser.Name)]
public sealed class FollowingChanges(PortalBrowser browser)
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

        var manager = await portal.ViewerAsync("manager");
        var view = await elsewhere.Services.GetRequiredService<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager);
        var before = AssessmentValues.Of(view!.Board.Facts.Criteria.First(c => c.Key == "gdpr"));
        var outcome = await elsewhere.Services.GetRequiredService<AssessCriterion>().RunAsync(
            DemoPortal.Launch, "gdpr", new(before, before with { Result = CriterionResult.Failed, Rationale = "A gap" }), manager);

        outcome.Should().BeOfType<Outcome.Done>();
        await Expect(gate).ToContainTextAsync("red", new() { Timeout = 3_000 });
    }
}
