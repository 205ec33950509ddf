using Microsoft.Playwright;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>
/// The same acts with the keyboard alone: Tab to get there, arrows among choices, Enter or Space to act.
/// </summary>
public static class Keyboard
{
    private const int MostTabs = 250;

    /// <summary>Presses Tab until the element has the focus.</summary>
    public static async Task TabToAsync(this Person person, ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var i = 0; i < MostTabs; i++)
        {
            if (await HasFocusAsync(target))
            {
                return;
            }

            await person.Page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"Tab does not get to {target}.");
    }

    public static async Task PressAsync(this Person person, ILocator target, string key = "Enter")
    {
        await person.TabToAsync(target);
        await person.Page.Keyboard.PressAsync(key);
    }

    public static async Task TypeAsync(this Person person, ILocator target, string text)
    {
        await person.TabToAsync(target);
        await person.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Chooses one of several: Tab stops at the first, arrows go on from there.</summary>
    public static async Task ChooseAsync(this Person person, ILocator choices, ILocator choice)
    {
        await person.PressAsync(choices.First, "Space");
        for (var i = 0; i < await choices.CountAsync() && !await choice.IsCheckedAsync(); i++)
        {
            await person.Page.Keyboard.PressAsync("ArrowDown");
        }

        await Assertions.Expect(choice).ToBeCheckedAsync();
    }

    private static Task<bool> HasFocusAsync(ILocator target) =>
        target.EvaluateAsync<bool>("element => element === document.activeElement");
}
