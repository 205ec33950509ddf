using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Identity;

/// <summary>A page that is open ends with its reader's account, with a circuit or without; and what was just made for
/// somebody stays within the screen of a phone.</summary>
public sealed partial class EndingPages(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task Whoever_is_disabled_is_led_out_of_every_page_that_is_open()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var auditor = await Person.AtAsync(browser, portal, "auditor");
        string[] paths = ["/account", "/mail", $"/launches/{DemoPortal.Launch}/sign-off/roles", "/"];
        var open = new List<IPage>();
        foreach (var path in paths)
        {
            var page = await auditor.Page.Context.NewPageAsync();
            await page.GotoAsync(path);
            open.Add(page);
        }

        using var administrator = await portal.SignedInAsync("manager");
        var person = await portal.ViewerAsync("auditor");
        (await administrator.PostFormAsync($"/people/{person.UserId}", "disable", [])).Dispose();

        foreach (var page in open)
        {
            await Expect(page).ToHaveURLAsync(SignIn());
        }
    }

    [Fact]
    public async Task The_link_of_an_invitation_stays_in_its_card_on_a_phone()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead", width: 390);
        await lead.OpenAsync("settings");
        await lead.IsLiveAsync();
        await lead.Page.GetByText("Invite a colleague").ClickAsync();
        await lead.Page.GetByLabel("Name, as signatures").FillAsync("Annamariavonundzumhausen-Oberhuberin-Meyerbeer");
        await lead.Page.GetByLabel("User name").FillAsync("anna");
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await Expect(lead.Page.Locator("code.secret")).ToBeVisibleAsync();

        (await lead.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().Be(390);
        (await lead.Page.StickingOutAsync()).Should().BeEmpty();
    }

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignIn();
}
