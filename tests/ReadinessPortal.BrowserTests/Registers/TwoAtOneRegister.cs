using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Registers;

public sealed class TwoAtOneRegister(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const int Budget = 1;
    private const int Actual = 2;

    [Fact]
    public async Task Two_people_at_one_register_lose_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var platform = await Person.AtAsync(browser, portal, "platform-lead");
        await using var qa = await Person.AtAsync(browser, portal, "qa-lead");
        await platform.OpenRegisterAsync("budget");
        await qa.OpenRegisterAsync("budget");

        // Different cells of one row: both win, and each sees the other's.
        await SetAsync(platform, Budget, "26000");
        await SetAsync(qa, Actual, "20000");
        await Expect(platform.Cell("aws", Actual)).ToHaveTextAsync("$20,000");
        await Expect(qa.Cell("aws", Budget)).ToHaveTextAsync("$26,000");

        // The same cell: the second one reads both values and who set the other, and keeps theirs.
        await BeginAsync(qa, Actual, "22");
        await SetAsync(platform, Actual, "21");
        await qa.PressAsync("Enter");
        var contested = qa.Cell("aws", Actual);
        await Expect(contested).ToContainTextAsync("Platform lead (demo) set it to 21");
        await Expect(contested).ToContainTextAsync("22");
        await qa.PressAsync("ArrowUp", "Enter", "Tab", "Enter");
        await Expect(platform.Cell("aws", Actual)).ToHaveTextAsync("$22");
        await Expect(contested).ToHaveTextAsync("$22");

        // A row archived elsewhere stays where it is being edited, struck through.
        await platform.ClickAsync("Add a row");
        await Expect(platform.Page.Locator("[role=grid] tr.begun th")).ToBeFocusedAsync();
        await platform.TypeAsync("Fraud checks");
        await platform.PressAsync("Enter");
        await qa.Cell("fraud-checks", Budget).ClickAsync();
        await qa.TypeAsync("27000");
        await platform.Cell("fraud-checks", Budget).ClickAsync();
        await platform.ClickAsync("Archive row");
        await platform.Page.Locator("#archive-question").GetByRole(AriaRole.Button, new() { Name = "Archive" })
            .ClickAsync();
        await Expect(qa.Page.Locator("#row-fraud-checks.gone")).ToHaveCountAsync(1);
        await Expect(qa.Page.Locator(".cell-editor textarea")).ToBeFocusedAsync();
        await qa.PressAsync("Enter");
        await Expect(qa.Cell("fraud-checks", Budget)).ToContainTextAsync("The row was archived meanwhile");
        qa.Complaints.Concat(platform.Complaints).Should().BeEmpty();
    }

    private static async Task BeginAsync(Person person, int column, string text)
    {
        await person.Cell("aws", column).ClickAsync();
        await person.TypeAsync(text);
    }

    private static async Task SetAsync(Person person, int column, string text)
    {
        await BeginAsync(person, column, text);
        await person.PressAsync("Enter");
        await Expect(person.Cell("aws", column)).Not.ToHaveAttributeAsync("data-sent", text);
    }
}
