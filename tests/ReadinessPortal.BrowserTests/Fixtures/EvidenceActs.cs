using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>How people attach evidence, in their words.</summary>
public static class EvidenceActs
{
    /// <summary>The dialog that takes files.</summary>
    public static ILocator Tray(this Person person) => person.Page.GetByRole(AriaRole.Dialog);

    /// <summary>The part of the dialog that asks about one file.</summary>
    public static ILocator File(this Person person, string name) =>
        person.Tray().GetByRole(AriaRole.Listitem).Filter(new() { HasText = name });

    /// <summary>Picks one file on the page of a subject, says what is asked and attaches it.</summary>
    public static async Task AttachAsync(
        this Person person, string name, string content, string title, DateOnly? captured)
    {
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Attach files" }).ClickAsync();
        await person.Tray().Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(content),
        });
        var file = person.File(name);
        await file.GetByLabel("Title").FillAsync(title);
        await file.GetByLabel("Captured on").FillAsync(captured?.ToString("yyyy-MM-dd", null) ?? "");
        await person.Tray().GetByRole(AriaRole.Button, new() { Name = "Attach", Exact = true }).ClickAsync();
        await Expect(person.Tray().GetByText($"Attached as {title}.")).ToBeVisibleAsync();
        await person.Tray().GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
    }

    /// <summary>Drops files on an element, as from a folder.</summary>
    public static async Task DropAsync(this Person person, ILocator on, params (string Name, string Content)[] files)
    {
        var transfer = await person.Page.EvaluateHandleAsync(
            """
            files => {
              const transfer = new DataTransfer();
              for (const [name, content] of files) {
                transfer.items.add(new File([content], name, { type: "text/plain" }));
              }
              return transfer;
            }
            """, files.Select(f => new[] { f.Name, f.Content }).ToArray());
        foreach (var step in new[] { "dragenter", "dragover", "drop" })
        {
            await on.DispatchEventAsync(step, new { dataTransfer = transfer });
        }
    }
}
