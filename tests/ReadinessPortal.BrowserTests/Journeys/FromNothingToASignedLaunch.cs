using Microsoft.Playwright;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>A launch set up in the browser alone, frozen and signed, is the same launch where it is imported.</summary>
public sealed class FromNothingToASignedLaunch(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const string Key = "GA-2027-001";

    [Fact]
    public async Task It_is_set_up_frozen_signed_and_equal_elsewhere()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");

        await CreateAsync(manager);
        await NameRolesAsync(manager);
        await AddCriteriaAsync(manager);
        await AddGatesAsync(manager);
        await FillARegisterAsync(manager);
        await manager.FreezeAsync();
        await SignAsync(portal);

        var exported = await ExportAsync(portal);
        await using var elsewhere = await DemoPortal.StartAsync();
        var package = await PackageAsync(exported);
        (await elsewhere.Get<ImportLaunch>().RunAsync(package, update: false, await elsewhere.ViewerAsync("manager")))
            .Should().BeOfType<Outcome.Done>();

        (await PackageAsync(await ExportAsync(elsewhere))).Facts.Should().BeEquivalentTo(package.Facts,
            facts => facts.ComparingByMembers<Domain.Launches.LaunchFacts>().WithStrictOrdering()
                .Excluding(f => f.Name == "Id" || f.Name == "LaunchId" || f.Name == "ParentId"));
        package.Facts.Should().Match<Domain.Launches.LaunchFacts>(f =>
            f.Roles.Length == 3 && f.Categories.Length == 2 && f.Criteria.Length == 5 && f.Gates.Length == 2
            && f.Registers[0].Rows.Length == 3);
        manager.Complaints.Should().BeEmpty();
    }

    private static async Task CreateAsync(Person manager)
    {
        await manager.Page.GotoAsync("/");
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = "New launch" }).ClickAsync();
        await Expect(manager.Page.Locator("h1")).ToHaveTextAsync("New launch");
        await Expect(manager.Page.Locator("h1")).ToBeFocusedAsync(); // the page answers from here on
        await manager.Page.GetByLabel("Key").FillAsync(Key);
        await manager.Page.GetByLabel("Title").FillAsync("Payments in two more countries");
        await manager.Page.GetByLabel("Target date").FillAsync("2027-03-01");
        await manager.ClickAsync("Create the launch");
        await Expect(manager.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/launches/{Key}"));
        await manager.ReadsAsync("Before the first freeze");
        manager.Launch = Key;
    }

    private static async Task NameRolesAsync(Person manager)
    {
        await manager.OpenAsync("settings");
        await manager.IsLiveAsync();
        await AddAsync(manager, "Add a role", "Add role", ("Title", "Platform lead"));
        await AddAsync(manager, "Add a role", "Add role", ("Title", "CFO"), ("Kind", "business"));
        await AddAsync(manager, "Add a role", "Add role", ("Title", "CEO"), ("Kind", "business"),
            ("Takes the final decision", "true"));

        foreach (var (role, person) in new[]
        {
            ("Platform lead", "Platform lead (demo)"), ("CFO", "CFO (demo)"), ("CEO", "CEO (demo)"),
        })
        {
            await manager.OpenAsync("sign-off/roles");
            var form = manager.Page.Locator("#assign");
            await form.GetByLabel("Role").SelectOptionAsync(new SelectOptionValue { Label = role });
            await form.GetByLabel("Person")
                .SelectOptionAsync(new SelectOptionValue { Label = await PersonAsync(form, person) });
            await form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(manager.Page.GetByText("Saved.")).ToBeVisibleAsync();
        }
    }

    private static async Task AddCriteriaAsync(Person manager)
    {
        await manager.OpenAsync("criteria");
        await manager.IsLiveAsync();
        await AddAsync(
            manager, "Add a category", "Add category", ("Title", "Infrastructure"), ("Lead", "Platform lead"));
        await AddAsync(manager, "Add a category", "Add category", ("Title", "Quality"), ("Weight", "2"));
        foreach (var (category, titles) in new[]
        {
            ("Infrastructure", new[] { "Fail-over", "Load", "Backups" }), (
                "Quality", ["End-to-end tests", "Security scan"]),
        })
        {
            foreach (var title in titles)
            {
                await AddAsync(manager, $"Add a criterion to {category}", "Add criterion", ("Title", title));
            }
        }
    }

    private static async Task AddGatesAsync(Person manager)
    {
        await manager.OpenAsync("gates");
        await manager.IsLiveAsync();
        await AddAsync(manager, "Add a gate", "Add gate", ("Title", "Runs in two regions"), ("Fail-over", "true"),
            ("Load", "true"));
        await AddAsync(manager, "Add a gate", "Add gate", ("Title", "Tested"), ("End-to-end tests", "true"));
    }

    private static async Task FillARegisterAsync(Person manager)
    {
        await manager.OpenAsync("registers");
        await manager.IsLiveAsync();
        await AddAsync(
            manager, "Add a register", "Add register", ("Title", "Budget"), ("Chapter of the report", "finance"));
        await manager.Page.GetByLabel("Copy a block there, and paste it here")
            .FillAsync("Line\tPlanned\tActual\nHosting\t$25,000\t$21,145\nPeople\t$8,000\t$6,234\nTools\t$1,000\t\n");
        await manager.ClickAsync("Add 3 columns and 3 rows");
        await Expect(manager.Page.Locator("#row-hosting")).ToContainTextAsync("$21,145");
    }

    private async Task SignAsync(DemoPortal portal)
    {
        foreach (var persona in new[] { "platform-lead", "cfo" })
        {
            await using var signer = await Person.AtAsync(browser, portal, persona);
            signer.Launch = Key;
            await signer.ApproveAsync();
        }

        await using var ceo = await Person.AtAsync(browser, portal, "ceo");
        ceo.Launch = Key;
        await ceo.OpenAsync("sign-off");
        await ceo.Page.GetByLabel("YES, we launch").CheckAsync();
        await ceo.Page.GetByLabel("Why you override it").FillAsync("The proof follows before the day.");
        await ceo.EnterPasswordAsync();
        await ceo.ClickAsync("Sign and decide");
        await Expect(ceo.Page.GetByLabel("Final decision")).ToContainTextAsync("YES, we launch");
    }

    // Opens the form, fills it, and waits until it has closed behind what was added.
    private static async Task AddAsync(
        Person person, string open, string add, params (string Label, string Value)[] fields)
    {
        await person.Page.GetByRole(AriaRole.Button, new() { Name = open, Exact = true }).ClickAsync();
        var form = person.Page.Locator(".fact-editor form");
        foreach (var (label, value) in fields)
        {
            var field = form.GetByLabel(label, new() { Exact = true });
            var (tag, type) =
                (await field.EvaluateAsync<string>("e => e.tagName"), await field.GetAttributeAsync("type"));
            if (type == "checkbox")
            {
                await field.SetCheckedAsync(value == "true");
            }
            else if (tag == "SELECT")
            {
                await field.SelectOptionAsync(new SelectOptionValue { Label = value });
            }
            else
            {
                await field.FillAsync(value);
            }
        }

        await form.GetByRole(AriaRole.Button, new() { Name = add, Exact = true }).ClickAsync();
        await Expect(form).ToHaveCountAsync(0);
    }

    private static async Task<string> PersonAsync(ILocator form, string name) =>
        (await form.GetByLabel("Person").Locator("option").AllInnerTextsAsync())
            .First(t => t.StartsWith(name.Split(' ')[0], StringComparison.Ordinal));

    private static async Task<byte[]> ExportAsync(DemoPortal portal)
    {
        using var client = await portal.SignedInAsync("manager");
        return await client.GetByteArrayAsync(new Uri($"/api/v1/launches/{Key}/package.zip", UriKind.Relative));
    }

    private static async Task<LaunchPackage> PackageAsync(byte[] zip)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");
        try
        {
            await File.WriteAllBytesAsync(path, zip);
            return await LaunchPackage.ReadAsync(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
