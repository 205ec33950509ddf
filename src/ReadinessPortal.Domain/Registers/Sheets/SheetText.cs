using System.Collections.Immutable;
using System.Text;

namespace ReadinessPortal.Domain.Registers.Sheets;

/// <summary>
/// Blocks of cells as text: separated by tabs as spreadsheets put them on the clipboard, or by commas or semicolons as
/// in RFC 4180. Nothing is refused: what is no well-formed quotation is read as it stands.
/// </summary>
public static class SheetText
{
    public const char Tab = '\t';

    /// <summary>Lines as long as they are; a line break at the end begins no line.</summary>
    /// <remarks>
    /// Between tabs, a spreadsheet quotes a cell only when it has to, so <c>"five"</c> there means the quotes too; in
    /// comma-separated text every quoted cell is unwrapped.
    /// </remarks>
    public static ImmutableArray<ImmutableArray<string>> Read(string text, char separator)
    {
        var at = text.StartsWith('\ufeff') ? 1 : 0;
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (at < text.Length)
        {
            var line = ImmutableArray.CreateBuilder<string>();
            do
            {
                line.Add(Cell(text, separator, ref at));
            }
            while (at < text.Length && text[at++] == separator);

            // The line ended at text[at - 1], or the text did.
            at += at < text.Length && text[at - 1] == '\r' && text[at] == '\n' ? 1 : 0;
            lines.Add(line.ToImmutable());
        }

        return lines.ToImmutable();
    }

    /// <summary>Lines end as RFC 4180 has it; quoted is what has to be.</summary>
    public static string Write(IEnumerable<IReadOnlyList<string>> lines, char separator)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            // An empty line would read as no cell at all.
            text.AppendJoin(
                separator, line.Select(c => line.Count == 1 && c.Length == 0 ? "\"\"" : Quoted(c, separator)));
            text.Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(string text, char separator, ref int at)
    {
        if (at < text.Length && text[at] == '"' && Quotation(text, separator, at) is var (cell, end))
        {
            at = end;
            return cell;
        }

        var start = at;
        while (at < text.Length && !Ends(text[at], separator))
        {
            at++;
        }

        return text[start..at];
    }

    private static (string Cell, int End)? Quotation(string text, char separator, int at)
    {
        var cell = new StringBuilder();
        var isNeeded = separator != Tab;
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                isNeeded |= Ends(text[i], separator);
                cell.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                isNeeded = true;
                cell.Append(text[i++]);
            }
            else
            {
                var isClosed = i + 1 == text.Length || Ends(text[i + 1], separator);
                return isClosed && isNeeded ? (cell.ToString(), i + 1) : null;
            }
        }

        return null;
    }

    private static string Quoted(string cell, char separator) =>
        cell.Any(c => c == '"' || Ends(c, separator))
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    private static bool Ends(char letter, char separator) => letter == separator || letter is '\r' or '\n';
}
