using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>The registers of one chapter, with computed cells and totals as they were frozen.</summary>
internal class RegistersSection(ReportContent report, string chapter, string title) : ReportSection(report)
{
    public override string Id => $"chapter-{chapter}";

    public override string Title => title;

    protected IEnumerable<Register> Registers => Report.Facts.Registers.Where(r => r.Chapter == chapter);

    public override IReadOnlyList<string> Chapters => [chapter];

    public override string? WhyEmpty => Registers.Any() || Notes.Any() ? null : "no register and no note";

    public override IEnumerable<Stretch> Stretches
    {
        get
        {
            var tables = Registers.Select(register => (Register: register, Grid: GridOf(register))).ToList();
            var isWide = tables.Select(t => t.Grid?.IsSideways == true).ToList();
            return tables.Select((t, i) => new Stretch(isWide[i], column => Table(column, t.Register, t.Grid)))
                .Prepend(new(!HasBody && isWide.FirstOrDefault(), Opening));
        }
    }

    /// <summary>Whether anything stands before the registers.</summary>
    protected virtual bool HasBody => false;

    protected override void Body(ColumnDescriptor column)
    {
    }

    private static void Table(ColumnDescriptor column, Register register, Grid? grid)
    {
        column.Subheading(register.Title);
        if (register.Note is { } note)
        {
            column.Item().EnsureSpace(60).PaddingBottom(3).Text(note).Style(Typography.Quiet);
        }

        if (grid is null)
        {
            column.Note("No row yet.");
            return;
        }

        column.Item().Component(grid);
    }

    // None while there is no row.
    private Grid? GridOf(Register register)
    {
        if (register.Rows.Length == 0)
        {
            return null;
        }

        var table = Report.Readiness.Registers.First(t => t.Key == register.Key);
        var columns = register.Columns.Select(c => new GridColumn(c.Title, Right: IsNumeric(c.Kind))).ToList();
        return new(
            columns,
            [.. table.Rows.Select(row => row.Cells.Select(Cell).ToArray())],
            table.Totals is { } totals ? [.. totals.Select((cell, i) => i == 0 ? Total(cell) : Cell(cell))] : null)
        {
            Turns = true,
        };
    }

    private static GridCell Total(TableCell first) => first.Shown.Length == 0 ? "Total" : $"Total: {first.Shown}";

    private static GridCell Cell(TableCell cell) =>
        cell.Problem is { } problem ? new(problem, StatusMark.Hold, Ink.Hold)
        : cell.Met is { } met ? new(cell.Shown, StatusMarks.Met(met))
        : new(cell.Shown);

    private static bool IsNumeric(ColumnKind kind) =>
        kind is ColumnKind.Count or ColumnKind.Number or ColumnKind.Percent or ColumnKind.Money or ColumnKind.Duration
            or ColumnKind.Bytes or ColumnKind.Quantity;
}
