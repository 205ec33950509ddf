using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

public sealed class TwoSignersForOneRole(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task One_signs_and_the_other_reads_who_did()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await NameDeputyAsync(manager.Page);
        await manager.FreezeAsync();

        await using var holder = await Person.AtAsync(browser, portal, "platform-lead");
        await using var deputy = await Person.AtAsync(browser, portal, "auditor");
        foreach (var signer in new[] { holder, deputy })
        {
            await signer.OpenAsync("sign-off");
            await signer.Page.GetByLabel("Approve", new() { Exact = true }).CheckAsync();
            await signer.EnterPasswordAsync();
        }

        await Task.WhenAll(holder.ClickAsync("Sign revision"), deputy.ClickAsync("Sign revision"));

        var outcomes = await Task.WhenAll(OutcomeAsync(holder), OutcomeAsync(deputy));
        outcomes.Should().ContainSingle(o => o.Contains("Your sign-off is recorded.", StringComparison.Ordinal));
        outcomes.Should().ContainSingle(o =>
            o.Contains("has already signed as Platform Engineering Lead on this revision", StringComparison.Ordinal));
    }

    private static async Task NameDeputyAsync(IPage page)
    {
        await page.GotoAsync($"/launches/{DemoPortal.Launch}/sign-off/roles");
        var form = page.Locator("#deputy");
        await form.GetByLabel("Role").SelectOptionAsync("platform-lead");
        await form.GetByLabel("Deputy").SelectOptionAsync(new SelectOptionValue { Label = "Auditor (demo)" });
        await form.GetByLabel("Until").FillAsync(DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", null));
        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
    }

    private static async Task<string> OutcomeAsync(Person signer)
    {
        var said = signer.Page.Locator("main [role=status]:visible, main [role=alert]:visible").First;
        await Expect(said).ToBeVisibleAsync();
        return await said.InnerTextAsync();
    }
}
