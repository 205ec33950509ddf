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

    /// <summary>What Tab gets to and does not show it: no outline, or not to be seen itself.</summary>
    public static async Task<string[]> WithoutFocusRingAsync(this Person person)
    {
        await person.Page.Keyboard.PressAsync("Tab"); // from now on a focus is one of the keyboard
        return await person.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll(
                "a[href], button:not(:disabled), summary, input, select, textarea, [tabindex='0']")]
              .filter(e => e.checkVisibility() && !e.matches(".mud-input-slot"))
              .filter(e => {
                e.focus({ preventScroll: true });
                const style = getComputedStyle(e);
                return document.activeElement === e
                  && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0 || style.opacity === "0");
              })
              .map(e => `the focus is not seen on ${e.outerHTML.slice(0, 120)}`)
            """);
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
