using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Registers;

/// <summary>Whatever is typed or pasted into a register arrives, once and whole, or stays where it was typed.</summary>
[TakesLong]
public sealed class LosingNothing(PortalBrowser browser, FrozenDemo demo)
    : IClassFixture<PortalBrowser>, IClassFixture<FrozenDemo>
{
    [Theory]
    [InlineData(31)]
    [InlineData(62)]
    [InlineData(200)]
    public async Task A_block_of_any_size_is_looked_at_and_goes_to_no_row_by_place(int kilobytes)
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "platform-lead");
        await lead.OpenRegisterAsync("budget");

        await lead.ClickAsync("Paste…"); // without a chosen cell
        await PutAsync(lead.Page.Locator("#paste-text"), Block(kilobytes, out var rows));
        await lead.ClickAsync("Look at it");

        var preview = lead.Page.Locator("#paste-preview");
        await Expect(preview.Locator("h2")).ToHaveTextAsync(
            $"Paste: 1 cell in 1 row changes, {rows.ToString("N0", CultureInfo.InvariantCulture)} rows are new");
        await Expect(preview.GetByText("Line by line")).ToHaveCountAsync(0);
        await lead.OpenRegisterAsync("budget");
        await Expect(lead.Page.Locator("#paste-text")).ToHaveValueAsync(new Regex("^Line\t"));
        await lead.Page.Locator(".paste").GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(lead.Page.Locator("#paste-text")).ToHaveCountAsync(0);
        lead.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_block_that_is_too_large_says_its_size_and_stays_in_the_box()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "platform-lead");
        await lead.OpenRegisterAsync("budget");
        await lead.ClickAsync("Paste…");

        await PutAsync(lead.Page.Locator("#paste-text"), new string('x', 5 << 20));

        await Expect(lead.Page.Locator("[data-box-problem]")).ToHaveTextAsync(
            "This block has 5.0 MB; at most 4 MB are pasted together. Paste it in parts.");
        await Expect(lead.Page.GetByRole(AriaRole.Button, new() { Name = "Look at it" })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task A_text_that_is_too_long_for_its_cell_is_counted_and_kept_and_never_cut()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "platform-lead");
        await lead.OpenRegisterAsync("budget");
        await lead.Cell("aws", 0).ClickAsync();
        await lead.PressAsync("F2");
        var editor = lead.Page.Locator(".cell-editor textarea");
        await PutAsync(editor, new string('x', 62_000));

        await Expect(lead.Page.Locator(".cell-editor .hint")).ToHaveTextAsync(
            "62,000 of 4,000 characters: 58,000 too many. It is saved when it is shorter.");
        await lead.PressAsync("Enter");
        await lead.Cell("ai", 4).ClickAsync();
        await lead.PressAsync("y");
        await Expect(lead.Page.Locator("[data-say]"))
            .ToContainTextAsync("Shorten the text in AWS infrastructure, Line");
        (await editor.InputValueAsync()).Length.Should().Be(62_000);
        await Expect(lead.Page.Locator(".live").First).ToHaveTextAsync("live");
        await lead.PressAsync("Escape");
        await Expect(editor).ToBeHiddenAsync();
        lead.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_typed_while_the_connection_is_lost_is_saved_once_when_it_is_back()
    {
        await using var wire = Wire.To(demo.Portal.Address);
        await using var lead = await Person.AtAsync(browser, demo.Portal, "platform-lead", at: wire.Address);
        await lead.OpenRegisterAsync("budget");
        await lead.ClickAsync("Add a row");
        await Expect(lead.Page.Locator("tr.begun th")).ToBeFocusedAsync();

        wire.Cut();
        await Expect(lead.Page.Locator("#components-reconnect-modal"))
            .ToContainTextAsync("Connection lost");
        await lead.TypeAsync("Tunnel lights");
        await lead.PressAsync("Enter");
        await Expect(lead.Page.Locator("[data-say]")).ToContainTextAsync("sent when the portal is back");
        wire.Mend();

        await Expect(lead.Page.Locator("#row-tunnel-lights th")).ToHaveTextAsync(
            "Tunnel lights");
        await Expect(lead.Page.Locator("tr.begun")).ToHaveCountAsync(0);
        (await RowsAsync()).Count(r => r == "Tunnel lights").Should().Be(1);
    }

    [Fact]
    public async Task Without_a_chosen_row_the_first_one_is_left_alone()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "platform-lead");
        await lead.OpenRegisterAsync("budget");

        await lead.ClickAsync("Archive row");

        await Expect(lead.Page.Locator("[data-say]")).ToContainTextAsync("Choose a row first");
        await Expect(lead.Page.Locator("#archive-question")).ToHaveCountAsync(0);
    }

    // As the clipboard does: filling in key by key is slow where much is drawn.
    private static async Task PutAsync(ILocator box, string text) => await box.EvaluateAsync(
        """
        (box, text) => {
          box.value = text;
          box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
        }
        """, text);

    [Fact]
    public async Task A_row_that_was_archived_is_restored_from_the_list()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "platform-lead");
        await lead.OpenRegisterAsync("alert-areas");
        var row = (await lead.Page.Locator("[role=grid] tbody tr").First.GetAttributeAsync("data-r"))!;
        await lead.Cell(row, 0).ClickAsync();
        await lead.ClickAsync("Archive row");
        await lead.Page.Locator("#archive-question .danger").ClickAsync();
        await Expect(lead.Page.Locator($"#row-{row}")).ToHaveCountAsync(0);

        await lead.Page.GetByRole(AriaRole.Link, new() { Name = "Archived rows and columns" }).ClickAsync();
        await lead.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Restore ") }).ClickAsync();
        await Expect(lead.Page.GetByText("Nothing is archived")).ToBeVisibleAsync();

        await lead.OpenRegisterAsync("alert-areas");
        await Expect(lead.Page.Locator($"[role=grid] tbody tr").First).ToHaveAttributeAsync("data-r", row);
        lead.Complaints.Should().BeEmpty();
    }

    private static string Block(int kilobytes, out int rows)
    {
        const string Line = "A line of the budget with a number, {0}\t{0}\t{0}\n";
        rows = kilobytes * 1024 / Line.Length;
        return "Line\tBudget\tActual\nAWS infrastructure\t25000\t20146\n" + string.Concat(
            Enumerable.Range(0, rows).Select(i => string.Format(CultureInfo.InvariantCulture, Line, i + 100_000)));
    }

    private async Task<List<string>> RowsAsync()
    {
        var view = await demo.Portal.Get<LaunchBoards>()
            .ViewAsync(DemoPortal.Launch, await demo.Portal.ViewerAsync("manager"));
        return [.. view!.Board.Facts.Registers.First(r => r.Key == "budget").Rows.Select(r => r.Cells["line"])];
    }
}
