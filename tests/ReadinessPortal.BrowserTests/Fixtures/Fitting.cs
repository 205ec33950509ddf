using Microsoft.Playwright;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>Whether texts stay where they belong, however narrow the screen is.</summary>
public static class Fitting
{
    /// <summary>Texts that stick out of their card or of the page, without anything to scroll them by.</summary>
    public static async Task<IReadOnlyList<string>> StickingOutAsync(this IPage page) =>
        await page.EvaluateAsync<string[]>(
            """
            () => {
              const scrolls = e => !!e && (["auto", "scroll"].includes(getComputedStyle(e).overflowX)
                || scrolls(e.parentElement));
              const out = [], walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
              for (let text = walker.nextNode(); text; text = walker.nextNode()) {
                const of = text.parentElement;
                if (!text.data.trim() || !of.checkVisibility({ visibilityProperty: true })
                  || of.closest(".sr, svg, option, [popover]") || scrolls(of)) { continue; }
                const range = document.createRange();
                range.selectNodeContents(text);
                const box = of.closest(".card, .verdict, .banner, main").getBoundingClientRect();
                const far = Math.max(...[...range.getClientRects()].map(r => r.right)) - box.right;
                if (far > 1) { out.push(`"${text.data.trim().slice(0, 60)}" sticks out by ${Math.round(far)} pixels`); }
              }
              return out;
            }
            """);
}
