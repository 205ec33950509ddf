using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>A launch from the shape of the demo: made, staffed, its date moved, cancelled and opened again.</summary>
public sealed class BeginningALaunch(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const string Made = "/launches/GA-2026-001";

    [Fact]
    public async Task It_begins_with_the_shape_of_another_and_lists_what_is_missing()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await CreateAsync(manager);
        await ReadWhatIsMissingAsync(manager);
        await NameAHolderAsync(manager);
        await LetSomebodyInAndOutAsync(manager, portal);
        await MoveOnAsync(manager);
        manager.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task With_the_keyboard_alone_on_a_phone()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager", 390, ColorScheme.Dark);
        await manager.Page.GotoAsync("/");
        await manager.PressAsync(manager.Page.GetByRole(AriaRole.Link, new() { Name = "New launch" }));
        await CanCreateAsync(manager);
        await manager.TypeAsync(manager.Page.GetByLabel("Key"), "GA-2026-001");
        await manager.TypeAsync(manager.Page.GetByLabel("Title"), "The next platform");
        await manager.TypeAsync(manager.Page.GetByLabel("Target date"), "03012027");
        await manager.PressAsync(manager.Page.GetByRole(AriaRole.Button, new() { Name = "Create the launch" }));

        await manager.Page.WaitForURLAsync($"**{Made}");
        await manager.ReadsAsync("There are no roles, so nobody can sign. Required before the first freeze.");
    }

    private static async Task CreateAsync(Person manager)
    {
        await manager.Page.GotoAsync("/");
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = "New launch" }).ClickAsync();
        await CanCreateAsync(manager);
        await manager.Page.GetByLabel("Begin with").SelectOptionAsync("GA-2025-001");
        await manager.Page.GetByLabel("Key").FillAsync("ga 26");
        await manager.Page.GetByLabel("Title").FillAsync("The next platform");
        await manager.Page.GetByLabel("Target date").FillAsync("2027-03-01");
        await manager.ClickAsync("Create the launch");
        await Expect(manager.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("beginning with a letter or digit");
        await manager.Page.GetByLabel("Key").FillAsync("GA-2026-001");
        await manager.ClickAsync("Create the launch");
        await manager.Page.WaitForURLAsync($"**{Made}");
        await manager.IsLiveAsync();
    }

    // The button is there for use once the page answers.
    private static Task CanCreateAsync(Person manager) =>
        Expect(manager.Page.GetByRole(AriaRole.Button, new() { Name = "Create the launch" }))
            .ToBeEnabledAsync();

    private static async Task ReadWhatIsMissingAsync(Person manager)
    {
        var gaps = manager.Page.Locator("#setup li");
        await Expect(gaps).ToHaveCountAsync(5);
        await Expect(gaps.First).ToContainTextAsync("Nobody fills Platform Engineering Lead");
        await Screenshots.TakeAsync(manager.Page, "new-launch-brief", 1440, ColorScheme.Light);
        await gaps.First.GetByRole(AriaRole.Link, new() { Name = "Name holders" }).ClickAsync();
        await Expect(manager.Page.Locator("h1")).ToHaveTextAsync("Roles and deputies");
    }

    private static async Task NameAHolderAsync(Person manager)
    {
        var form = manager.Page.Locator("#assign");
        await form.GetByLabel("Role").SelectOptionAsync(new SelectOptionValue { Label = "Platform Engineering Lead" });
        await form.GetByLabel("Person").SelectOptionAsync(
            new SelectOptionValue { Label = "Platform lead (demo)" });
        await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await manager.Page.GotoAsync(Made);
        await Expect(manager.Page.Locator("#setup li").First).ToContainTextAsync("Nobody fills Security Lead");
        await Expect(manager.Page.Locator("#setup li")).ToHaveCountAsync(4); // the platform lead can open it now
    }

    private async Task LetSomebodyInAndOutAsync(Person manager, DemoPortal portal)
    {
        await manager.Page.GotoAsync($"{Made}/settings");
        await manager.IsLiveAsync();
        await manager.Page.GetByText("Add a member").ClickAsync();
        await manager.Page.GetByLabel("Person").SelectOptionAsync(new SelectOptionValue { Label = "CFO (demo)" });
        await manager.Page.Locator("#members").GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true })
            .ClickAsync();
        await Expect(manager.Page.Locator("#members li")).ToHaveCountAsync(2);

        await using var cfo = await Person.AtAsync(browser, portal, "cfo");
        await cfo.Page.GotoAsync(Made);
        await cfo.IsLiveAsync();
        await manager.ActAsync("CFO (demo)", "Change or remove…");
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await manager.ReadsAsync("CFO (demo) cannot open the launch any more");
        await manager.ClickAsync("Remove CFO (demo)");
        await Expect(cfo.Page.Locator("h1")).ToHaveTextAsync("No such launch");
        await Expect(manager.Page.Locator("#members li")).ToHaveCountAsync(1);
    }

    private static async Task MoveOnAsync(Person manager)
    {
        await manager.ClickAsync("Move the target date");
        await manager.Page.GetByLabel("New target date").FillAsync("2027-04-01");
        await manager.Page.GetByLabel("Why it moves").FillAsync("The supplier is late");
        await manager.ClickAsync("Move it");
        await manager.ReadsAsync("Moved from 1 Mar 2027 to 1 Apr 2027: The supplier is late");

        await StepAsync(manager, "Cancel the launch", "There is no market");
        await manager.ReadsAsync("Cancelled: There is no market");
        await Expect(manager.Page.GetByRole(AriaRole.Button, new() { Name = "Move the target date" }))
            .ToHaveCountAsync(0);
        await Screenshots.TakeAsync(manager.Page, "cancelled-settings", 1440, ColorScheme.Light);
        await StepAsync(manager, "Resume", "There is one");
        await manager.ReadsAsync("Preparing: There is one");

        await manager.Page.GotoAsync(Made);
        await manager.ReadsAsync("moved from 1 Mar 2027 on");
        await manager.Page.GotoAsync("/");
        await Expect(manager.Page.GetByRole(AriaRole.Link, new() { Name = "The next platform" })).ToBeVisibleAsync();
    }

    private static async Task StepAsync(Person manager, string act, string why)
    {
        await manager.ClickAsync(act);
        var form = manager.Page.GetByRole(AriaRole.Form, new() { Name = act });
        await form.GetByLabel("Why").FillAsync(why);
        await form.GetByRole(AriaRole.Button, new() { Name = act }).ClickAsync();
    }
}
