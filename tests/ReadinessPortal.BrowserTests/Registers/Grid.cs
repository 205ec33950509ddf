using Microsoft.Playwright;
using ReadinessPortal.BrowserTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Registers;

/// <summary>A register in a browser, in the words of who sits before it.</summary>
internal static class Grid
{
    public static async Task OpenRegisterAsync(this Person person, string register)
    {
        await person.OpenAsync($"registers/{register}");
        await Expect(person.Page.Locator("tbody [tabindex='0']")) // the script has taken over
            .ToHaveCountAsync(1);
        await person.IsLiveAsync();
    }

    public static ILocator Cell(this Person person, string row, int column) =>
        person.Page.Locator($"[id='row-{row}'] > *").Nth(column);

    public static ILocator Focused(this Person person) => person.Page.Locator("tbody tr > :focus");

    public static async Task PressAsync(this Person person, params string[] keys)
    {
        foreach (var key in keys)
        {
            await person.Page.Keyboard.PressAsync(key);
        }
    }

    public static Task TypeAsync(this Person person, string text) => person.Page.Keyboard.TypeAsync(text);

    public static async Task CopyElsewhereAsync(this Person person, string text)
    {
        await person.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await person.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
    }

    public static Task<string> CopiedAsync(this Person person) =>
        person.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
}
