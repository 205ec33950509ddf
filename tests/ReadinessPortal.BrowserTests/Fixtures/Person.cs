using System.Net;
using Microsoft.Playwright;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>Somebody at a browser of their own, signed in to the portal.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly PortalBrowser _browser;
    private readonly Window _window;

    private Person(PortalBrowser browser, Window window)
    {
        (_browser, _window) = (browser, window);
        Page.Console += Note;
        Page.PageError += Note;
    }

    public IPage Page => _window.Page;

    /// <summary>What the browser complained of: an error in a script, a blocked resource.</summary>
    public List<string> Complaints { get; } = [];

    /// <param name="persona">Null: nobody is signed in.</param>
    /// <param name="at">Another address that leads to the portal, on the same host.</param>
    /// <param name="isLastHere">The test leaves traces in the window that nothing takes away: a clock, a script for
    /// each page.</param>
    public static async Task<Person> AtAsync(
        PortalBrowser browser, DemoPortal portal, string? persona, int width = 1440,
        ColorScheme scheme = ColorScheme.Light,
        Uri? at = null,
        bool scripts = true,
        bool isLastHere = false)
    {
        var address = at ?? portal.Address;
        var window = await browser.OpenAsync(
            address, scripts, isLast: isLastHere || at is not null || !portal.IsLent);
        await window.Page.SetViewportSizeAsync(width, width < 600 ? 844 : 900);
        await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        if (persona is not null)
        {
            var cookies = new CookieContainer();
            using var client = await portal.SignedInAsync(persona, cookies);
            await window.Context.AddCookiesAsync(cookies.GetAllCookies().Select(c => new Microsoft.Playwright.Cookie
            {
                Name = c.Name, Value = c.Value, Url = address.ToString(), HttpOnly = c.HttpOnly,
            }));
        }

        return new(browser, window);
    }

    /// <summary>Key of the launch that the person looks at.</summary>
    public string Launch { get; set; } = DemoPortal.Launch;

    /// <summary>Opens a page of the launch; the brief when no page is named.</summary>
    public async Task OpenAsync(string page = "") =>
        await Page.GotoAsync($"/launches/{Launch}{(page.Length > 0 ? "/" : "")}{page}");

    /// <summary>Waits until the page follows changes: its circuit is up.</summary>
    public Task IsLiveAsync() => Assertions.Expect(Page.Locator(".live").First).ToHaveTextAsync("live");

    /// <summary>Waits until the page's buttons are heard: its circuit is up, or it needs none.</summary>
    public Task IsUpAsync() =>
        Assertions.Expect(Page.Locator("html"))
            .Not.ToHaveAttributeAsync("data-circuit", "starting");

    /// <summary>Opens every fold, and by its button the first of each kind of editor and form.</summary>
    public async Task OpenEverythingAsync(int most = int.MaxValue)
    {
        const string Unfold = "document.querySelectorAll('main details').forEach(fold => fold.open = true)";
        await Page.EvaluateAsync(Unfold);
        var closed = Page.Locator("main button[aria-expanded='false']:visible");
        var words = (await closed.AllInnerTextsAsync()).Distinct(StringComparer.Ordinal);
        foreach (var word in words.Take(most))
        {
            var first = closed.GetByText(word, new() { Exact = true }).First;
            if (await first.CountAsync() > 0)
            {
                var button = await first.ElementHandleAsync();
                await first.ClickAsync();
                await Page.WaitForFunctionAsync(
                    "button => !button.isConnected || button.getAttribute('aria-expanded') === 'true'", button);
            }
        }

        await OpenEditorsAsync(most);
        await Page.EvaluateAsync(Unfold);
    }

    // Behind the menus: the first editor of each kind of fact.
    private async Task OpenEditorsAsync(int most)
    {
        var kinds = await Page.EvaluateAsync<string[]>(
            "() => [...new Set([...document.querySelectorAll('main [data-edits]')].map(e => e.dataset.edits))]");
        foreach (var kind in kinds.Take(most))
        {
            var menu = Page.Locator($"main .row-menu:has([data-edits='{kind}'])").First;
            var forms = Page.Locator("main .fact-editor form");
            var before = await forms.CountAsync();
            await menu.Locator(".dots").ClickAsync();
            await menu.Locator("[data-edits]").ClickAsync();
            await Assertions.Expect(forms).ToHaveCountAsync(before + 1);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Page.Console -= Note;
        Page.PageError -= Note;
        await _browser.LeaveAsync(_window);
    }

    private void Note(object? page, IConsoleMessage message)
    {
        if (message.Type == "error")
        {
            Complaints.Add(message.Text);
        }
    }

    private void Note(object? page, string error) => Complaints.Add(error);
}
