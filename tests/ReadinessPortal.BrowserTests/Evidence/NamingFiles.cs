using Microsoft.Playwright;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Members;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Evidence;

/// <summary>Files as they lie on a disk, sent and fetched by a browser that escapes names in its own way.</summary>
public sealed class NamingFiles(PortalBrowser browser, OnePortal one)
    : IClassFixture<PortalBrowser>, IClassFixture<OnePortal>, IDisposable
{
    private const string Odd = "100%22 & 50 % of größe — \"ü\"; a\\b.log";

    private static readonly string _long = $"{new string('x', 120)}{new string('W', 131)}.log";

    private static readonly string[] _subjects =
        ["criterion:load-testing", "drill:drill-1", "registerRow:replication/postgres"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("named-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_right_name_arrives_and_comes_back_or_its_character_is_named()
    {
        await using var lead = await Person.AtAsync(browser, one.Portal, "qa-lead", 390);
        await lead.OpenAsync("criteria/load-testing");
        await lead.IsLiveAsync();

        await lead.Page.GetByRole(AriaRole.Link, new() { Name = "Attach files" }).ClickAsync();
        await lead.Tray().Locator("input[type=file]")
            .SetInputFilesAsync([Put(Odd), Put(_long), Put("line\nbreak.log"), Put("tab\tbed.txt")]);
        await lead.ClickAsync("Attach 4 files");

        await Expect(lead.Tray().GetByRole(AriaRole.Status))
            .ToHaveTextAsync("2 attached, 2 not attached");
        await Expect(lead.File("break.log")).ToContainTextAsync("holds line feed (U+000A) at position 5. Rename");
        await Expect(lead.File("bed.txt")).ToContainTextAsync("holds tab (U+0009) at position 4. Rename");
        await FitsAsync(lead, "the tray");
        var view = await one.Portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System);
        var kept = view!.Board.Facts.Evidence;
        foreach (var name in new[] { Odd, _long })
        {
            await lead.OpenAsync($"evidence/{kept.Should().ContainSingle(e => e.FileName == name).Subject.Key}");
            var download = lead.Page.GetByRole(AriaRole.Link, new() { Name = "Download" });
            var file = await lead.Page.RunAndWaitForDownloadAsync(() => download.ClickAsync());
            file.SuggestedFilename.Should().Be(AsSaved(name));
            (await File.ReadAllTextAsync(await file.PathAsync())).Should().Be(name);
        }
    }

    [Fact]
    public async Task The_longest_name_fits_every_page_that_it_stands_on()
    {
        await using var manager = await Person.AtAsync(browser, one.Portal, "manager", 390);
        var upload = new EvidenceUpload(new MemoryStream([1]), $"{new string('M', 251)}.log", null, EvidenceClass.Load,
            null, [.. _subjects.Select(t => SubjectRef.Parse(t))],
            Measured: new("load-testing", "Errors", IsNew: true, null, "0"));
        var outcome = await one.Portal.Get<AttachEvidence>()
            .RunAsync(DemoPortal.Launch, upload, await one.Portal.ViewerAsync("manager"));
        var key = outcome.Should().BeOfType<Outcome.Done>().Which.Key;

        foreach (var page in new[]
        {
            "", "criteria/load-testing", "evidence", $"evidence/{key}", "drills", "registers/replication", "audit",
        })
        {
            await manager.OpenAsync(page);
            await Expect(manager.Page.Locator("h1").First).ToBeVisibleAsync();
            await FitsAsync(manager, page);
        }
    }

    private string Put(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, name);
        return path;
    }

    // Chromium saves nothing under a name that Windows could not have.
    private static string AsSaved(string name) => name.Replace('"', '_').Replace('\\', '_');

    private static async Task FitsAsync(Person person, string where)
    {
        foreach (var width in new[] { 1440, 390 })
        {
            await person.Page.SetViewportSizeAsync(width, 844);
            (await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"))
                .Should().BeLessOrEqualTo(width, $"{where} fits the screen");
        }
    }
}
