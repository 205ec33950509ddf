using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Registers;

/// <summary>Registers with their computed cells, their totals and what met its target, ready to be shown.</summary>
public static class RegisterTables
{
    /// <summary>One per register, in their order; formulas may look into the other registers.</summary>
    public static ImmutableArray<RegisterTable> Of(ImmutableArray<Register> registers)
    {
        var book = new Workbook();
        foreach (var register in registers)
        {
            RegisterBook.Add(book, register);
        }

        return Of(book, registers);
    }

    /// <param name="book">Has the registers in it, and whatever else their formulas may name.</param>
    internal static ImmutableArray<RegisterTable> Of(Workbook book, ImmutableArray<Register> registers) =>
        [.. registers.Select(r => Table(book, r))];

    /// <summary>Cells of this column can meet or miss something.</summary>
    internal static bool IsJudged(RegisterColumn column) =>
        column is { Formula: not null, Kind: ColumnKind.Flag } or { Target.Length: > 0, Comparator: not null };

    /// <summary>Against the column's target, or the truth of a computed flag; null where there is none.</summary>
    internal static bool? Met(FigureValue value, RegisterColumn column) => value switch
    {
        FigureValue.Flag(var met) when column.Formula is not null => met,
        FigureValue.Number(var quantity) when column is { Target.Length: > 0, Comparator: { } comparator }
            && CellParser.Parse(column.Target, column).Value is FigureValue.Number(var target) =>
            Targets.Meets(quantity, comparator, target),
        _ => null,
    };

    private static RegisterTable Table(Workbook book, Register register) => new(
        register.Key,
        [
            .. register.Rows.Select(row => new TableRow(row.Key,
                [.. register.Columns.Select(c => Cell(book, RegisterBook.Cell(register, row, c), c, c.Formula))])),
        ],
        register.Columns.All(c => c.Total == ColumnTotal.None)
            ? null
            : [.. register.Columns.Select(c => Total(book, register, c))]);

    private static TableCell Total(Workbook book, Register register, RegisterColumn column) =>
        column.Total == ColumnTotal.None
            ? new("")
            : Cell(book, RegisterBook.Total(register, column), column with { Target = null }, "total");

    private static TableCell Cell(Workbook book, string name, RegisterColumn column, string? formula)
    {
        if (book.Find(name) is not { } cell)
        {
            return new("");
        }

        return cell.Value switch
        {
            FigureValue.Blank => new("", Why: formula is null ? null : cell.Why),
            FigureValue.Problem problem => new(problem.Shown, Problem: problem.Sentence,
                Why: formula is null ? null : cell.Why),
            _ => new(cell.Value.Shown, cell.Value.Canonical, Met(cell.Value, column),
                Why: formula is null ? null : cell.Why),
        };
    }
}
