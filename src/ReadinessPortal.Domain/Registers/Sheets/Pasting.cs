using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Registers.Sheets;

/// <summary>Reads a pasted block and plans where its cells go.</summary>
public static class Pasting
{
    private static readonly char[] _separators = [',', ';'];

    /// <param name="row">Key of the row of the first line; null to add every line after the last row.</param>
    /// <param name="column">Key of the column of the first cell; a line of headings says it better.</param>
    /// <param name="separator">Null: found out.</param>
    /// <param name="headings">Whether the first line names columns; null: found out.</param>
    public static PastePlan Of(
        Register register, string text, string? row, string? column, char? separator = null, bool? headings = null)
    {
        var block = SheetText.Read(text, separator ?? SeparatorOf(text, register));
        var named = block.IsEmpty ? null : Headed(register, block[0]);
        var hasHeadings = named is not null && headings != false;
        var lines = Trimmed(hasHeadings ? block[1..] : block);
        var columns = hasHeadings ? named!.Value : From(register, column, lines);
        var start = row is null ? register.Rows.Length : register.Rows.ToList().FindIndex(r => r.Key == row);
        var plan = new PastePlan { Register = RegisterFacts.Path(register.Key), HasHeadings = hasHeadings };
        return lines.IsEmpty ? plan with { Problem = "There is nothing to paste." }
            : start < 0 ? plan with { Problem = "The row it goes to is not there any more." }
            : lines.Length > PastePlan.MostRows
                ? plan with { Problem = $"At most {Format.Number(PastePlan.MostRows)} rows are pasted together." }
            : lines.Max(l => l.Length) is var width && width > columns.Length
                ? plan with { Problem = TooWide(width, columns) }
            : plan with { Rows = Rows(register, lines, columns, start) };
    }

    /// <summary>
    /// Whatever makes the first line name columns; else tabs where there are any; else what makes all lines equally
    /// long.
    /// </summary>
    public static char SeparatorOf(string text, Register register)
    {
        var blocks = _separators.Select(s => (Separator: s, Lines: SheetText.Read(text, s))).ToList();
        var headed = blocks.Where(b => !b.Lines.IsEmpty && b.Lines.All(l => l.Length == b.Lines[0].Length)
            && Headed(register, b.Lines[0]) is not null);
        var even = blocks.Where(b => register.Columns.IsEmpty && b.Lines.Length > 1 && b.Lines[0].Length > 1
            && b.Lines.All(l => l.Length == b.Lines[0].Length)
            && !text.Contains(SheetText.Tab, StringComparison.Ordinal));
        return headed.Concat(even).Select(b => b.Separator).FirstOrDefault(SheetText.Tab);
    }

    // Blank lines at the end say nothing: a spreadsheet adds them where whole columns were copied.
    internal static ImmutableArray<ImmutableArray<string>> Trimmed(ImmutableArray<ImmutableArray<string>> lines)
    {
        var end = lines.Length;
        while (end > 0 && lines[end - 1].All(string.IsNullOrWhiteSpace))
        {
            end--;
        }

        return lines[..end];
    }

    /// <summary>The columns a line names, each by a title of its own; null where one names none.</summary>
    private static ImmutableArray<RegisterColumn>? Headed(Register register, ImmutableArray<string> line)
    {
        var named = line.Select(h => register.Columns.FirstOrDefault(c => RegisterSheet.Names(Plain(h), c))).ToList();
        return named.Contains(null) || named.Distinct().Count() < named.Count ? null : [.. named.Select(c => c!)];
    }

    private static ImmutableArray<RegisterColumn> From(
        Register register, string? column, ImmutableArray<ImmutableArray<string>> lines)
    {
        var start = column is null ? 0 : register.Columns.ToList().FindIndex(c => c.Key == column);
        var width = lines.IsEmpty ? 0 : lines.Max(l => l.Length);
        return start < 0 ? [] : [.. register.Columns.Skip(start).Take(width)];
    }

    private static string TooWide(int width, ImmutableArray<RegisterColumn> columns) => columns.IsEmpty
        ? "The column it goes to is not there any more."
        : $"The block is {width} columns wide and only {columns.Length} are there, from {columns[0].Title} on. "
            + "Begin further left, or add columns first.";

    private static ImmutableArray<PastedRow> Rows(
        Register register, ImmutableArray<ImmutableArray<string>> lines, ImmutableArray<RegisterColumn> columns,
        int start)
    {
        var taken = register.Rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<PastedRow>();
        foreach (var (i, line) in lines.Index())
        {
            var row = start + i < register.Rows.Length ? register.Rows[start + i] : null;
            ImmutableArray<PastedCell> cells = [.. line.Select((t, j) => Cell(t, columns[j], row))];
            var key = row?.Key ?? RegisterFacts.KeyOfRow(register.Columns,
                c => cells.FirstOrDefault(p => p.Column.Key == c.Key)?.To, taken);
            taken.Add(key);
            rows.Add(new(key, row is null ? cells.Select(c => c.To).FirstOrDefault(t => t is not null) ?? key
                : RegisterFacts.Title(register, row), row is null, cells));
        }

        return rows.ToImmutable();
    }

    private static PastedCell Cell(string text, RegisterColumn column, RegisterRow? row)
    {
        var typed = Plain(text);
        var parsed = CellParser.Parse(typed, column);
        var from = row?.Cells.GetValueOrDefault(column.Key);
        return column.Formula is not null
            ? new(column, null, null, typed, null)
            : new(column, from, parsed.Canonical, typed, parsed.Problem);
    }

    internal static string Plain(string text) => Defusing.Restore(text.ReplaceLineEndings("\n")).Trim();
}
