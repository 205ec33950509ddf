using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.BrowserTests.Pages;

/// <summary>Every page, light and dark, on a desk and on a phone: nothing to complain of for axe or for the browser.</summary>
[Collection(OneBrowser.Name)]
public sealed class EveryPage(PortalBrowser browser)
{
    private static readonly string[] _pages =
    [
        "", "criteria", "criteria/e2e-tests", "gates", "registers", "registers/budget", "drills", "risks", "items",
        "narrative", "figures", "evidence", "findings", "revisions", "revisions/freeze", "sign-off", "sign-off/roles",
        "audit", "settings",
    ];

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Is_accessible_and_fits_the_screen(int width, ColorScheme scheme)
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var person = await Person.AtAsync(browser, portal, "manager", width, scheme);
        var faults = new List<string>();
        foreach (var path in _pages.Select(p => $"/launches/{DemoPortal.Launch}{(p.Length > 0 ? "/" : "")}{p}").Prepend("/"))
        {
            await person.Page.GotoAsync(path);
            await Assertions.Expect(person.Page.Locator("h1").First).ToBeVisibleAsync();
            await person.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await Screenshots.TakeAsync(person.Page, path, width, scheme);
            faults.AddRange(await FaultsAsync(person.Page, path, width));
        }

        faults.AddRange(person.Complaints.Select(c => $"browser: {c}"));
        faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task The_way_in_is_accessible(int width, ColorScheme scheme)
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var person = await Person.AtAsync(browser, portal, persona: null, width, scheme);
        await person.Page.GotoAsync("/sign-in");
        await Screenshots.TakeAsync(person.Page, "/sign-in", width, scheme);

        (await FaultsAsync(person.Page, "/sign-in", width)).Should().BeEmpty();
    }

    private static async Task<IEnumerable<string>> FaultsAsync(IPage page, string path, int width)
    {
        var axe = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        });
        var faults = axe.Violations.Select(v =>
            $"{path}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}").ToList();
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (wide > width)
        {
            faults.Add($"{path}: {wide} pixels wide on a screen of {width}");
        }

        return faults;
    }
}
