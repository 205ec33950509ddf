using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Drafts;

/// <summary>A browser keeps no files; what was typed about them it keeps, and says which are missing.</summary>
public sealed class KeepingWhatWasTypedBesideAFile(PortalBrowser browser, FrozenDemo demo)
    : IClassFixture<PortalBrowser>, IClassFixture<FrozenDemo>
{
    private const string Note = "Taken on the second night";

    private static readonly FilePayload _file =
        new() { Name = "night 2.txt", MimeType = "text/plain", Buffer = "second night"u8.ToArray() };

    [Fact]
    public async Task In_the_dialog_until_the_file_is_attached()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "qa-lead");
        await lead.OpenAsync("criteria/load-testing");
        await lead.IsUpAsync();
        await OpenAsync(lead);
        await ChooseAsync(lead);
        await Field(lead, "Note").FillAsync(Note);

        await lead.Page.ReloadAsync();
        await lead.IsUpAsync();
        await OpenAsync(lead);
        await Expect(lead.Tray()).ToContainTextAsync("what you typed for night 2.txt is kept. Choose the file again");
        await ChooseAsync(lead);
        await Expect(Field(lead, "Note")).ToHaveValueAsync(Note);
        await Expect(lead.Tray().Locator("[data-kept]")).ToBeHiddenAsync();
        await lead.Tray().GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();
        await Expect(lead.Tray()).ToContainTextAsync("Attached as night 2.txt");

        await lead.Page.ReloadAsync();
        await lead.IsUpAsync();
        await OpenAsync(lead);
        await Expect(lead.Tray().Locator("[data-kept]")).ToBeHiddenAsync();
        lead.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task In_the_plain_form_until_the_file_is_attached()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "qa-lead");
        await lead.OpenAsync("attach?to=criterion:e2e-tests");
        await lead.IsUpAsync();
        var form = lead.Page.GetByRole(AriaRole.Form, new() { Name = "Attach a file" });
        await form.GetByLabel("Title").FillAsync("Second night");

        await lead.Page.ReloadAsync();
        await lead.IsUpAsync();
        await Expect(form).ToContainTextAsync("Choose the file again");
        await Expect(form.GetByLabel("Title")).ToHaveValueAsync("Second night");
        await form.Locator("input[type=file]").SetInputFilesAsync(_file);

        // Whoever reads it may be gone before the page has its last script.
        const string last = "**/_framework/blazor.web*.js";
        await lead.Page.RouteAsync(last, _ => Task.CompletedTask);
        await form.GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();
        await Expect(lead.Page.GetByText("The file is attached.")).ToBeVisibleAsync();
        await lead.Page.UnrouteAsync(last);
        await lead.OpenAsync("attach?to=criterion:e2e-tests");
        await lead.IsUpAsync();
        await Expect(form.GetByLabel("Title")).ToHaveValueAsync("");
    }

    private static Task OpenAsync(Person person) =>
        person.Page.GetByRole(AriaRole.Link, new() { Name = "Attach files" }).ClickAsync();

    private static async Task ChooseAsync(Person person)
    {
        await person.Tray().Locator("input[type=file]").SetInputFilesAsync(_file);
        await person.File(_file.Name).Locator("summary").ClickAsync();
    }

    private static ILocator Field(Person person, string label) => person.File(_file.Name).GetByLabel(label);
}
