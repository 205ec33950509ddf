using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.BrowserTests.Pages;

/// <summary>
/// Every page, light and dark, on a desktop and on a phone: nothing to complain of for axe or for the browser.
/// </summary>
[TakesLong]
public sealed class EveryPage(PortalBrowser browser, FrozenDemo demo)
    : IClassFixture<PortalBrowser>, IClassFixture<FrozenDemo>
{
    private const int Desktop = 1440;
    private const int Phone = 390;
    private const int MostOpened = 6;
    private const string APerson = "/people/cfo"; // whose account has another name in each database

    private static readonly (int Width, ColorScheme Scheme)[] _screens =
    [
        (Desktop, ColorScheme.Light), (Desktop, ColorScheme.Dark),
        (Phone, ColorScheme.Dark), (Phone, ColorScheme.Light),
    ];

    [Theory]
    [InlineData(null, "/sign-in")]
    [InlineData(null, "/sign-in/code")]
    [InlineData("manager", "/sign-out")]
    [InlineData("cfo", "/")]
    [InlineData("platform-lead", "/work")]
    [InlineData("auditor", "/work")]
    [InlineData("cfo", "/mail")]
    [InlineData("manager", "/mail/outbox")]
    [InlineData("manager", "/mail/outbox/00000000-0000-7000-8000-000000000099")]
    [InlineData("manager", "/launches/new")]
    [InlineData("manager", "/people")]
    [InlineData("cfo", "/people")]
    [InlineData("manager", APerson)]
    [InlineData("cfo", "/account")]
    [InlineData("cfo", "/account/second-factor")]
    [InlineData("cfo", "/account/passkeys")]
    [InlineData(null, "/account/link/none")]
    [InlineData(null, "/sign-in/by/example/signed-out")]
    [InlineData("cfo", "/launches/new")]
    [InlineData("cfo", "")]
    [InlineData("qa-lead", "criteria")]
    [InlineData("qa-lead", "criteria/e2e-tests")]
    [InlineData("cfo", "gates")]
    [InlineData("cfo", "registers")]
    [InlineData("cfo", "registers/budget")]
    [InlineData("manager", "registers")]
    [InlineData("manager", "registers/budget")]
    [InlineData("qa-lead", "registers/slos")]
    [InlineData("cfo", "drills")]
    [InlineData("cfo", "risks")]
    [InlineData("cfo", "items")]
    [InlineData("cfo", "narrative")]
    [InlineData("cfo", "figures")]
    [InlineData("qa-lead", "rerun-plan")]
    [InlineData("cfo", "figures/budget.actual.total")]
    [InlineData("cfo", "evidence")]
    [InlineData("cfo", "evidence/e2e-test-results")]
    [InlineData("manager", "attach?to=criterion:load-testing")]
    [InlineData("manager", "audit?about=criterion:load-testing")]
    [InlineData("cfo", "findings")]
    [InlineData("cfo", "revisions")]
    [InlineData("manager", "revisions/freeze")]
    [InlineData("platform-lead", "sign-off")]
    [InlineData("ceo", "sign-off")]
    [InlineData("manager", "sign-off/roles")]
    [InlineData("auditor", "audit")]
    [InlineData("auditor", "audit?subject=nothing")]
    [InlineData("auditor", "audit/verify")]
    [InlineData("cfo", "/verify")]
    [InlineData("manager", "archived")]
    [InlineData("manager", "changes")]
    [InlineData("cfo", "settings")]
    [InlineData("cfo", "no-such-page")]
    public async Task Is_accessible_and_fits_the_screen(string? persona, string page)
    {
        var person = await browser.VisitorAsync(demo.Portal, persona);
        var path = PathOf(page);
        if (path == APerson)
        {
            path = Links.Person((await demo.Portal.ViewerAsync("cfo")).UserId);
        }

        await person.Page.GotoAsync(path);
        await person.IsUpAsync();
        await Assertions.Expect(person.Page.Locator("h1").First).ToBeVisibleAsync();
        await Assertions.Expect(person.Page.GetByText("Reading the launch…")).ToHaveCountAsync(0);

        var faults = new List<string>();
        foreach (var (width, scheme) in _screens)
        {
            await person.Page.SetViewportSizeAsync(width, width == Phone ? 844 : 900);
            await person.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Screenshots.TakeAsync(
                person.Page, $"{path} {(page is "sign-off" or "/work" ? persona : "")}", width, scheme);
            faults.AddRange(await FaultsAsync(person.Page, width, scheme));
        }

        faults.AddRange(await person.WithoutFocusRingAsync());

        // The address of a page that is not there answers 404, and the browser says so.
        faults.AddRange(person.Complaints.Where(_ => page != "no-such-page"));
        faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Printed_from_dark_mode_is_dark_on_white()
    {
        var cfo = await browser.VisitorAsync(demo.Portal, "cfo");
        await cfo.OpenAsync("");
        await cfo.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, Media = Media.Print });

        (await cfo.Page.EvaluateAsync<string>(
            "() => ['color', 'backgroundColor'].map(p => getComputedStyle(document.body)[p]).join(' on ')"))
            .Should().Be("rgb(29, 35, 40) on rgb(255, 255, 255)");
        await cfo.Page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    [Fact]
    public void Is_looked_at_here()
    {
        var walk = typeof(EveryPage).GetMethod(nameof(Is_accessible_and_fits_the_screen))!;
        var looked = walk.GetCustomAttributes<InlineDataAttribute>()
            .Select(row => PathOf((string)row.GetData(null!).Single()[1]).Split('?')[0]).ToList();
        var pages = typeof(Routes).Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template)
            .Where(t => t != "/not-found");

        pages.Where(p => !looked.Exists(l => Regex.IsMatch(l, Pattern(p)))).Should().BeEmpty();

        static string Pattern(string page) => $"^{Regex.Replace(page, "{[^}]+}", "[^/]+")}$";
    }

    [Theory]
    [InlineData("")]
    [InlineData("criteria")]
    [InlineData("criteria/e2e-tests")]
    [InlineData("gates")]
    [InlineData("drills")]
    [InlineData("items")]
    [InlineData("risks")]
    [InlineData("narrative")]
    [InlineData("figures/budget.actual.total")]
    [InlineData("registers/budget")]
    [InlineData("evidence")]
    [InlineData("evidence/e2e-test-results")]
    [InlineData("findings")]
    [InlineData("settings")]
    public async Task Is_accessible_with_its_editors_open(string page)
    {
        var manager = await browser.VisitorAsync(demo.Portal, "manager");
        await manager.OpenAsync(page);
        await manager.IsLiveAsync();
        await manager.OpenEverythingAsync(MostOpened);
        var menu = manager.Page.Locator("main .dots").First;
        if (await menu.CountAsync() > 0)
        {
            await menu.ClickAsync();
            await Assertions.Expect(manager.Page.Locator(".choices:popover-open")).ToBeVisibleAsync();
        }

        var faults = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await manager.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Screenshots.TakeAsync(manager.Page, $"open {page}", Desktop, scheme);
            faults.AddRange(await FaultsAsync(manager.Page, Desktop, scheme));
        }

        await manager.Page.SetViewportSizeAsync(Phone, 844);
        await Screenshots.TakeAsync(manager.Page, $"open {page}", Phone, ColorScheme.Dark);
        faults.AddRange(await FaultsAsync(manager.Page, Phone, ColorScheme.Dark));
        faults.Concat(manager.Complaints).Should().BeEmpty();
    }

    private static string PathOf(string page) =>
        page.StartsWith('/') ? page : $"/launches/{DemoPortal.Launch}{(page.Length > 0 ? "/" : "")}{page}";

    private static async Task<IEnumerable<string>> FaultsAsync(IPage page, int width, ColorScheme scheme)
    {
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (wide > width)
        {
            return [$"{wide} pixels wide on a screen of {width}"];
        }

        var faults = (width, scheme) switch
        {
            (Phone, ColorScheme.Dark) => [], // nothing of its own: colors were looked at on the desktop, sizes in light
            (Phone, _) => await page.FaultsAsync(AxeRules.Layout),
            (_, ColorScheme.Dark) => await page.FaultsAsync(AxeRules.Contrast),
            _ => await page.FaultsAsync(AxeRules.Wcag),
        };
        return faults.Concat(await page.StickingOutAsync()).Select(fault => $"{width} {scheme}: {fault}");
    }
}
