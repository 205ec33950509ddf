using ReadinessPortal.Domain.Registers.Sheets;
using static ReadinessPortal.Domain.Figures.Counted;

namespace ReadinessPortal.Web.Registers;

/// <summary>What pasting a block would do, in words.</summary>
internal static class PasteWords
{
    /// <summary><c>3 cells in 2 rows change, 1 row is new</c>.</summary>
    public static string Does(PastePlan plan)
    {
        var rows = plan.Rows.Count(r => r.IsChanged);
        var changed = plan.Changed == 0 ? null
            : $"{Digits(plan.Changed, "cell")} in {Digits(rows, "row")} {(plan.Changed == 1 ? "changes" : "change")}";
        var added = plan.Added == 0 ? null : $"{Digits(plan.Added, "row")} {(plan.Added == 1 ? "is" : "are")} new";
        return string.Join(", ", new[] { changed, added }.OfType<string>()) is { Length: > 0 } does
            ? does : "nothing changes";
    }

    /// <summary>Rows that were found by a name that is written in another way, in one sentence; null where there are
    /// none.</summary>
    public static string? Loosely(PastePlan plan)
    {
        var rows = plan.Loosely.Select(r => $"{r.Title} (line {r.Line})").ToList();
        return rows.Count == 0 ? null
            : $"{Digits(rows.Count, "line")} {(rows.Count == 1 ? "finds its row" : "find their rows")} although spaces "
                + $"or marks in the name are written in another way; the name stays as it is: {List(rows)}.";
    }

    /// <summary>Cells to store that hold line breaks, in one sentence; null where there are none.</summary>
    public static string? Breaks(PastePlan plan)
    {
        var cells = plan.Rows.Sum(r => r.Cells.Count(c => c.IsChange && c.To?.Contains('\n') == true));
        return cells == 0 ? null
            : $"{Digits(cells, "cell")} {(cells == 1 ? "holds" : "hold")} line breaks, which are kept.";
    }

    /// <summary>Rows that stay as they are, in one sentence; null where there are none.</summary>
    public static string? Leaves(PastePlan plan) => (plan.Untouched, plan.Missing) switch
    {
        (0, 0) => null,
        (var same, 0) => $"{Digits(same, "row")} already {(same == 1 ? "says" : "say")} what the block says.",
        (0, var missing) => $"{Missing(missing)}.",
        var (same, missing) => $"{Digits(same, "row")} already {(same == 1 ? "says" : "say")} what the block says; "
            + $"{Missing(missing)}.",
    };

    private static string Missing(int rows) =>
        $"{Digits(rows, "row")} {(rows == 1 ? "is" : "are")} not in the block and {(rows == 1 ? "stays" : "stay")}";
}
