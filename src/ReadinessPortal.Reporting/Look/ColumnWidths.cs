using System.Text.RegularExpressions;

namespace ReadinessPortal.Reporting.Look;

/// <summary>
/// Widths by what the cells hold: no column is narrower than its longest word, and what is left goes to those whose
/// text would have to wrap. Estimated from the letters, because no engine says how wide a text is.
/// </summary>
internal static partial class ColumnWidths
{
    // A word that is longer, a path or a hash, is broken rather than given its width.
    private const float LongestWord = 130;

    private const float MarkWidth = 11;

    // A column of prose asks for no more than this, or it would take the place of all others.
    private const float Enough = 280;

    // A few short words, a date or a quarter look broken on two lines.
    private const int Short = 12;

    /// <param name="room">Width of the table, in points at full size.</param>
    public static float[] Of(IReadOnlyList<GridColumn> columns, IReadOnlyList<GridCell[]> rows, float room)
    {
        var least = Least(columns, rows);
        var wished = columns.Select((column, i) => Math.Max(
            least[i], Math.Min(Enough, Around(column, rows, i) + Texts(column, rows, i).Max(Width)))).ToArray();
        var left = room - least.Sum();
        var wanting = wished.Sum() - least.Sum();
        return left <= 0 || wanting <= left
            ? wished
            : [.. least.Select((width, i) => width + ((wished[i] - width) * left / wanting))];
    }

    /// <summary>What each column needs so that no word in it is broken, in points at full size.</summary>
    public static float[] Least(IReadOnlyList<GridColumn> columns, IReadOnlyList<GridCell[]> rows) =>
    [
        .. columns.Select((column, i) => Around(column, rows, i)
            + Math.Min(LongestWord, Texts(column, rows, i).SelectMany(Words).Max(Width))),
    ];

    private static float Around(GridColumn column, IReadOnlyList<GridCell[]> rows, int index) =>
        column.Gap + (rows.Any(r => r[index].Mark != StatusMark.None) ? MarkWidth : 0);

    private static IEnumerable<string> Texts(GridColumn column, IReadOnlyList<GridCell[]> rows, int index) =>
        rows.SelectMany(r => new[] { r[index].Text, r[index].Note }).OfType<string>().Append(column.Title);

    // In points at the size of a table, a little wide because some cells are bold.
    private static float Width(string text) => text.Sum(c => c switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '|' or '\'' or ' ' => 2.6f,
        'f' or 'r' or 't' or '(' or ')' or '-' or '/' => 3.4f,
        'm' or 'w' or 'M' or 'W' or '%' or '@' => 7.6f,
        >= 'A' and <= 'Z' => 5.5f,
        _ => 4.9f,
    });

    private static string[] Words(string text) => text.Length <= Short ? [text] : Breaks().Split(text);

    // Where the engine may end a line: not between a figure and its unit, nor inside a date.
    [GeneratedRegex(
        @"(?<!\d|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)) |(?<=\d) (?!%|\w{1,3}\b)|(?<=[/_-])(?=\p{L})|\n",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Breaks();
}
