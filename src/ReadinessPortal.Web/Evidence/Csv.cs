using System.Collections.Immutable;
using System.Text;

namespace ReadinessPortal.Web.Evidence;

/// <summary>
/// Reads comma-separated text leniently, to be looked at: quotes as RFC 4180, everything else as it stands.
/// </summary>
public static class Csv
{
    public const int MostRows = 200;
    private const int MostColumns = 40;

    public static ImmutableArray<ImmutableArray<string>> Read(string text)
    {
        var separator = Separator(text);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var row = ImmutableArray.CreateBuilder<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length && rows.Count < MostRows; i++)
        {
            var letter = text[i];
            if (isQuoted)
            {
                var isEscaped = letter == '"' && i + 1 < text.Length && text[i + 1] == '"';
                isQuoted = letter != '"' || isEscaped;
                if (isQuoted)
                {
                    cell.Append(letter);
                    i += isEscaped ? 1 : 0;
                }
            }
            else if (letter == '"' && cell.Length == 0)
            {
                isQuoted = true;
            }
            else if (letter == separator)
            {
                EndCell();
            }
            else if (letter == '\n')
            {
                EndRow();
            }
            else if (letter != '\r')
            {
                cell.Append(letter);
            }
        }

        if (rows.Count < MostRows)
        {
            EndRow();
        }

        return rows.ToImmutable();

        void EndCell()
        {
            if (row.Count < MostColumns)
            {
                row.Add(cell.ToString());
            }

            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            if (row.Count > 1 || row[0].Length > 0)
            {
                rows.Add(row.ToImmutable());
            }

            row.Clear();
        }
    }

    private static char Separator(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        return first.Count(c => c == ';') > first.Count(c => c == ',') ? ';'
            : first.Contains('\t', StringComparison.Ordinal) && !first.Contains(',', StringComparison.Ordinal) ? '\t'
            : ',';
    }
}
