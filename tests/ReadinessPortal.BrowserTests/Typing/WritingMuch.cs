using Microsoft.Playwright;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Typing;

/// <summary>Long texts: every letter lands where it was typed, and the page stays connected.</summary>
[TakesLong]
public sealed class WritingMuch(PortalBrowser browser, FrozenDemo demo)
    : IClassFixture<PortalBrowser>, IClassFixture<FrozenDemo>
{
    private const string TextFields = "main :is(textarea, input[type='text']):not([data-draft-skip] *)";

    // As a paste does it, whole at once, in all fields of the page.
    private const string Paste = """
        ([fields, text]) => document.querySelectorAll(fields).forEach(field => {
          field.value = text;
          field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
          field.dispatchEvent(new Event("change", { bubbles: true }));
        })
        """;

    private const string Whole = """
        ([fields, length]) => [...document.querySelectorAll(fields)].filter(field => field.value.length !== length)
          .map(field => `${field.id} holds ${field.value.length}`)
        """;

    [Fact]
    public async Task What_is_typed_into_the_middle_of_a_long_text_is_there_once_and_whole()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "qa-lead");
        await lead.OpenAsync("criteria/e2e-tests");
        await lead.IsUpAsync();
        var rationale = lead.Page.GetByLabel("Rationale");
        var before = Written(16_500);

        await rationale.FillAsync(before);
        await rationale.EvaluateAsync("field => field.setSelectionRange(100, 100)");
        await lead.Page.Keyboard.TypeAsync("inserted here");
        await lead.Page.Keyboard.PressAsync("Control+Enter");

        await Expect(Assess(lead).GetByText("saved", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(rationale).ToHaveValueAsync(before.Insert(100, "inserted here"));
        (await RationaleAsync()).Should().Be(before.Insert(100, "inserted here"));
        lead.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_text_within_its_limit_is_saved_exactly_and_one_beyond_it_stays_and_says_by_how_much()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "qa-lead");
        await lead.OpenAsync("criteria/e2e-tests");
        await lead.IsUpAsync();
        var rationale = lead.Page.GetByLabel("Rationale");
        var saved = Assess(lead).GetByText("saved", new() { Exact = true });

        await rationale.FillAsync(Written(200_000));
        await Assess(lead).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(Assess(lead)).ToContainTextAsync("of 100,000 characters. Shorten it by ");
        await Expect(rationale).ToBeFocusedAsync();
        await Expect(rationale).ToHaveValueAsync(Written(200_000));
        await rationale.FillAsync(Written(62_000));
        await Assess(lead).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(saved).ToBeVisibleAsync();
        (await RationaleAsync()).Should().Be(Written(62_000));
        lead.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_text_that_is_taken_away_again_is_saved_as_nothing()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "qa-lead");
        await lead.OpenAsync("criteria/load-testing");
        await lead.IsUpAsync();
        var rationale = lead.Page.GetByLabel("Rationale");
        await rationale.FillAsync("Not so.");
        await lead.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Assess(lead).GetByText("saved", new() { Exact = true })).ToBeVisibleAsync();

        await rationale.PressAsync("Control+A");
        await rationale.PressAsync("Delete");
        // That of the text before goes with the first key: what stands there next is said of what is saved next.
        await Expect(Assess(lead).GetByText("saved", new() { Exact = true })).ToHaveCountAsync(0);
        await lead.Page.Keyboard.PressAsync("Control+Enter");

        await Expect(Assess(lead).GetByText("saved", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(rationale).ToHaveValueAsync("");
        (await RationaleAsync("load-testing")).Should().BeNullOrEmpty();
    }

    [Theory]
    [InlineData("manager", "criteria/e2e-tests")]
    [InlineData("manager", "drills")]
    [InlineData("manager", "settings")]
    [InlineData("manager", "/launches/new")]
    [InlineData("cfo", "findings")]
    public async Task Into_every_field_of_a_page_leaves_it_connected_and_loses_nothing(string persona, string page)
    {
        await using var person = await Person.AtAsync(browser, demo.Portal, persona);
        var connections = 0;
        person.Page.WebSocket += (_, _) => connections++;
        await (page.StartsWith('/') ? person.Page.GotoAsync(page) : person.OpenAsync(page));
        await person.IsUpAsync();
        await person.OpenEverythingAsync();

        foreach (var length in new[] { 31_000, 33_000, 62_000, 200_000, 0 })
        {
            var text = Written(length);
            await person.Page.EvaluateAsync(Paste, new object[] { TextFields, text });
            (await person.Page.EvaluateAsync<string[]>(Whole, new object[] { TextFields, text.Length }))
                .Should().BeEmpty();
        }

        await person.Page.Locator("a.brand").ClickAsync(); // the circuit changes the page, if there is one still
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "Launches", Exact = true }))
            .ToBeVisibleAsync();
        connections.Should().Be(1);
        person.Complaints.Should().BeEmpty();
    }

    private static ILocator Assess(Person person) =>
        person.Page.GetByRole(AriaRole.Form, new() { Name = "Assess this criterion" });

    private async Task<string?> RationaleAsync(string criterion = "e2e-tests")
    {
        var view = await demo.Portal.Get<LaunchBoards>()
            .ViewAsync(DemoPortal.Launch, await demo.Portal.ViewerAsync("manager"));
        return view!.Board.Facts.Criteria.First(c => c.Key == criterion).Rationale;
    }

    private static string Written(int length) =>
        string.Join(' ', Enumerable.Range(0, length / 10).Select(i => $"{i:000000}, ä"));
}
