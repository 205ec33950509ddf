using ReadinessPortal.Application;

namespace ReadinessPortal.Web.Registers;

/// <summary>
/// The rows of a register that are on the page. While it is shown a page keeps its rows, whatever comes, goes or moves
/// elsewhere in the register: nobody's row leaves the page while they are at it.
/// </summary>
public sealed class GridPage
{
    /// <summary>Most rows that a page begins with; it has twice as many before it lets go of one.</summary>
    public const int Size = 100;

    private int _turned;

    public IReadOnlyList<GridRow> Rows { get; private set; } = [];

    /// <summary>How many rows stand before them.</summary>
    public int First { get; private set; }

    /// <summary>Which page of all rows was asked for.</summary>
    public Paging Of { get; private set; } = new(0, Size, 1);

    /// <summary>Shows a page, or goes on showing it as the rows are now.</summary>
    /// <param name="page">From 1; asked for again it keeps its rows.</param>
    public void Follow(IReadOnlyList<GridRow> all, int page)
    {
        Of = new(all.Count, Size, page);
        var stays = page == _turned ? Staying(all) : [];
        var first = page == 1 || stays is [] ? Of.Before : stays[0];
        var end = Math.Max(first + Size, stays is [] ? 0 : stays[^1] + 1);
        Rows = [.. all.Skip(first).Take(end - first)];
        First = first;
        _turned = page;
    }

    // Places of what is shown now, without what was moved far away from the rest.
    private List<int> Staying(IReadOnlyList<GridRow> all)
    {
        var shown = Rows.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var places = all.Index().Where(r => shown.Contains(r.Item.Id)).Select(r => r.Index).ToList();
        return places.FindAll(p => Math.Abs(p - places[places.Count / 2]) <= Size);
    }
}
