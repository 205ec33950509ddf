using Microsoft.Playwright;
using ReadinessPortal.Application.Members;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Mails;
using ReadinessPortal.Web.Mails.Words;

namespace ReadinessPortal.BrowserTests.Mails;

/// <summary>Every kind of letter in every language, as wide as a mail program shows it and as narrow as a phone, light
/// and dark: nothing is cut, nothing sticks out, and axe has nothing to complain of.</summary>
public sealed class EveryLetter(PortalBrowser browser, FrozenDemo demo)
    : IClassFixture<PortalBrowser>, IClassFixture<FrozenDemo>
{
    private const int Wide = 600;
    private const int Phone = 390;

    // Texts that leave their card or their button, and a page that is wider than the screen.
    private const string Faults = """
        () => {
          const out = [], wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
          if (wide > 0) { out.push(`${wide} pixels too wide`); }
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text = walker.nextNode(); text; text = walker.nextNode()) {
            const box = text.parentElement.closest("a.go, ul, td")?.getBoundingClientRect();
            if (!box || !text.data.trim()) { continue; }
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const line of range.getClientRects()) {
              if (line.right > box.right + 1 || line.left < box.left - 1 || line.bottom > box.bottom + 1) {
                out.push(`"${text.data.trim().slice(0, 60)}" sticks out`);
                break;
              }
            }
          }
          const button = document.querySelector("td.go > a");
          if (!button?.innerText.trim() || button.scrollWidth > button.clientWidth) { out.push("no whole button"); }
          return out;
        }
        """;

    private static readonly Uri _home = new("https://readiness.example.org");

    public static TheoryData<MailLanguage> Languages => [.. Enum.GetValues<MailLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Is_accessible_and_fits(MailLanguage language)
    {
        var page = (await browser.VisitorAsync(demo.Portal, null)).Page;
        await page.GotoAsync("about:blank"); // no policy of the portal's stands over a mail
        var words = LetterWords.In(language);
        var letters = LetterSamples.All.Select(s => (Name: $"{s}", All: (Letter[])[s.In(words)])).ToList();
        letters.Add(("digest", [.. LetterSamples.All.Where(s => s.IsChosen).Select(s => s.In(words))]));
        var faults = new List<string>();
        foreach (var (name, all) in letters)
        {
            var subject = all.Length == 1 ? all[0].Subject : words.Digest(all.Length);
            await page.SetContentAsync(LetterHtml.Of(words, subject, all, _home));
            foreach (var width in new[] { Wide, Phone })
            {
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await page.SetViewportSizeAsync(width, 844);
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    await Screenshots.TakeAsync(page, $"mail {words.Tag} {name}", width, scheme);
                    faults.AddRange((await FaultsAsync(page, width, scheme))
                        .Select(f => $"{name} at {width}, {scheme}: {f}"));
                }
            }
        }

        faults.Should().BeEmpty();
    }

    // Widths and colors do not change each other's faults.
    private static async Task<IEnumerable<string>> FaultsAsync(IPage page, int width, ColorScheme scheme) =>
    [
        .. await page.EvaluateAsync<string[]>(Faults),
        .. (width, scheme) switch
        {
            (Wide, ColorScheme.Light) => await page.FaultsAsync(AxeRules.Wcag),
            (Phone, ColorScheme.Light) => await page.FaultsAsync(AxeRules.Layout),
            (Wide, _) => await page.FaultsAsync(AxeRules.Contrast),
            _ => [],
        },
    ];
}
