using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.Domain.Facts;

namespace ReadinessPortal.BrowserTests.Pages;

/// <summary>Whatever a package can carry is added on some page, and edited, moved and archived on one.</summary>
public sealed class EveryKindOfFact(PortalBrowser browser, FrozenDemo demo)
    : IClassFixture<PortalBrowser>, IClassFixture<FrozenDemo>
{
    private const string OfRegisters = "registers";

    private static readonly string[] _pages =
    [
        "criteria", "criteria/e2e-tests", "gates", "drills", "items", "risks", "narrative", "figures",
        "figures/pass-rate", "findings", "evidence", "evidence/e2e-test-results", "settings", "",
    ];

    [Fact]
    public async Task Has_a_place_where_it_is_added_and_one_where_it_is_edited()
    {
        var manager = await browser.VisitorAsync(demo.Portal, "manager");
        var added = new HashSet<string>(StringComparer.Ordinal);
        var edited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in _pages)
        {
            await manager.OpenAsync(page);
            await manager.IsLiveAsync();
            added.UnionWith(await ValuesAsync(manager, "data-adds"));
            edited.UnionWith(await ValuesAsync(manager, "data-edits"));
        }

        // Registers have a grid of their own, and tests of it.
        var kinds = FactKinds.All.Select(k => k.Lists).Where(l => l.Split('/')[0] != OfRegisters).ToList();
        kinds.Where(k => k.Length > 0).Except(added).Should().BeEmpty("each of them is added somewhere");
        kinds.Except([.. edited, "categories/scores"]).Should().BeEmpty("each but a given score is edited somewhere");
    }

    private static async Task<string[]> ValuesAsync(Person person, string attribute) =>
        await person.Page.EvaluateAsync<string[]>(
            "name => [...document.querySelectorAll(`[${name}]`)].map(e => e.getAttribute(name))", attribute);
}
