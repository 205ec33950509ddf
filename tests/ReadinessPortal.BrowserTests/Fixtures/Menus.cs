using Microsoft.Playwright;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>What is done with one row, through its menu.</summary>
public static class Menus
{
    /// <summary>The button that opens the menu of the first row called so.</summary>
    public static ILocator MenuOf(this Person person, string row) =>
        person.Page.GetByRole(AriaRole.Button, new() { Name = $"Actions for {row}" }).First;

    /// <summary>Chooses something in the menu of the first row called so.</summary>
    public static Task ActAsync(this Person person, string row, string act) =>
        person.ActAsync(person.MenuOf(row), act);

    public static async Task ActAsync(this Person person, ILocator menu, string act)
    {
        await menu.ClickAsync();
        await person.Chosen(act).ClickAsync();
    }

    /// <summary>The same with the keyboard alone.</summary>
    public static async Task PressActAsync(this Person person, string row, string act)
    {
        await person.PressAsync(person.MenuOf(row));
        await person.PressAsync(person.Chosen(act));
    }

    private static ILocator Chosen(this Person person, string act) =>
        person.Page.Locator(".choices:popover-open").GetByText(act).First;
}
