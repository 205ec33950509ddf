namespace ReadinessPortal.Reporting.Look;

/// <summary>
/// Widths by what the cells hold: no column is narrower than its longest word, and what is left goes to those whose
/// text would have to wrap. Where that is more than the page has, words give way before figures.
/// </summary>
internal static class ColumnWidths
{
    // A word that is longer, a path or a hash, is broken rather than given its width.
    private const float LongestWord = 130;

    private const float MarkWidth = 11;

    // Letters that stand together are sometimes set a hair wider than they are.
    private const float Kerning = 0.3f;

    // A column of prose asks for no more than this, or it would take the place of all others.
    private const float Enough = 280;

    // A few short words, a date or a quarter look broken on two lines.
    private const int FewCharacters = 12;

    // A column without a figure still shows the beginning of a word.
    private const float Narrowest = 34;

    /// <param name="room">Width of the table, in points at full size.</param>
    public static float[] Of(IReadOnlyList<GridColumn> columns, IReadOnlyList<GridCell[]> rows, float room)
    {
        var weights = columns.Sum(c => c.Weight);
        var least = Least(columns, rows);
        var figures = columns.Select((column, i) => Math.Min(
            least[i],
            Around(column, rows, i) + Math.Max(Narrowest, Texts(column, rows, i).Max(TextWidth.LeastOfFigures))))
            .ToArray();
        var wished = columns.Select((column, i) => Math.Max(least[i], weights > 0
            ? room * column.Weight / weights
            : Math.Min(Enough, Around(column, rows, i) + Texts(column, rows, i).Max(TextWidth.Of)))).ToArray();
        return least.Sum() < room ? Between(least, wished, room) : Between(figures, least, room);
    }

    /// <summary>What each column needs so that no word in it is broken, in points at full size: with more than the
    /// page has together, the table does not fit it.</summary>
    public static float[] Least(IReadOnlyList<GridColumn> columns, IReadOnlyList<GridCell[]> rows) =>
    [
        .. columns.Select((column, i) => Around(column, rows, i) + Math.Min(LongestWord, Texts(column, rows, i)
            .Max(text => text.Length <= FewCharacters ? TextWidth.Of(text) : TextWidth.LeastOf(text)))),
    ];

    private static float Around(GridColumn column, IReadOnlyList<GridCell[]> rows, int index) =>
        Kerning + column.Gap + (rows.Any(r => r[index].Mark != StatusMark.None) ? MarkWidth : 0);

    private static IEnumerable<string> Texts(GridColumn column, IReadOnlyList<GridCell[]> rows, int index) =>
        rows.SelectMany(r => new[] { r[index].Text, r[index].Note }).OfType<string>().Append(column.Title);

    private static float[] Between(float[] least, float[] wished, float room)
    {
        var (left, wanting) = (room - least.Sum(), wished.Sum() - least.Sum());
        return wanting <= left ? wished
            : left <= 0 ? least
            : [.. least.Select((width, i) => width + ((wished[i] - width) * left / wanting))];
    }
}
