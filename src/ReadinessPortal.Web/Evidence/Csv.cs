using System.Collections.Immutable;
using ReadinessPortal.Domain.Registers.Sheets;

namespace ReadinessPortal.Web.Evidence;

/// <summary>
/// Separated text to be looked at: as <see cref="SheetText"/> reads it, without blank lines and what is too much for a
/// page.
/// </summary>
public static class Csv
{
    public const int MostRows = 200;
    private const int MostColumns = 40;

    public static ImmutableArray<ImmutableArray<string>> Read(string text) =>
    [
        .. SheetText.Read(text, Separator(text)).Where(line => line is not [""]).Take(MostRows)
            .Select(line => line.Length > MostColumns ? line[..MostColumns] : line),
    ];

    private static char Separator(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        return first.Count(c => c == ';') > first.Count(c => c == ',') ? ';'
            : first.Contains('\t', StringComparison.Ordinal) && !first.Contains(',', StringComparison.Ordinal) ? '\t'
            : ',';
    }
}
