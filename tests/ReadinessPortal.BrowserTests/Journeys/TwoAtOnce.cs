using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Npgsql;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Life;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>Two people on the same thing at the same time: nothing is lost, and the second is told why.</summary>
[TakesLong]
public sealed class TwoAtOnce(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    private const string Page = "criteria/e2e-tests";

    private static readonly FactPath _criterion = FactPath.Of("criteria", "e2e-tests");

    [Fact]
    public async Task A_followed_change_leaves_text_cursor_and_place_alone()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await OpenAsync(portal, "qa-lead");
        await Rationale(lead).FillAsync("Half a sentence");
        await Rationale(lead).PressAsync("Home");
        var place = await lead.Page.EvaluateAsync<double>("() => scrollY");

        var before = await ReadAsync(portal, "progress");
        await ChangeAsync(portal, FactChange.Setting(_criterion, "progress", before, "77"));

        await Expect(lead.Page.GetByLabel("Progress, percent")).ToHaveValueAsync("77");
        await Expect(Rationale(lead)).ToBeFocusedAsync();
        await lead.Page.Keyboard.TypeAsync("Now ");
        await Expect(Rationale(lead)).ToHaveValueAsync("Now Half a sentence");
        (await lead.Page.EvaluateAsync<double>("() => scrollY")).Should().Be(place);

        var link = lead.Page.GetByRole(AriaRole.Link, new() { Name = "Figures" });
        await link.FocusAsync();
        await ChangeAsync(portal, FactChange.Setting(_criterion, "progress", "77", "78"));
        await Expect(lead.Page.GetByLabel("Progress, percent")).ToHaveValueAsync("78");
        await Expect(link).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Who_goes_to_a_field_as_soon_as_it_is_there_keeps_the_cursor()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead");
        await lead.Page.AddInitScriptAsync("""
            new MutationObserver((_, observer) => {
              const isUp = document.documentElement?.dataset.circuit === "up";
              if (isUp) { observer.disconnect(); document.querySelector("[name=rationale]").focus(); }
            }).observe(document, { attributes: true, subtree: true });
            """);
        await lead.OpenAsync(Page);
        await lead.IsLiveAsync();

        await ChangeAsync(
            portal, FactChange.Setting(_criterion, "progress", await ReadAsync(portal, "progress"), "77"));

        await Expect(lead.Page.GetByLabel("Progress, percent")).ToHaveValueAsync("77");
        await Expect(Rationale(lead)).ToBeFocusedAsync();
        await lead.Page.Locator(".side nav").GetByText("Gates").ClickAsync();
        await Expect(lead.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_page_that_waits_for_the_database_gives_its_heading_the_focus_when_it_is_there()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await OpenAsync(portal, "qa-lead");
        await using var elsewhere = await portal.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var hold = await elsewhere.BeginTransactionAsync();
        await using var take = new NpgsqlCommand("lock table launches in access exclusive mode", elsewhere, hold);
        await take.ExecuteNonQueryAsync();

        await lead.Page.Locator(".side nav").GetByText("Gates").ClickAsync();
        await Expect(lead.Page.GetByText("Reading the launch…")).ToBeVisibleAsync();
        await Expect(lead.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(0);
        await lead.Page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        await hold.RollbackAsync();

        var heading = lead.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Expect(heading).ToHaveTextAsync("Go/no-go matrix");
        await Expect(heading).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_one_field_the_second_sees_both_values_and_chooses()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await OpenAsync(portal, "qa-lead");
        await using var manager = await OpenAsync(portal, "manager");
        await Rationale(lead).FillAsync("As the lead sees it");
        await Rationale(manager).FillAsync("As the manager sees it");
        await manager.Page.GetByLabel("Progress, percent").FillAsync("55");

        await Assess(lead).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(manager.Page.Locator(".contested")).ToContainTextAsync(
            new Regex(@"\(demo\) set As the lead sees it (just now|\d+ s ago)"));
        await Expect(Rationale(manager)).ToHaveValueAsync("As the manager sees it");
        await manager.ClickAsync("Take theirs");
        await Expect(Rationale(manager)).ToHaveValueAsync("As the lead sees it");
        await Assess(manager).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(lead.Page.GetByLabel("Progress, percent")).ToHaveValueAsync("55");
        (await ReadAsync(portal, "rationale")).Should().Be("As the lead sees it");
        (await ReadAsync(portal, "progress")).Should().Be("55");
    }

    [Fact]
    public async Task What_was_typed_on_something_archived_meanwhile_stays_to_be_copied()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await OpenAsync(portal, "qa-lead");
        await lead.ActAsync("Test results", "Edit");
        await lead.Page.GetByRole(AriaRole.Form, new() { Name = "Edit Test results" })
            .GetByLabel("Title").FillAsync("All results of the night");

        var document = (await FactsAsync(portal)).Criteria.First(c => c.Key == "e2e-tests").Documents[0];
        await ChangeAsync(portal, new FactChange.Archive { Fact = _criterion.Part("documents", document.Key) });

        var left = lead.Page.Locator(".left");
        await Expect(left).ToContainTextAsync(new Regex(@"\(demo\) archived Test results (just now|\d+ s ago)"));
        await Expect(left).ToContainTextAsync("All results of the night");
        await Expect(left.Locator("s")).ToHaveTextAsync("Test results");

        await lead.Page.ReloadAsync();
        await Expect(left).ToContainTextAsync("All results of the night");
        await left.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Expect(left).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_typed_when_the_launch_was_closed_stays_to_be_copied()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await OpenAsync(portal, "qa-lead");
        await Rationale(lead).FillAsync("Both are mended");
        await lead.Page.GetByText("Request a waiver", new() { Exact = true }).ClickAsync();
        await lead.Page.GetByLabel("Compensating control").FillAsync("Somebody watches it");

        await portal.Get<ChangeStage>().RunAsync(
            DemoPortal.Launch, new(LaunchStage.Cancelled, "No market"), await portal.ViewerAsync("manager"));

        var left = lead.Page.Locator(".left");
        await Expect(left.Filter(new() { HasText = "Both are mended" })).ToContainTextAsync("is not open any more");
        await Expect(left.Filter(new() { HasText = "Somebody watches it" }))
            .ToContainTextAsync("Nothing of it was saved");
        await Expect(left.GetByText("Compensating control", new() { Exact = true })).ToBeVisibleAsync();

        await lead.Page.ReloadAsync();
        await Expect(left).ToContainTextAsync("Both are mended");
        await left.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Expect(left).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_whose_subject_was_archived_says_by_whom_and_keeps_what_was_typed()
    {
        await using var portal = await DemoPortal.StartAsync();
        var extra = FactPath.Of("criteria", "extra");
        await ChangeAsync(portal, new FactChange.Add
        {
            Fact = extra,
            Values = new Dictionary<string, string>
            {
                ["title"] = "One more", ["category"] = (await ReadAsync(portal, "category"))!,
            }
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
        });
        await using var lead = await OpenAsync(portal, "qa-lead", "criteria/extra");
        await Rationale(lead).FillAsync("Nearly done");

        await ChangeAsync(portal, new FactChange.Archive { Fact = extra });

        await lead.ReadsAsync("(demo) archived it");
        await Expect(lead.Page.Locator(".left")).ToContainTextAsync("Nearly done");
    }

    [Fact]
    public async Task Of_one_waiver_the_second_answer_is_told_who_gave_the_first()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await OpenAsync(portal, "qa-lead");
        await lead.Page.GetByText("Request a waiver", new() { Exact = true }).ClickAsync();
        await lead.Page.GetByLabel("Why this failure can be accepted").FillAsync("Two tests of a page nobody uses.");
        await lead.Page.GetByLabel("Compensating control").FillAsync("Looked at by hand.");
        await lead.Page.GetByLabel("Last day it holds").FillAsync("2026-03-31");
        await lead.ClickAsync("Request waiver");
        await using var cto = await OpenAsync(portal, "cto");
        await using var manager = await OpenAsync(portal, "manager");
        await cto.Page.GetByLabel("Your answer").FillAsync("Not before it is mended");

        await manager.ClickAsync("Approve the waiver");

        await cto.ReadsAsync("Waived until 31 Mar 2026, approved by Launch manager (demo)");
        await Expect(cto.Page.GetByRole(AriaRole.Button, new() { Name = "Decline" })).ToHaveCountAsync(0);
    }

    private async Task<Person> OpenAsync(DemoPortal portal, string persona, string page = Page)
    {
        var person = await Person.AtAsync(browser, portal, persona);
        await person.OpenAsync(page);
        await person.IsLiveAsync();
        return person;
    }

    private static ILocator Assess(Person person) =>
        person.Page.GetByRole(AriaRole.Form, new() { Name = "Assess this criterion" });

    private static ILocator Rationale(Person person) => Assess(person).GetByLabel("Rationale");

    private static async Task<LaunchFacts> FactsAsync(DemoPortal portal)
    {
        var manager = await portal.ViewerAsync("manager");
        return (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager))!.Board.Facts;
    }

    private static async Task<string?> ReadAsync(DemoPortal portal, string field) =>
        FactText.Read(await FactsAsync(portal), _criterion, field);

    private static async Task ChangeAsync(DemoPortal portal, params FactChange[] changes)
    {
        var outcome = await portal.Get<EditFacts>()
            .RunAsync(DemoPortal.Launch, [.. changes], await portal.ViewerAsync("manager"));
        outcome.Should().BeOfType<Outcome.Done>((outcome as Outcome.Refused)?.Refusal.Text ?? "");
    }
}
