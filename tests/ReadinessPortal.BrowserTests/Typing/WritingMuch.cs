using Microsoft.Playwright;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Typing;

/// <summary>Long texts: every letter lands where it was typed, and the page stays connected.</summary>
[Collection(OneBrowser.Name)]
public sealed class WritingMuch(PortalBrowser browser)
{
    private const string Inserted = "inserted here";
    private const int Place = 100;

    [Fact]
    public async Task What_is_typed_into_the_middle_of_a_long_text_is_there_once_and_whole()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        await lead.OpenAsync("criteria/e2e-tests");
        await lead.IsLiveAsync();
        var rationale = lead.Page.GetByLabel("Rationale");
        var form = lead.Page.GetByRole(AriaRole.Form, new() { Name = "Assess this criterion" });
        var before = Written(16_500);

        await rationale.FillAsync(before);
        await rationale.EvaluateAsync("(field, at) => field.setSelectionRange(at, at)", Place);
        await lead.Page.Keyboard.TypeAsync(Inserted);
        await lead.Page.Keyboard.PressAsync("Control+Enter");

        await Expect(form.GetByText("saved", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(rationale).ToHaveValueAsync(before.Insert(Place, Inserted));
        var view = await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("manager"));
        view!.Board.Facts.Criteria.First(c => c.Key == "e2e-tests").Rationale
            .Should().Be(before.Insert(Place, Inserted));
        lead.Complaints.Should().BeEmpty();
    }

    private static string Written(int length) =>
        string.Join(" ", Enumerable.Range(0, length / 10).Select(i => $"{i:000000}, ä"));
}
