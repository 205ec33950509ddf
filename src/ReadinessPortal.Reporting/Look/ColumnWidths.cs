using System.Text.RegularExpressions;

namespace ReadinessPortal.Reporting.Look;

/// <summary>
/// Widths by what the cells hold: no column is narrower than its longest word, and what is left goes to those whose
/// text would have to wrap. Estimated from the letters, because no engine says how wide a text is.
/// </summary>
internal static partial class ColumnWidths
{
    private const float Room = 499;
    private const float MarkWidth = 11;

    // A column of prose asks for no more than this, or it would take the place of all others.
    private const float Enough = 280;

    // A few short words, a date or a quarter look broken on two lines.
    private const int Short = 12;

    public static float[] Of(IReadOnlyList<GridColumn> columns, IReadOnlyList<GridCell[]> rows)
    {
        var (least, wished) = (new float[columns.Count], new float[columns.Count]);
        for (var i = 0; i < columns.Count; i++)
        {
            var cells = rows.Select(r => r[i]).ToList();
            var around = columns[i].Gap + (cells.Any(c => c.Mark != StatusMark.None) ? MarkWidth : 0);
            var texts = cells.SelectMany(c => new[] { c.Text, c.Note }).OfType<string>().Append(columns[i].Title)
                .ToList();
            least[i] = around + texts.SelectMany(Words).Max(Width);
            wished[i] = Math.Max(least[i], Math.Min(Enough, around + texts.Max(Width)));
        }

        var left = Room - least.Sum();
        var wanting = wished.Sum() - least.Sum();
        return left <= 0 || wanting <= left
            ? wished
            : [.. least.Select((width, i) => width + ((wished[i] - width) * left / wanting))];
    }

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
