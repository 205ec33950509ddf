using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.BrowserTests.Identity;

public sealed partial class SigningOut(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task Ends_the_pages_that_are_open_in_other_tabs()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var person = await Person.AtAsync(browser, portal, "cfo", 1440, ColorScheme.Light);
        await person.Page.GotoAsync($"/launches/{DemoPortal.Launch}");
        await person.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var other = await person.Page.Context.NewPageAsync();
        await other.GotoAsync("/sign-out");

        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Assertions.Expect(person.Page).ToHaveURLAsync(SignIn());
    }

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignIn();
}
