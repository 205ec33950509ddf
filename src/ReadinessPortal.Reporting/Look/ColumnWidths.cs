namespace ReadinessPortal.Reporting.Look;

/// <summary>
/// Widths by what the cells hold: no column is narrower than its longest word, and what is left goes to those whose
/// text would have to wrap. Where that is more than the page has, words give way before figures.
/// </summary>
internal static class ColumnWidths
{
    private const float Room = 499;
    private const float MarkWidth = 11;

    // Letters that stand together are sometimes set a hair wider than they are.
    private const float Kerning = 0.3f;

    // A column of prose asks for no more than this, or it would take the place of all others.
    private const float Enough = 280;

    // A few short words, a date or a quarter look broken on two lines.
    private const int Short = 12;

    // A column without a figure still shows the beginning of a word.
    private const float Narrowest = 34;

    public static float[] Of(IReadOnlyList<GridColumn> columns, IReadOnlyList<GridCell[]> rows)
    {
        var (figures, least, wished) =
            (new float[columns.Count], new float[columns.Count], new float[columns.Count]);
        var weights = columns.Sum(c => c.Weight);
        for (var i = 0; i < columns.Count; i++)
        {
            var cells = rows.Select(r => r[i]).ToList();
            var around = Kerning + columns[i].Gap + (cells.Any(c => c.Mark != StatusMark.None) ? MarkWidth : 0);
            var texts = cells.SelectMany(c => new[] { c.Text, c.Note }).OfType<string>().Append(columns[i].Title)
                .ToList();
            figures[i] = around + Math.Max(Narrowest, texts.Max(TextWidth.LeastOfFigures));
            least[i] = around + texts.Max(t => t.Length <= Short ? TextWidth.Of(t) : TextWidth.LeastOf(t));
            wished[i] = Math.Max(least[i], weights > 0
                ? Room * columns[i].Weight / weights
                : Math.Min(Enough, around + texts.Max(TextWidth.Of)));
            figures[i] = Math.Min(figures[i], least[i]);
        }

        return least.Sum() < Room ? Between(least, wished) : Between(figures, least);
    }

    /// <summary>
    /// What the widest word of each column needs, together: with more than the page has, the table does not fit.
    /// </summary>
    public static float LeastOf(IReadOnlyList<GridColumn> columns, IReadOnlyList<GridCell[]> rows) =>
        columns.Select((column, i) => column.Gap + rows
            .Select(r => TextWidth.LeastOf(r[i].Text) + (r[i].Mark != StatusMark.None ? MarkWidth : 0))
            .Append(TextWidth.LeastOf(column.Title)).Max()).Sum();

    private static float[] Between(float[] least, float[] wished)
    {
        var (left, wanting) = (Room - least.Sum(), wished.Sum() - least.Sum());
        return wanting <= left ? wished
            : left <= 0 ? least
            : [.. least.Select((width, i) => width + ((wished[i] - width) * left / wanting))];
    }
}
