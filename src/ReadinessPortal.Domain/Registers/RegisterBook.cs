using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Registers;

/// <summary>
/// Puts registers into a workbook: cells as <c>register.row.column</c>, all cells of a column as
/// <c>register.column</c>, and under <c>register.column.</c> its sum, average, minimum, maximum and count, and
/// <c>total</c> as the column defines it. A row's formula says a column's key for the row's own cell, a total's formula
/// for the column's total; both may use full names of any register as well.
/// </summary>
internal static class RegisterBook
{
    private static readonly (string Name, ColumnTotal Kind, string Function, string Words)[] _aggregates =
    [
        ("sum", ColumnTotal.Sum, "sum", "sum"),
        ("average", ColumnTotal.Average, "avg", "average"),
        ("minimum", ColumnTotal.Minimum, "min", "smallest"),
        ("maximum", ColumnTotal.Maximum, "max", "largest"),
        ("count", ColumnTotal.Count, "count", "count"),
    ];

    public static string Cell(Register register, RegisterRow row, RegisterColumn column) =>
        $"{register.Key}.{row.Key}.{column.Key}";

    public static string Total(Register register, RegisterColumn column) => $"{register.Key}.{column.Key}.total";

    /// <summary>The column that rows are called by.</summary>
    public static RegisterColumn? Naming(Register register) =>
        register.Columns.FirstOrDefault(c => c.Kind == ColumnKind.Text && c.Formula is null);

    /// <summary>What a row is called: its first text, else its key.</summary>
    public static string Title(Register register, RegisterRow row) =>
        Naming(register) is { } first && row.Cells.GetValueOrDefault(first.Key) is { Length: > 0 } title
            ? title
            : row.Key;

    public static void Add(Workbook book, Register register)
    {
        foreach (var column in register.Columns)
        {
            AddTotals(book, register, column);
        }

        book.Set($"{register.Key}.rows", $"{register.Title}, rows", FigureValue.Of(register.Rows.Length),
            new(SubjectKind.Register, register.Key));
        var columns = register.Columns.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var row in register.Rows)
        {
            foreach (var column in register.Columns)
            {
                AddCell(book, register, row, column, columns);
            }
        }
    }

    private static void AddCell(
        Workbook book, Register register, RegisterRow row, RegisterColumn column, HashSet<string> columns)
    {
        var name = Cell(register, row, column);
        var label = $"{Title(register, row)}, {column.Title}";
        var subject = new SubjectRef(SubjectKind.RegisterRow, $"{register.Key}/{row.Key}");
        if (column.Formula is { } formula)
        {
            book.DefineFormula(name, label, formula,
                n => columns.Contains(n) ? $"{register.Key}.{row.Key}.{n}" : Scoped(register, columns, n),
                v => Shaped(v, column), subject);
        }
        else
        {
            book.Set(name, label, CellParser.Parse(row.Cells.GetValueOrDefault(column.Key), column).Value, subject);
        }
    }

    private static void AddTotals(Workbook book, Register register, RegisterColumn column)
    {
        var prefix = $"{register.Key}.{column.Key}";
        var subject = new SubjectRef(SubjectKind.Register, register.Key);
        var cells = register.Rows.Select(r => Cell(register, r, column)).ToList();
        book.Define(prefix, column.Title, cells, find =>
        {
            var value = new FigureValue.Many([.. cells.Select(c => find(c)?.Value ?? FigureValue.Nothing)]);
            return new(value, Explanations.Made(column.Title, value,
                cells.Select(c => find(c)?.Why).OfType<Explanation>(), "all rows", subject));
        });
        foreach (var (name, kind, function, words) in _aggregates)
        {
            var how = cells.Count == 1 ? $"{words} of 1 row" : $"{words} of {Format.Number(cells.Count)} rows";
            book.DefineAggregate($"{prefix}.{name}", $"{column.Title}, {words}", function, how, cells, subject);
            if (column.Total == kind || (column.Total == ColumnTotal.None && kind == ColumnTotal.Sum))
            {
                book.DefineAggregate($"{prefix}.total", $"{column.Title}, total", function, how, cells, subject);
            }
        }

        if (column is { Total: ColumnTotal.Formula, TotalFormula: var formula })
        {
            var columns = register.Columns.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
            book.DefineFormula($"{prefix}.total", $"{column.Title}, total", formula ?? "",
                n => columns.Contains(n) ? $"{register.Key}.{n}.total" : Scoped(register, columns, n),
                v => Shaped(v, column), subject);
        }
    }

    /// <summary>The full name of what a formula in a register calls by a name that is none of its columns.</summary>
    public static string Scoped(Register register, string name) =>
        Scoped(register, [.. register.Columns.Select(c => c.Key)], name);

    /// <summary>A computed value as the column holds it.</summary>
    public static FigureValue Shaped(FigureValue value, RegisterColumn column) => (column.Kind, value) switch
    {
        (_, FigureValue.Blank or FigureValue.Problem) => value,
        (ColumnKind.Percent, FigureValue.Number) => ResultUnit.In(value, "%"),
        (ColumnKind.Quantity, FigureValue.Number) => value,
        (ColumnKind.Count or ColumnKind.Number or ColumnKind.Money or ColumnKind.Duration or ColumnKind.Bytes,
            FigureValue.Number) => ResultUnit.In(value, column.Unit),
        (ColumnKind.Flag, FigureValue.Flag) or (ColumnKind.Date, FigureValue.Date) => value,
        (ColumnKind.Text or ColumnKind.Status, not FigureValue.Many) => FigureValue.Of(value.Shown),
        _ => new FigureValue.Problem($"gives {value.Shown}, which does not fit the column"),
    };

    // "actual.total" in a register with a column "actual" is that column's, whatever other registers are called.
    private static string Scoped(Register register, HashSet<string> columns, string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is var point and > 0 && columns.Contains(name[..point])
            ? $"{register.Key}.{name}"
            : name;
}
