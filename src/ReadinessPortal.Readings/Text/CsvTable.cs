using System.Globalization;

namespace ReadinessPortal.Readings.Text;

/// <summary>Rows of comma-separated values under a header; columns are found by name, without regard to case.</summary>
internal sealed class CsvTable
{
    private readonly Csv _csv;
    private readonly List<string> _row = [];
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _width;

    private CsvTable(Csv csv, List<string> header)
    {
        _csv = csv;
        _width = header.Count;
        foreach (var (at, name) in header.Index())
        {
            _columns.TryAdd(name.Trim(), at);
        }
    }

    /// <summary>Takes the first line that is not blank as the header, separated by whatever it uses most.</summary>
    public static CsvTable Open(TextReader text)
    {
        var (line, before) = ("", 0);
        while (string.IsNullOrWhiteSpace(line) && text.ReadLine() is { } next)
        {
            (line, before) = (next, before + 1);
        }

        var separator = Csv.SeparatorOf(line);
        List<string> header = [];
        new Csv(new StringReader(line), separator).Next(header);
        return new CsvTable(new Csv(text, separator, before + 1), header);
    }

    public bool Next()
    {
        if (!_csv.Next(_row))
        {
            return false;
        }

        return _row.Count >= _width
            ? true
            : throw Wrong($"has {_row.Count} fields, and the header has {_width}: it may have been cut short");
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>The field under the first of these names that the header has; null where it has none or it is empty.
    /// </summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_columns.TryGetValue(name, out var at))
            {
                return _row[at].Trim() is { Length: > 0 } text ? text : null;
            }
        }

        return null;
    }

    public decimal? Number(params ReadOnlySpan<string> names) =>
        Text(names) is not { } text || text is "N/A" ? null
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong($"has '{ReadingCollector.Clean(text, 40)}' under '{names[0]}', where a number belongs");

    public UnreadableEvidenceException Wrong(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The row in line {_csv.Line} {what}. ")
            + "Produce the file again with the tool that wrote it.");
}
