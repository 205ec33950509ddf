using Microsoft.Playwright;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>Pictures of pages for people to look at, where PORTAL_SCREENSHOTS names a folder.</summary>
public static class Screenshots
{
    private static readonly string? _folder = Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS");

    /// <summary>One step of a journey, whose texts stay within their cards.</summary>
    public static async Task LookAsync(this Person person, string step, int width)
    {
        await TakeAsync(person.Page, $"journey-{step}", width, ColorScheme.Light);
        (await person.Page.StickingOutAsync()).Should().BeEmpty($"this is {step} on a screen of {width}");
    }

    public static async Task TakeAsync(IPage page, string path, int width, ColorScheme scheme)
    {
        if (string.IsNullOrEmpty(_folder))
        {
            return;
        }

        var name = path.Trim('/', ' ').Replace('/', '-').Replace(' ', '-');
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(
                _folder, $"{(name.Length > 0 ? name : "launches")}-{width}-{scheme.ToString().ToLowerInvariant()}.png"),
            FullPage = true,
        });
    }
}
