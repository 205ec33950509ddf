using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OtpNet;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Mails;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>How people come in who have more than a password, and how they sign.</summary>
public sealed partial class ComingInAndSigning(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const string CountsWhatIsAsked = """
        const get = navigator.credentials?.get.bind(navigator.credentials);
        if (get) {
          navigator.credentials.get = options => {
            const answer = get(options);
            window.asked = (window.asked ?? 0) + 1;
            return answer;
          };
        }
        """;

    [Fact]
    public async Task Whoever_is_invited_makes_a_passkey_comes_in_with_it_and_is_out_when_it_is_removed()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await DemoPortal.StartAsync(services => services.AddPortalMail(server.Settings));
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        var invite = manager.Page;
        await manager.OpenAsync("settings");
        await manager.IsLiveAsync();
        await invite.GetByText("Invite a colleague").ClickAsync();
        await invite.GetByLabel("Name, as signatures").FillAsync("Lea Lead");
        await invite.GetByLabel("User name").FillAsync("lea");
        await invite.GetByLabel("Address of mail").FillAsync("lea@company.example");
        await invite.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await Expect(invite.GetByText("A mail goes to Lea Lead at lea@company.example.")).ToBeVisibleAsync();
        await server.TakesAsync(1);
        var link = new Uri(Link().Match(server.Taken.Single().TextBody!).Value);

        await using var lead = await ByNameAsync(portal, null);
        var authenticator = await Authenticator.OfAsync(lead.Page);
        await lead.Page.AddInitScriptAsync(CountsWhatIsAsked);
        await lead.Page.GotoAsync(link.AbsolutePath);
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey instead" }).ClickAsync();
        await Expect(lead.Page.GetByRole(AriaRole.Heading, new() { Name = "Your passkey is made" })).ToBeVisibleAsync();
        (await authenticator.CountAsync()).Should().Be(1);
        // Offered in the list of the name field, and taken there.
        await lead.Page.GotoAsync("/sign-in?returnUrl=/account");
        await Expect(lead.Page.GetByText("Lea Lead, signing in as lea")).ToBeVisibleAsync();
        await lead.OpenAsync();
        await Expect(lead.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await lead.Page.GotoAsync("/sign-out");
        await authenticator.IsAtHandAsync(false);
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await PressPasskeyAsync(lead.Page, authenticator);
        await Expect(lead.Page).Not.ToHaveURLAsync(SignIn());
        lead.Complaints.Should().BeEmpty();

        await Expect(invite.GetByText("Lea Lead").First).ToBeVisibleAsync();
        await invite.GotoAsync("/people");
        await invite.GetByRole(AriaRole.Link, new() { Name = "Lea Lead" }).ClickAsync();
        await Expect(invite.GetByText("one passkey", new() { Exact = true })).ToBeVisibleAsync();
        await authenticator.IsAtHandAsync(false);
        await invite.GetByRole(AriaRole.Button, new() { Name = "Forget the devices" }).ClickAsync();
        await Expect(invite.GetByText("signs in without the devices")).ToBeVisibleAsync();
        await Expect(lead.Page).ToHaveURLAsync(SignIn()); // the open page leads there by itself
        await PressPasskeyAsync(lead.Page, authenticator);
        await Expect(lead.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("does not let you in here");
    }

    [Fact]
    public async Task Whoever_has_a_passkey_signs_a_revision_with_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using (var manager = await Person.AtAsync(browser, portal, "manager"))
        {
            await manager.FreezeAsync();
        }

        await using var lead = await ByNameAsync(portal, "platform-lead");
        var authenticator = await Authenticator.OfAsync(lead.Page);
        await lead.Page.GotoAsync("/account/passkeys");
        await lead.Page.GetByLabel("Name, by which").FillAsync("Laptop");
        await lead.Page.GetByLabel("Your password, again").FillAsync(DemoPersonas.Password);
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(lead.Page.GetByText("The passkey Laptop is added.")).ToBeVisibleAsync();
        await lead.OpenAsync("sign-off");
        await lead.Page.GetByLabel("Reject").CheckAsync();
        await lead.Page.GetByLabel("Comment").FillAsync("The failover has not been shown.");

        await authenticator.ConfirmsAsync(false);
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Sign with a passkey" }).ClickAsync();
        await Expect(lead.Page.GetByText("No passkey was used.")).ToBeVisibleAsync();
        await Expect(lead.Page.GetByLabel("Comment")).ToHaveValueAsync("The failover has not been shown.");
        await authenticator.ConfirmsAsync(true);
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Sign with a passkey" }).ClickAsync();

        await Expect(lead.Page.GetByText("Your sign-off is recorded.")).ToBeVisibleAsync();
        (await portal.ScalarAsync("select string_agg(authentication, ',') from sign_offs")).Should().Be("passkey");
    }

    [Fact]
    public async Task Whoever_loses_the_phone_comes_back_by_a_recovery_code()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var ceo = await Person.AtAsync(browser, portal, "ceo", width: 390);
        var page = ceo.Page;
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add the second factor" }).ClickAsync();
        var key = await page.Locator("code.secret").InnerTextAsync();
        var secret = Base32Encoding.ToBytes(key.Replace(" ", "", StringComparison.Ordinal));
        await page.GetByLabel("Code that the app shows").FillAsync(new Totp(secret).ComputeTotp());
        await page.GetByLabel("Your password, again").FillAsync(DemoPersonas.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the app" }).ClickAsync();
        await Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        var code = await page.Locator(".codes li").Nth(4).InnerTextAsync();
        (await page.StickingOutAsync()).Should().BeEmpty();

        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByLabel("User name").FillAsync("ceo");
        await page.GetByLabel("Password").FillAsync(DemoPersonas.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByLabel("Code the app shows").FillAsync("123123");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not the code that the app shows now");
        await page.GetByText("The phone is lost").ClickAsync();
        await page.GetByLabel("One of your recovery codes").FillAsync(code);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByText("Nine recovery codes left.")).ToBeVisibleAsync();
        await page.GotoAsync("/");
        await Expect(page).Not.ToHaveURLAsync(SignIn());
    }

    // A passkey belongs to a name, and the address of a test is a number.
    private Task<Person> ByNameAsync(DemoPortal portal, string? persona) => Person.AtAsync(
        browser, portal, persona, at: new UriBuilder(portal.Address) { Host = "localhost" }.Uri);

    private static async Task PressPasskeyAsync(IPage page, Authenticator authenticator)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" });
        // What the page offers by itself is asked for by now, and nobody was there to take it.
        await page.WaitForFunctionAsync("() => window.asked >= 1");
        await authenticator.IsAtHandAsync(true);
        await button.ClickAsync();
    }

    [GeneratedRegex("https://[^ ]+/account/link/[-_A-Za-z0-9]+")]
    private static partial Regex Link();

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignIn();
}
