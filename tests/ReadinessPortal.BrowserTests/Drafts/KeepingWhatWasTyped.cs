using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Drafts;

/// <summary>What was typed and not saved outlives the page it was typed on, and nobody else ever sees it.</summary>
public sealed class KeepingWhatWasTyped(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const string Criterion = "criteria/e2e-tests";

    [Fact]
    public async Task A_draft_survives_loading_the_page_again_and_can_be_saved_or_discarded()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        await lead.OpenAsync(Criterion);
        await lead.IsLiveAsync();
        var before = await Rationale(lead).InputValueAsync();
        await Rationale(lead).FillAsync("Both failures stand in a page nobody uses");

        await lead.Page.ReloadAsync();
        await Expect(lead.Page.GetByText("Not saved yet: what you typed")).ToBeVisibleAsync();
        await Expect(Rationale(lead)).ToHaveValueAsync("Both failures stand in a page nobody uses");
        await lead.ClickAsync("Discard it");
        await Expect(Rationale(lead)).ToHaveValueAsync(before);
        await Expect(lead.Page.Locator(":is(form, form *):focus")).ToHaveCountAsync(1);

        await Rationale(lead).FillAsync("Both are mended");
        await lead.Page.ReloadAsync();
        await Expect(Rationale(lead)).ToHaveValueAsync("Both are mended");
        await lead.ClickAsync("Save");
        await Expect(lead.Page.GetByText("Not saved yet")).ToHaveCountAsync(0);
        await lead.Page.ReloadAsync();
        await lead.IsLiveAsync();
        await Expect(Rationale(lead)).ToHaveValueAsync("Both are mended");
        await Expect(lead.Page.GetByText("Not saved yet")).ToHaveCountAsync(0);
        lead.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_closed_form_opens_by_itself_when_something_was_typed_into_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        await lead.OpenAsync(Criterion);
        await lead.IsLiveAsync();
        await lead.Page.GetByText("Request a waiver", new() { Exact = true }).ClickAsync();
        await lead.Page.GetByLabel("Why this failure can be accepted").FillAsync("A page nobody uses.");
        await lead.Page.ReloadAsync();
        await Expect(lead.Page.GetByLabel("Why this failure can be accepted")).ToBeVisibleAsync();
        await Expect(lead.Page.GetByLabel("Why this failure can be accepted")).ToHaveValueAsync("A page nobody uses.");

        await using var cfo = await Person.AtAsync(browser, portal, "cfo");
        await cfo.OpenAsync("findings");
        await cfo.IsLiveAsync();
        var row = cfo.Page.Locator("#claim-summary-soc2-date");
        await row.GetByRole(AriaRole.Button, new() { Name = "Accept: " }).ClickAsync();
        await row.GetByLabel("Reason for acceptance").FillAsync("Older than the plan.");
        await cfo.Page.ReloadAsync();
        await Expect(row.GetByLabel("Reason for acceptance")).ToHaveValueAsync("Older than the plan.");
    }

    // A form asks the browser for what was kept when it is drawn; whoever is quick has begun to type by then.
    [Fact]
    public async Task What_is_typed_while_a_form_asks_for_its_draft_is_not_given_back_over_what_follows()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var cfo = await Person.AtAsync(browser, portal, "cfo");
        await cfo.OpenAsync("findings");
        await cfo.IsLiveAsync();
        await cfo.Page.EvaluateAsync(
            """
            () => {
              const { read, focus } = portalDrafts;
              let isTyped = false;
              portalDrafts.read = (...asked) => {
                if (isTyped) { return read(...asked); }
                isTyped = true; // into this form, and into no other
                const field = document.querySelector("textarea[name=reason]");
                const type = text => {
                  field.value += text;
                  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
                };
                field.focus();
                type("As ");
                const kept = read(...asked);
                type("it was printed.");
                return kept;
              };
              // What comes last.
              portalDrafts.focus = (...asked) => { focus(...asked); document.documentElement.dataset.asked = "yes"; };
            }
            """);
        var row = cfo.Page.Locator("#claim-summary-soc2-date");
        await row.GetByRole(AriaRole.Button, new() { Name = "Accept: " }).ClickAsync();
        await Expect(cfo.Page.Locator("html[data-asked]")).ToHaveCountAsync(1);

        await row.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();

        await Expect(row).ToContainTextAsync("by CFO (demo): As it was printed.");
        await Expect(cfo.Page.GetByText("Not saved yet")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_tabs_at_one_form_keep_what_was_typed_in_both()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.OpenAsync("risks");
        await manager.IsLiveAsync();
        await manager.ActAsync("APAC latency", "Edit");
        await manager.Page.Locator(".fact-editor [name=owner]").FillAsync("Platform team");
        var other = await manager.Page.Context.NewPageAsync();
        await other.GotoAsync(manager.Page.Url);
        await Expect(other.Locator(".fact-editor [name=owner]")).ToHaveValueAsync("Platform team");
        await other.Locator(".fact-editor [name=mitigation]").FillAsync("A cache nearby");

        await manager.Page.Locator(".fact-editor [name=owner]").FillAsync("Platform team 2");
        await other.ReloadAsync();

        await Expect(other.Locator(".fact-editor [name=mitigation]")).ToHaveValueAsync("A cache nearby");
        await Expect(other.Locator(".fact-editor [name=owner]")).ToHaveValueAsync("Platform team 2");
    }

    [Fact]
    public async Task A_signature_keeps_its_comment_and_never_its_password()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.FreezeAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        await lead.OpenAsync("sign-off");
        await lead.Page.GetByLabel("Reject").CheckAsync();
        await lead.Page.GetByLabel("Comment").FillAsync("Two failures");
        await lead.EnterPasswordAsync();

        await lead.Page.ReloadAsync();

        await Expect(lead.Page.GetByText("Not saved yet: what you typed")).ToBeVisibleAsync();
        await Expect(lead.Page.GetByLabel("Reject")).ToBeCheckedAsync();
        await Expect(lead.Page.GetByLabel("Comment")).ToHaveValueAsync("Two failures");
        await Expect(lead.Page.GetByLabel("Your password, again")).ToHaveValueAsync("");
        (await KeptAsync(lead)).Should().Contain("Two failures").And.NotContain(DemoPersonas.Password);
        await lead.SignAsync();
        await lead.IsRecordedAsync();
        await lead.Page.WaitForFunctionAsync( // the page is read before its script has let go of what was sent
            "() => !Object.values(localStorage).some(kept => kept.includes('Two failures'))");
    }

    [Fact]
    public async Task Signing_out_removes_it_and_whoever_comes_next_never_sees_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        await lead.OpenAsync(Criterion);
        await lead.IsLiveAsync();
        await Rationale(lead).FillAsync("Between us");
        await lead.Page.Context.ClearCookiesAsync(); // the session ends by itself: what was typed waits for its author
        await SignInAsync(lead, "manager");
        await lead.OpenAsync(Criterion);
        await lead.IsLiveAsync();
        await Expect(Rationale(lead)).Not.ToHaveValueAsync("Between us");

        await lead.Page.GotoAsync("/sign-out");
        await lead.ClickAsync("Sign out");
        await lead.Page.WaitForURLAsync("**/sign-in**");

        (await KeptAsync(lead)).Should().NotContain("Between us");
    }

    [Fact]
    public async Task Where_the_browser_refuses_to_keep_anything_the_page_says_so_and_works()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead", isLastHere: true);
        await lead.Page.AddInitScriptAsync(
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };");
        await lead.OpenAsync(Criterion);
        await lead.IsLiveAsync();

        await Rationale(lead).FillAsync("Both are mended");

        var form = lead.Page.GetByRole(AriaRole.Form, new() { Name = "Assess this criterion" });
        await Expect(form.GetByText("This browser keeps no unsaved text")).ToBeVisibleAsync();
        await lead.ClickAsync("Save");
        await Expect(form.GetByText("saved", new() { Exact = true })).ToBeVisibleAsync();
        lead.Complaints.Should().BeEmpty();
    }

    private static ILocator Rationale(Person person) => person.Page.GetByLabel("Rationale");

    private static Task<string> KeptAsync(Person person) =>
        person.Page.EvaluateAsync<string>("() => JSON.stringify(localStorage)");

    private static async Task SignInAsync(Person person, string persona)
    {
        await person.Page.GotoAsync("/sign-in");
        await person.Page.Locator("input[name='Form.UserName']").FillAsync(persona);
        await person.Page.Locator("input[name='Form.Password']").FillAsync(DemoPersonas.Password);
        await person.Page.Locator("form button[type=submit]").First.ClickAsync();
        await person.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }
}
