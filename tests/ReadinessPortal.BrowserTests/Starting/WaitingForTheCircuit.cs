using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Starting;

/// <summary>A page is read before its circuit is up, and never pretends that it is.</summary>
public sealed class WaitingForTheCircuit(PortalBrowser browser, FrozenDemo demo)
    : IClassFixture<PortalBrowser>, IClassFixture<FrozenDemo>
{
    private const string Criterion = "criteria/e2e-tests";
    private const int Patience = 11_000;

    [Fact]
    public async Task Its_buttons_look_and_say_so_and_nothing_is_sent_as_an_address()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "qa-lead", isLastHere: true);
        var negotiated = await HoldAsync(lead);
        await lead.OpenAsync(Criterion);
        var save = lead.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true });
        var place = await save.BoundingBoxAsync();

        await Expect(save).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(save).ToHaveCSSAsync("cursor", "progress");
        await lead.Page.GetByLabel("Rationale").FillAsync("Typed early");
        await lead.Page.GetByLabel("Progress, percent").PressAsync("Enter");
        await Expect(lead.Page.Locator("#components-reconnect-modal")).ToContainTextAsync("not connected yet");
        lead.Page.Url.Should().EndWith(Criterion);

        negotiated.SetResult();
        await lead.IsUpAsync();
        await Expect(lead.Page.GetByLabel("Rationale")).ToHaveValueAsync("Typed early");
        await Expect(save).Not.ToHaveCSSAsync("cursor", "progress");
        await Expect(lead.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        var now = await save.BoundingBoxAsync();
        (now!.Width, now.Height).Should().Be((place!.Width, place.Height));
    }

    [Fact]
    public async Task What_is_pressed_before_and_let_go_after_is_pressed()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "qa-lead", isLastHere: true);
        var negotiated = await HoldAsync(lead);
        await lead.OpenAsync("registers/replication");
        var link = lead.Page.GetByRole(AriaRole.Link, new() { Name = "Download CSV" });
        await link.HoverAsync();
        var drawnFirst = await link.ElementHandleAsync();

        var download = await lead.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await lead.Page.Mouse.DownAsync();
            negotiated.SetResult();
            await lead.IsLiveAsync();
            (await drawnFirst.EvaluateAsync<bool>("link => link.isConnected")).Should().BeFalse("it was drawn anew");
            await lead.Page.Mouse.UpAsync();
        });

        download.SuggestedFilename.Should().EndWith(".csv");
    }

    [Fact]
    public async Task What_is_unfolded_and_focused_before_is_so_after()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "qa-lead", isLastHere: true);
        var negotiated = await HoldAsync(lead);
        await lead.OpenAsync(Criterion);
        var link = lead.Page.GetByRole(AriaRole.Link, new() { Name = "Figures" });
        await lead.Page.GetByText("Request a waiver", new() { Exact = true }).ClickAsync();
        await link.FocusAsync();
        var drawnFirst = await link.ElementHandleAsync();

        negotiated.SetResult();
        await lead.IsLiveAsync();

        (await drawnFirst.EvaluateAsync<bool>("link => link.isConnected")).Should().BeFalse("it was drawn anew");
        await Expect(link).ToBeFocusedAsync();
        await Expect(lead.Page.GetByLabel("Compensating control")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("Rationale", "Every letter of this is typed while the page is drawn a second time, and all arrive.")]
    [InlineData("Progress, percent", "1234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task What_is_typed_while_it_comes_up_arrives_whole(string label, string text)
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "qa-lead", isLastHere: true);
        var negotiated = await HoldAsync(lead);
        await lead.OpenAsync(Criterion);
        await lead.Page.GetByLabel(label).FillAsync("");

        var typing = lead.Page.Keyboard.TypeAsync(text, new() { Delay = 12 });
        negotiated.SetResult();
        await typing;

        await lead.IsUpAsync();
        await Expect(lead.Page.GetByLabel(label)).ToHaveValueAsync(text);
        await Expect(lead.Page.GetByLabel(label)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Where_web_sockets_say_nothing_it_goes_on_without_them()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "qa-lead", isLastHere: true);
        await lead.Page.RouteWebSocketAsync("**/_blazor**", _ => { }); // accepted, and nothing ever comes
        await lead.Page.Clock.InstallAsync();
        await lead.OpenAsync(Criterion);
        await Expect(lead.Page.Locator("html")).ToHaveAttributeAsync("data-circuit", "starting");

        var again = lead.Page.WaitForRequestAsync(request =>
            request.Url.Contains("/_blazor?id=", StringComparison.Ordinal) && request.Method == "POST");
        await lead.Page.Clock.FastForwardAsync(Patience);
        await lead.Page.Clock.ResumeAsync();

        await again;
        await lead.IsUpAsync();
        await lead.Page.GetByLabel("Rationale").FillAsync("Without a socket");
        await lead.ClickAsync("Save");
        await Expect(lead.Page.GetByText("saved", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_nothing_gets_through_it_says_what_can_be_done_all_the_same()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "qa-lead", isLastHere: true);
        await lead.Page.RouteAsync("**/_blazor/negotiate**", route => route.AbortAsync());
        await lead.Page.Clock.InstallAsync();
        await lead.OpenAsync(Criterion);

        await lead.Page.Clock.FastForwardAsync(2 * Patience);

        await Expect(lead.Page.Locator("#components-reconnect-modal"))
            .ToContainTextAsync("You can read, sign and download; editing needs one.");
    }

    // The circuit begins when the test says so.
    private static async Task<TaskCompletionSource> HoldAsync(Person person)
    {
        var negotiated = new TaskCompletionSource();
        await person.Page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await negotiated.Task;
            await route.ContinueAsync();
        });
        return negotiated;
    }
}
