using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Registers.Sheets;

/// <summary>
/// A register as a block of cells, to be taken into a spreadsheet and back: headings, then rows, no totals.
/// </summary>
public static class RegisterSheet
{
    /// <summary>Comma-separated, as RFC 4180 has it; nothing in it runs as a formula.</summary>
    public static string Csv(Register register, RegisterTable table) =>
        SheetText.Write(Lines(register, table).Select(l => l.Select(Defusing.Defuse).ToList()), ',');

    /// <summary>What a column is called there: its title with its unit, <c>Budget (USD)</c>.</summary>
    public static string Heading(RegisterColumn column) =>
        UnitOf(column) is { Length: > 0 } unit ? $"{column.Title} ({unit})" : column.Title;

    /// <summary>The column is called so, with or without its unit, in letters of any size.</summary>
    public static bool Names(string heading, RegisterColumn column) =>
        LooseText.Comparer.Equals(heading, column.Title) || LooseText.Comparer.Equals(heading, Heading(column));

    /// <summary>Text of a cell: a stored one as it is kept, a computed one as a number in its column's unit.</summary>
    public static string Text(RegisterColumn column, RegisterRow row, TableCell cell)
    {
        if (column.Formula is null)
        {
            return row.Cells.GetValueOrDefault(column.Key, "");
        }

        return cell.Value is { } value && Quantity.TryParse(value, null, out var number)
            && number.Unit.Symbol == UnitOf(column)
                ? new Quantity(number.Amount, Unit.None).ToString()
                : cell.Value ?? "";
    }

    internal static string UnitOf(RegisterColumn column) =>
        column.Kind == ColumnKind.Percent ? "%" : column.Unit?.Trim() ?? "";

    private static IEnumerable<ImmutableArray<string>> Lines(Register register, RegisterTable table)
    {
        yield return [.. register.Columns.Select(Heading)];
        foreach (var (row, shown) in register.Rows.Zip(table.Rows))
        {
            yield return [.. register.Columns.Select((c, i) => Text(c, row, shown.Cells[i]))];
        }
    }
}
