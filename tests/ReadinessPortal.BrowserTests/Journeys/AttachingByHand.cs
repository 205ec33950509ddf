using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Journeys;

/// <summary>Evidence as people attach it: dropped, pasted, picked, several at once, and cancelled.</summary>
[TakesLong]
public sealed partial class AttachingByHand(PortalBrowser browser, FrozenDemo demo)
    : IClassFixture<PortalBrowser>, IClassFixture<FrozenDemo>
{
    [Fact]
    public async Task Two_files_dropped_on_a_criterion_turn_a_gate_green_on_a_page_that_is_open_elsewhere()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var cfo = await Person.AtAsync(browser, portal, "cfo");
        await cfo.OpenAsync("gates");
        await cfo.IsLiveAsync();
        var gate = cfo.Page.Locator("#gate-runbooks");
        await Expect(gate).ToContainTextAsync("yellow");
        await using var lead = await Person.AtAsync(browser, portal, "platform-lead");
        await lead.OpenAsync("criteria");
        await lead.IsLiveAsync();

        await lead.DropAsync(
            lead.Page.Locator("[data-attach-zone]").Filter(new() { HasText = "Runbooks" }),
            ("review.txt", "All 12 runbooks were walked through."), ("rota.txt", "Who is on call."));

        await Expect(lead.Tray()).ToContainTextAsync("Supports Runbooks");
        await Expect(lead.File("review.txt"))
            .ToContainTextAsync("Will not prove: it is not known when it was captured");
        await lead.Tray().Locator("[data-all-captured]").FillAsync("2025-11-14");
        await Expect(lead.File("rota.txt")).ToContainTextAsync("Will prove: captured 14 Nov 2025");
        await NothingIsWrongAsync(lead);
        await lead.ClickAsync("Attach 2 files");
        await Expect(lead.Tray().GetByRole(AriaRole.Status)).ToHaveTextAsync("2 attached");
        await Expect(gate).ToContainTextAsync("green");
        lead.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_pasted_screenshot_asks_for_its_title_and_the_same_bytes_are_not_sent_twice()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead", 390, ColorScheme.Dark);
        await lead.OpenAsync("criteria/load-testing");
        await lead.IsLiveAsync();

        await PasteAsync(lead);
        var file = lead.File("screenshot.png");
        await Expect(file.GetByLabel("Title")).ToHaveValueAsync("");
        await file.GetByLabel("Title").FillAsync("Dashboard of the night");
        await NothingIsWrongAsync(lead);
        await lead.Tray().GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();
        await Expect(lead.Tray()).ToContainTextAsync("Attached as Dashboard of the night");
        await lead.ClickAsync("Done");

        await lead.OpenAsync("criteria/e2e-tests");
        await lead.IsLiveAsync();
        await PasteAsync(lead);
        await Expect(lead.Tray()).ToContainTextAsync("in this launch already, as Dashboard of the night");
        await lead.Tray().GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();
        await Expect(lead.Tray()).ToContainTextAsync("Attached as Dashboard of the night");

        (await EvidenceAsync(portal)).Where(e => e.Title == "Dashboard of the night").Should().ContainSingle()
            .Which.Supports.Should().HaveCount(2);
    }

    [Fact]
    public async Task One_of_two_uploads_is_cancelled_under_way_and_leaves_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "qa-lead", isLastHere: true);
        await lead.OpenAsync("criteria/load-testing");
        await lead.IsLiveAsync();
        var before = (await EvidenceAsync(portal)).Length;
        await lead.Page.GetByRole(AriaRole.Link, new() { Name = "Attach files" }).ClickAsync();
        await lead.Tray().Locator("input[type=file]").SetInputFilesAsync(
        [
            new FilePayload { Name = "small.txt", MimeType = "text/plain", Buffer = "small"u8.ToArray() },
            new FilePayload { Name = "large.bin", MimeType = "application/octet-stream", Buffer = new byte[2 << 20] },
        ]);
        await SlowDownAsync(lead, bytesPerSecond: 20_000);

        await lead.ClickAsync("Attach 2 files");
        await Expect(lead.File("large.bin").GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        var given = new TaskCompletionSource<string?>();
        lead.Page.RequestFailed += (_, request) => given.TrySetResult(request.Failure);
        await lead.ClickAsync("Cancel large.bin");
        (await given.Task.WaitAsync(Patience.Limit)).Should().Be("net::ERR_ABORTED");

        await Expect(lead.File("large.bin")).ToContainTextAsync("Cancelled. Nothing of it was kept.");
        await Expect(lead.File("small.txt")).ToContainTextAsync("Attached as small.txt");
        await Expect(lead.Tray().GetByRole(AriaRole.Status)).ToHaveTextAsync("1 attached");
        (await EvidenceAsync(portal)).Length.Should().Be(before + 1);
    }

    [Fact]
    public async Task Everything_works_by_keyboard_and_one_file_is_put_behind_a_second_subject()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "platform-lead");
        await lead.OpenAsync("criteria/runbooks");
        await lead.IsLiveAsync();
        var keys = lead.Page.Keyboard;

        await lead.Page.GetByRole(AriaRole.Link, new() { Name = "Attach files" }).FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(lead.Page.GetByRole(AriaRole.Heading, new() { Name = "Attach evidence" })).ToBeFocusedAsync();
        await lead.Tray().Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "review.txt", MimeType = "text/plain", Buffer = "Walked through."u8.ToArray(),
        });
        await Expect(lead.File("review.txt").GetByLabel("Captured on")).ToBeFocusedAsync();
        await keys.TypeAsync("11142025");
        await lead.Tray().Locator("summary").Filter(new() { HasText = "Supports" }).FocusAsync();
        await keys.PressAsync("Enter");
        await lead.Tray().GetByLabel("Find").FocusAsync();
        await keys.TypeAsync("drill 2");
        await lead.Tray().GetByRole(AriaRole.Checkbox, new() { NameRegex = Drill() }).FocusAsync();
        await keys.PressAsync("Space");
        await lead.File("review.txt").GetByLabel("Title").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(lead.Tray().GetByRole(AriaRole.Button, new() { Name = "Done" })).ToBeFocusedAsync();
        await keys.PressAsync("Escape");

        await Expect(lead.Tray()).ToBeHiddenAsync();
        (await EvidenceAsync(portal)).Single(e => e.FileName == "review.txt").Should().Match<EvidenceItem>(e =>
            e.CapturedOn == new DateOnly(2025, 11, 14) && e.Supports.Length == 2);
    }

    [Theory]
    [InlineData("registers/replication", "#row-postgres", "PostgreSQL")]
    [InlineData("gates", "#gate-runbooks", "Runbooks")]
    [InlineData("drills", "#drill-drill-2", "Drill 2")]
    [InlineData("risks", "tr[id^=risk-] >> nth=0", "")]
    [InlineData("items", "tr[id^=item-] >> nth=0", "")]
    [InlineData("evidence", "tr[data-attach-zone] >> nth=0", "nothing chosen yet")]
    [InlineData("evidence", "h1", "nothing chosen yet")]
    public async Task A_file_dropped_on_any_subject_asks_about_it_there(string page, string on, string behind)
    {
        await using var manager = await Person.AtAsync(browser, demo.Portal, "manager");
        await manager.OpenAsync(page);
        await manager.IsLiveAsync();

        await manager.DropAsync(manager.Page.Locator(on), ("note.txt", "A note."));

        await Expect(manager.File("note.txt")).ToBeVisibleAsync();
        await Expect(manager.Tray().Locator("[data-chosen]")).ToContainTextAsync(behind);
    }

    [Fact]
    public async Task After_a_freeze_the_tray_keeps_the_file_and_asks_why_a_better_value_is_right()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "database-lead");
        await lead.OpenAsync("criteria/database-replication");
        await lead.IsLiveAsync();
        await lead.Page.GetByRole(AriaRole.Link, new() { Name = "Attach files" }).ClickAsync();
        await lead.Tray().Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "night.txt", MimeType = "text/plain", Buffer = "p95 3 s"u8.ToArray(),
        });
        var file = lead.File("night.txt");
        await file.Locator("summary").ClickAsync();
        await file.GetByLabel("A value you read in it").SelectOptionAsync("postgres-p95=4.1 s");
        await file.GetByLabel("Value with its unit").FillAsync("3 s");
        await lead.Tray().GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();

        await Expect(file).ToContainTextAsync("Attached as night.txt.");
        await Expect(file).ToContainTextAsync("The value 3 s is not saved");
        await file.GetByLabel("Justification").FillAsync("The night run of the release");
        await NothingIsWrongAsync(lead);
        await lead.Tray().GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        var left = lead.Page.Locator(".attach-badge");
        await Expect(left).ToContainTextAsync("a value is not saved");
        await left.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await file.GetByRole(AriaRole.Button, new() { Name = "Request approval" }).ClickAsync();
        await Expect(file.GetByRole(AriaRole.Status)).ToHaveTextAsync("Asked. The value waits for a second person.");

        await lead.OpenAsync("changes");
        await lead.ReadsAsync("The night run of the release");
        lead.Complaints.Should().BeEmpty();

        await using var ceo = await Person.AtAsync(browser, demo.Portal, "ceo");
        await ceo.OpenAsync("changes");
        await ceo.IsLiveAsync();
        await ceo.ClickAsync("Approve the change");
        await ceo.ReadsAsync("Open night.txt and look for the value, then say that you have");
        await ceo.Page.GetByLabel("I have opened night.txt and found the value there").CheckAsync();
        await ceo.ClickAsync("Approve the change");
        await ceo.ReadsAsync("Approved: the change is made.");
        ceo.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Without_script_the_plain_form_attaches_and_leads_back()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var lead = await Person.AtAsync(browser, portal, "platform-lead", scripts: false);
        await lead.OpenAsync("criteria/runbooks");

        await lead.Page.GetByRole(AriaRole.Link, new() { Name = "Attach files" }).ClickAsync();
        await lead.Page.GetByLabel("Title").FillAsync("Runbook review");
        await lead.Page.GetByLabel("Captured on").FillAsync("2025-11-14");
        await lead.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "review.txt", MimeType = "text/plain", Buffer = "Walked through."u8.ToArray(),
        });
        await lead.ClickAsync("Attach");

        await Expect(lead.Page).ToHaveURLAsync(Runbooks());
        await lead.ReadsAsync("Runbook review");
    }

    private static async Task PasteAsync(Person person) => await person.Page.EvaluateAsync(
        """
        () => {
          const bytes = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg"
                + "YGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="),
            c => c.charCodeAt(0));
          const clipboardData = new DataTransfer();
          clipboardData.items.add(new File([bytes], "image.png", { type: "image/png" }));
          document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }
        """);

    private static async Task SlowDownAsync(Person person, int bytesPerSecond)
    {
        var browserSide = await person.Page.Context.NewCDPSessionAsync(person.Page);
        await browserSide.SendAsync("Network.enable");
        await browserSide.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = bytesPerSecond,
        });
    }

    private static async Task NothingIsWrongAsync(Person person) =>
        (await person.Page.FaultsAsync()).Should().BeEmpty();

    private static async Task<EvidenceItem[]> EvidenceAsync(DemoPortal portal) =>
        [.. (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System))!.Board.Facts.Evidence];

    [GeneratedRegex("drill 2", RegexOptions.IgnoreCase)]
    private static partial Regex Drill();

    [GeneratedRegex(@"/criteria/runbooks\?done=attached$")]
    private static partial Regex Runbooks();
}
