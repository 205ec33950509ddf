using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Registers;

/// <summary>What a second person was asked for waits with them, and is not unsaved in the grid any more.</summary>
public sealed class AskingForACell(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task It_is_asked_for_once_and_comes_back_as_nothing_unsaved()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.FreezeAsync();
        await manager.OpenRegisterAsync("budget");
        await manager.Cell("aws", 2).ClickAsync();
        await manager.PressAsync("2", "0", "0", "0", "0", "Enter");
        await Expect(manager.Page.GetByText("1 cell is not saved")).ToBeVisibleAsync();

        await manager.Page.GetByLabel("Justification").FillAsync("The invoice came");
        await manager.ClickAsync("Request approval");

        await Expect(manager.Page.GetByText("Nothing has changed yet")).ToBeVisibleAsync();
        await Expect(manager.Page.GetByText("is not saved")).ToHaveCountAsync(0);
        await Expect(manager.Cell("aws", 2)).ToHaveTextAsync("$20,145");
        await manager.OpenRegisterAsync("budget");
        await Expect(manager.Cell("aws", 2)).ToHaveTextAsync("$20,145");
        await Expect(manager.Page.GetByText("is not saved")).ToHaveCountAsync(0);
        await Expect(manager.Page.Locator(".cell-editor")).ToBeHiddenAsync();
    }
}
