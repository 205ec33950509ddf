using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Narratives;

public sealed class QuotingAFigure(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task A_figure_is_found_by_part_of_its_name_and_quoted_by_keyboard()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.OpenAsync("narrative");
        await manager.IsLiveAsync();
        await manager.ClickAsync("Add a text");
        var form = manager.Page.Locator(".fact-editor form");
        var text = form.GetByLabel("Text", new() { Exact = true });
        await text.FillAsync("Spent so far: ");

        await form.GetByLabel("Quote a figure").FocusAsync();
        await manager.Page.Keyboard.TypeAsync("actual.total");
        await Expect(manager.Page.Locator(".mud-popover-open .mud-list-item").First)
            .ToContainTextAsync("budget.actual.total");
        await manager.Page.Keyboard.PressAsync("Enter");
        await Expect(text).ToHaveValueAsync("Spent so far: {{budget.actual.total}}");
        await Screenshots.TakeAsync(manager.Page, "quoting", 1440, ColorScheme.Light);
        await form.GetByRole(AriaRole.Button, new() { Name = "Add text" }).ClickAsync();

        await Expect(form).ToHaveCountAsync(0);
        await manager.ReadsAsync("Spent so far: $37,568");
        manager.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_types_already_stays_where_they_are_when_a_form_asks_for_the_cursor_late()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.OpenAsync("narrative");
        await manager.IsLiveAsync();
        await manager.Page.EvaluateAsync(
            """
            () => {
              const { focusFirst } = window.portalTyping;
              window.portalTyping.focusFirst = first => { window.late = () => focusFirst(first); };
            }
            """);
        await manager.ClickAsync("Add a text");
        var text = manager.Page.Locator(".fact-editor form").GetByLabel("Text", new() { Exact = true });
        await manager.Page.WaitForFunctionAsync("() => window.late !== undefined");

        await text.FocusAsync();
        await manager.Page.Keyboard.TypeAsync("actual");
        await manager.Page.EvaluateAsync("() => window.late()");
        await manager.Page.Keyboard.TypeAsync(".total");

        await Expect(text).ToHaveValueAsync("actual.total");
    }

    [Fact]
    public async Task What_is_typed_into_the_search_is_not_selected_under_the_hands_of_whoever_types()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.OpenAsync("narrative");
        await manager.IsLiveAsync();
        await manager.ClickAsync("Add a text");
        await manager.Page.EvaluateAsync(
            """
            () => {
              const { select } = window.mudElementRef;
              window.mudElementRef.select = field => { window.late = () => select(field); };
            }
            """);
        var search = manager.Page.Locator(".fact-editor form").GetByLabel("Quote a figure");

        await search.FocusAsync();
        await manager.Page.Keyboard.TypeAsync("actual");
        await Expect(manager.Page.Locator(".mud-popover-open .mud-list-item").First).ToContainTextAsync("actual");
        await manager.Page.EvaluateAsync("() => window.late?.()");
        await manager.Page.Keyboard.TypeAsync(".total");

        await Expect(search).ToHaveValueAsync("actual.total");
    }

    [Fact]
    public async Task A_text_pasted_where_a_figure_is_searched_for_breaks_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        var connections = 0;
        manager.Page.WebSocket += (_, _) => connections++;
        await manager.OpenAsync("narrative");
        await manager.IsUpAsync();
        await manager.ClickAsync("Add a text");
        var form = manager.Page.Locator(".fact-editor form");
        var search = form.GetByLabel("Quote a figure");

        await search.FillAsync(new string('x', 62_000));
        await manager.Page.Keyboard.PressAsync("Enter");
        (await search.EvaluateAsync<string>("field => field.validationMessage"))
            .Should().Contain("shorten it by 61,800");
        await search.FillAsync("actual.total");

        await Expect(manager.Page.Locator(".mud-popover-open .mud-list-item").First)
            .ToContainTextAsync("budget.actual.total");
        connections.Should().Be(1);
        manager.Complaints.Should().BeEmpty();
    }
}
