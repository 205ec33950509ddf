using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>What axe looks at.</summary>
public enum AxeRules
{
    /// <summary>All it knows.</summary>
    All,

    /// <summary>What WCAG asks for, up to AA.</summary>
    Wcag,

    /// <summary>Colors alone: all that another color scheme can change.</summary>
    Contrast,

    /// <summary>WCAG without colors: all that another width can change.</summary>
    Layout,
}

/// <summary>Asks axe in the page itself, and only for what is wrong: its full report is slow to make and to carry.
/// </summary>
public static class Axe
{
    private const string Tags =
        "runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }";

    private static readonly string _script = new BundledAxeScriptProvider().GetScript();

    public static async Task<string[]> FaultsAsync(this IPage page, AxeRules rules = AxeRules.All)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(_script);
        }

        return await page.EvaluateAsync<string[]>(
            $$"""
            async () => (await axe.run(document, { resultTypes: ['violations'], {{Options(rules)}} })).violations.map(
                v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)
            """);
    }

    private static string Options(AxeRules rules) => rules switch
    {
        AxeRules.Wcag => Tags,
        AxeRules.Contrast => "runOnly: ['color-contrast']",
        AxeRules.Layout => $"{Tags}, rules: {{ 'color-contrast': {{ enabled: false }} }}",
        _ => "",
    };
}
