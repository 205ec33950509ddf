using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Registers;

public sealed class EditingByKeyboard(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const int Budget = 1;
    private const int Actual = 2;

    [Fact]
    public async Task A_register_is_kept_by_keyboard_alone()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "platform-lead");
        await lead.OpenRegisterAsync("budget");
        await lead.Page.Locator("tbody [tabindex='0']").FocusAsync();

        // Moving, and typing over a cell: Enter goes down, Tab goes right.
        await lead.PressAsync("ArrowRight", "ArrowRight");
        await Expect(lead.Cell("aws", Actual)).ToBeFocusedAsync();
        await lead.TypeAsync("21145");
        await lead.PressAsync("Enter");
        await Expect(lead.Cell("aws", Actual)).ToHaveTextAsync("$21,145");
        await Expect(lead.Page.Locator("[role=grid] tfoot")).ToContainTextAsync("$38,568");
        await Expect(lead.Focused()).ToHaveTextAsync("$6,234");

        // What does not fit says why beside the cell, and is given up again.
        await lead.TypeAsync("a lot");
        await Expect(lead.Page.Locator(".cell-editor .hint")).ToHaveTextAsync("'a lot' is not an amount in USD");
        await lead.PressAsync("Tab", "ArrowLeft");
        await Expect(lead.Focused()).ToContainTextAsync("'a lot' is not an amount in USD");
        await lead.PressAsync("Escape");
        await Expect(lead.Focused()).ToHaveTextAsync("$6,234");

        // A text already begun is given up, and F2 goes on with what stands there.
        await lead.PressAsync("F2");
        await lead.TypeAsync("9");
        await lead.PressAsync("Escape");
        await Expect(lead.Focused()).ToHaveTextAsync("$6,234");

        await PasteAsync(lead);
        await CopyAsync(lead);
        await AddMoveAndArchiveAsync(lead);
        lead.Complaints.Should().BeEmpty();
    }

    private static async Task PasteAsync(Person lead)
    {
        await lead.CopyElsewhereAsync("Monitoring (Datadog)\t2,100\t$1,600\r\n\"Two\nlines\"\t5\t4\r\n");
        await lead.PressAsync("Control+Home", "Control+v");
        var preview = lead.Page.Locator("#paste-preview");
        await Expect(preview).ToBeFocusedAsync();
        await Expect(preview).ToContainTextAsync("2 cells in 1 row change, 1 row is new");
        await Expect(lead.Page.Locator("[data-say]")).Not.ToContainTextAsync("object");
        (await lead.Page.FaultsAsync(AxeRules.Wcag)).Should().BeEmpty();
        await Screenshots.TakeAsync(lead.Page, "register paste", 1440, ColorScheme.Light);
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Paste all of it" }).FocusAsync();
        await lead.PressAsync("Enter");
        await Expect(preview).ToHaveCountAsync(0);
        await Expect(lead.Page.Locator("[role=grid] tbody tr")).ToHaveCountAsync(7);
        await Expect(lead.Page.Locator("[role=grid] tbody tr").Last.Locator("th")).ToHaveTextAsync("Two\nlines");
        await Expect(lead.Page.Locator("[role=grid] tfoot")).ToContainTextAsync("$47,105");
        await Expect(lead.Page.Locator("[role=grid] tbody [tabindex='0']")).ToBeFocusedAsync();
    }

    private static async Task CopyAsync(Person lead)
    {
        await lead.PressAsync("Control+Home", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown", "Control+c");
        (await lead.CopiedAsync()).ReplaceLineEndings("\n").Should().Be("25000\t21145\n8000\t6234");
    }

    private static async Task AddMoveAndArchiveAsync(Person lead)
    {
        await lead.PressAsync("Escape", "Escape"); // the block, then the grid: the buttons are next
        await Expect(lead.Page.GetByRole(AriaRole.Button, new() { Name = "Add a row" })).ToBeFocusedAsync();
        await lead.PressAsync("Enter");
        await Expect(lead.Page.Locator("[role=grid] tr.begun th")).ToBeFocusedAsync();
        await lead.TypeAsync("Fraud checks");
        await lead.PressAsync("Tab");
        await lead.TypeAsync("12");
        await lead.PressAsync("Tab");
        await Expect(lead.Cell("fraud-checks", Budget)).ToHaveTextAsync("$12");
        await Expect(lead.Cell("fraud-checks", Actual)).ToBeFocusedAsync();

        await lead.PressAsync("Alt+ArrowUp");
        await Expect(lead.Page.Locator("[role=grid] tbody tr").Nth(6)).ToHaveIdAsync("row-fraud-checks");
        await Expect(lead.Cell("fraud-checks", Actual)).ToBeFocusedAsync();

        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Archive row" }).FocusAsync();
        await lead.PressAsync("Enter");
        await Expect(lead.Page.Locator("#archive-question")).ToContainTextAsync("Archive Fraud checks?");
        await lead.PressAsync("Tab", "Enter");
        await Expect(lead.Page.Locator("#row-fraud-checks")).ToHaveCountAsync(0);
        await Expect(lead.Focused()).ToHaveCountAsync(1);

        await lead.PressAsync("Control+z");
        await Expect(lead.Cell("fraud-checks", Budget)).ToHaveTextAsync("$12");
    }

    [Fact]
    public async Task What_is_typed_and_not_saved_is_back_after_the_page_was_loaded_again()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "platform-lead");
        await lead.OpenRegisterAsync("budget");
        await lead.Cell("aws", Actual).ClickAsync();
        await lead.TypeAsync("20999");

        await lead.OpenRegisterAsync("budget");

        await Expect(lead.Page.Locator(".cell-editor textarea")).ToHaveValueAsync("20999");
        await lead.PressAsync("Enter");
        await Expect(lead.Cell("aws", Actual)).ToHaveTextAsync("$20,999");
        await lead.OpenRegisterAsync("budget");
        await Expect(lead.Page.Locator(".cell-editor textarea")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task At_390_pixels_a_cell_is_edited_by_touch_and_the_table_scrolls_by_itself()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "platform-lead", width: 390);
        await lead.OpenRegisterAsync("budget");
        var cell = lead.Cell("aws", Budget);

        await cell.ClickAsync();
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Edit cell" }).ClickAsync();
        await lead.Page.Locator(".cell-editor textarea").FillAsync("26000");
        await Screenshots.TakeAsync(lead.Page, "register editing", 390, ColorScheme.Light);
        await lead.PressAsync("Enter");

        await Expect(cell).ToHaveTextAsync("$26,000");
        (await lead.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(390);
    }
}
