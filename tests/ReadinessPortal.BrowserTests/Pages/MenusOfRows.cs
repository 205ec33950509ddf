using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Pages;

/// <summary>What can be done with a row is behind one button, by finger as by keyboard.</summary>
public sealed class MenusOfRows(PortalBrowser browser, FrozenDemo demo)
    : IClassFixture<PortalBrowser>, IClassFixture<FrozenDemo>
{
    [Theory]
    [InlineData("items", "SOC 2 Type II certificate", 390)]
    [InlineData("risks", "SOC 2 certification delay", 390)]
    [InlineData("criteria", "Multi-Region Deployment", 390)]
    [InlineData("gates", "Data residency", 390)]
    [InlineData("criteria/load-testing", "Response time", 390)]
    [InlineData("evidence", "Log of drill 1", 390)]
    [InlineData("settings", "General availability", 390)]
    [InlineData("items", "SOC 2 Type II certificate", 1440)]
    public async Task Open_on_the_screen_and_close_where_they_came_from(string page, string row, int width)
    {
        var manager = await browser.VisitorAsync(demo.Portal, "manager");
        await manager.Page.SetViewportSizeAsync(width, 844);
        await manager.OpenAsync(page);
        await manager.IsLiveAsync();
        var dots = manager.MenuOf(row);
        var menu = manager.Page.Locator(".choices:popover-open");

        await dots.ClickAsync();

        await Expect(menu).ToBeVisibleAsync();
        var box = (await menu.BoundingBoxAsync())!;
        (box.X >= 0 && box.X + box.Width <= width).Should().BeTrue($"it stands at {box.X} and is {box.Width} wide");
        await Expect(menu.Locator("a, button").First).ToBeFocusedAsync();

        await manager.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(menu.Locator("a, button").Nth(1)).ToBeFocusedAsync();
        await manager.Page.Keyboard.PressAsync("ArrowUp");
        await manager.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(menu.Locator("a, button").Last).ToBeFocusedAsync();
        await manager.Page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToHaveCountAsync(0);
        await Expect(dots).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_asked_before_archiving_has_the_focus_and_gives_it_back()
    {
        var manager = await browser.VisitorAsync(demo.Portal, "manager");
        await manager.OpenAsync("items");
        await manager.IsLiveAsync();

        await manager.PressActAsync("Advanced cost anomaly detection", "Archive…");
        var asks = manager.Page.Locator(".fact-editor");
        await Expect(asks).ToBeFocusedAsync();
        await manager.PressAsync(asks.GetByRole(AriaRole.Button, new() { Name = "Keep it" }));

        await Expect(asks).ToHaveCountAsync(0);
        await Expect(manager.MenuOf("Advanced cost anomaly detection")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_reader_finds_the_history_there_and_nothing_to_edit()
    {
        var cfo = await browser.VisitorAsync(demo.Portal, "cfo");
        await cfo.OpenAsync("items");

        await cfo.ActAsync("APAC region", "History");

        await Expect(cfo.Page).ToHaveURLAsync(new Regex("audit|history"));
        await Expect(cfo.Page.Locator("[data-edits]")).ToHaveCountAsync(0);
    }
}
