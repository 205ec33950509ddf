using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Registers.Sheets;

/// <summary>
/// Columns for a register that has none, out of a pasted block: the narrowest kind that every cell fits. A guess, to be
/// looked at before it is saved.
/// </summary>
public static partial class ColumnGuesses
{
    /// <summary>Most columns of one block.</summary>
    public const int MostColumns = 60;

    private static readonly ColumnKind[] _bare = [ColumnKind.Count, ColumnKind.Number];

    /// <param name="headings">Number of the line that names the columns, from 1; 0 where none does. What is above it
    /// is left out.</param>
    public static ImmutableArray<RegisterColumn> Of(ImmutableArray<ImmutableArray<string>> block, int headings)
    {
        var lines = Pasting.Trimmed(block);
        var rows = lines.Skip(headings).ToList();
        var titles = headings == 0 || headings > lines.Length ? [] : lines[headings - 1];
        var width = rows.Select(l => l.Length).Append(titles.Length).Max();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var columns = ImmutableArray.CreateBuilder<RegisterColumn>();
        for (var i = 0; i < Math.Min(width, MostColumns); i++)
        {
            var (title, unit) = Heading(i < titles.Length ? Pasting.Plain(titles[i]) : "");
            title = title.Length == 0 ? $"Column {i + 1}" : title;
            var texts = rows.Select(l => i < l.Length ? Pasting.Plain(l[i]) : "").Where(t => t.Length > 0).ToList();
            var key = FactKey.Of(title, taken, "column");
            taken.Add(key);
            columns.Add(Of(new() { Key = key, Title = title }, texts, unit));
        }

        return columns.ToImmutable();
    }

    /// <summary>It says a unit in brackets: <c>Spend (EUR)</c>.</summary>
    internal static bool HasUnit(string heading) => Heading(heading).Unit is not null;

    private static (string Title, string? Unit) Heading(string text) =>
        WithUnit().Match(text) is { Success: true } named && IsUnit(named.Groups["unit"].Value)
            ? (named.Groups["title"].Value.Trim(), named.Groups["unit"].Value)
            : (text, null);

    private static RegisterColumn Of(RegisterColumn column, List<string> texts, string? unit) =>
        Candidates(column, texts, unit).FirstOrDefault(c => texts.Count > 0 && texts.TrueForAll(t => Fits(t, c)))
        ?? column;

    private static IEnumerable<RegisterColumn> Candidates(RegisterColumn column, List<string> texts, string? unit)
    {
        yield return column with { Kind = ColumnKind.Flag };
        if (texts.Exists(t => Identifier().IsMatch(t)))
        {
            yield return column with { Kind = ColumnKind.Date };
            yield break; // 0047 is a name made of digits: as a number it would lose some
        }

        var written = texts.Select(UnitOf).FirstOrDefault(u => u is { Symbol.Length: > 0 });
        foreach (var symbol in new[] { unit, written?.Symbol }.OfType<string>())
        {
            foreach (var kind in KindsOf(Unit.Parse(symbol)))
            {
                yield return column with { Kind = kind, Unit = kind == ColumnKind.Percent ? null : symbol };
            }
        }

        foreach (var kind in _bare)
        {
            yield return column with { Kind = kind };
        }

        yield return column with { Kind = ColumnKind.Date };
        if (texts.TrueForAll(t => UnitOf(t) is { Symbol.Length: > 0 }))
        {
            yield return column with { Kind = ColumnKind.Quantity };
        }

        if (texts.TrueForAll(t => t.StartsWith("https://", StringComparison.Ordinal)))
        {
            yield return column with { Kind = ColumnKind.Link };
        }
    }

    private static ColumnKind[] KindsOf(Unit unit) => unit.Dimension switch
    {
        Dimension.Money => [ColumnKind.Money],
        Dimension.Duration => [ColumnKind.Duration],
        Dimension.Bytes => [ColumnKind.Bytes],
        Dimension.Ratio => [ColumnKind.Percent],
        _ => _bare,
    };

    // A letter alone means yes or no only in a column that is made of such: x might be anything.
    private static bool Fits(string text, RegisterColumn column) =>
        (column.Kind != ColumnKind.Flag || text.Length > 1) && CellParser.Parse(text, column).Problem is null;

    private static Unit? UnitOf(string text) => QuantityText.TryParse(text, out var quantity) ? quantity.Unit : null;

    // In brackets may stand anything; only a unit that is known is taken for one.
    private static bool IsUnit(string text) =>
        text.Length is > 0 and <= 8 && QuantityText.TryParse($"1 {text}", out var one)
        && one.Unit is { Dimension: not Dimension.Count };

    [GeneratedRegex(@"^(?<title>.+?)\s*\((?<unit>[^()]+)\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex WithUnit();

    [GeneratedRegex(@"^0[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
