using System.Globalization;
using System.Text;

namespace ReadinessPortal.Readings.Text;

/// <summary>Rows of comma-separated values (RFC 4180), one at a time: fields in quotes may hold separators, line
/// breaks and doubled quotes.</summary>
internal sealed class Csv(TextReader text, char separator, int firstLine = 1)
{
    /// <summary>Longer fields are cut: no figure is that long, and a quote that is never closed ends here.</summary>
    private const int LongestField = 1 << 20;

    private static readonly char[] _separators = [',', ';', '\t'];

    private readonly StringBuilder _field = new();
    private int _line = firstLine;

    /// <summary>The line, counted from 1, that the last row began in.</summary>
    public int Line { get; private set; }

    /// <summary>The separator that the header's line uses most, of comma, semicolon and tab.</summary>
    public static char SeparatorOf(string header) =>
        _separators.MaxBy(c => header.Count(h => h == c));

    /// <summary>Fills <paramref name="row"/> with the next row that is not blank, or answers false at the
    /// end.</summary>
    public bool Next(List<string> row)
    {
        while (text.Peek() >= 0)
        {
            Line = _line;
            row.Clear();
            while (Field(row))
            {
            }

            if (row is not [""])
            {
                return true;
            }
        }

        return false;
    }

    // Reads one field; false when it was the last of its row.
    private bool Field(List<string> row)
    {
        _field.Clear();
        var quoted = text.Peek() == '"';
        if (quoted)
        {
            text.Read();
            Quoted();
        }

        while (true)
        {
            var next = text.Read();
            if (next == separator)
            {
                row.Add(_field.ToString());
                return true;
            }

            if (next is '\r' && text.Peek() == '\n')
            {
                continue;
            }

            if (next is '\n' or '\r' or < 0)
            {
                _line++;
                row.Add(_field.ToString());
                return false;
            }

            Keep((char)next);
        }
    }

    private void Quoted()
    {
        while (true)
        {
            var next = text.Read();
            if (next < 0)
            {
                throw new UnreadableEvidenceException(string.Create(CultureInfo.InvariantCulture,
                    $"The row that begins in line {Line} has a quote that is never closed. ")
                    + "The file was cut short: produce it again.");
            }

            if (next == '"')
            {
                if (text.Peek() != '"')
                {
                    return;
                }

                text.Read();
            }

            if (next == '\n')
            {
                _line++;
            }

            Keep((char)next);
        }
    }

    private void Keep(char character)
    {
        if (_field.Length < LongestField)
        {
            _field.Append(character);
        }
    }
}
