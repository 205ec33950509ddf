using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>The registers of one chapter, with computed cells and totals as they were frozen.</summary>
internal class RegistersSection(ReportContent report, string chapter, string title) : ReportSection(report)
{
    public override string Id => $"chapter-{chapter}";

    public override string Title => title;

    protected IEnumerable<Register> Registers => Report.Facts.Registers.Where(r => r.Chapter == chapter);

    protected override void Body(ColumnDescriptor column)
    {
        foreach (var note in Report.Facts.Narratives.Where(n => n.Chapter == chapter))
        {
            column.Paragraph(Report.Narrative(note.Key, note.Text));
        }

        foreach (var register in Registers)
        {
            Table(column, register);
        }
    }

    protected void Table(ColumnDescriptor column, Register register)
    {
        column.Subheading(register.Title);
        if (register.Note is { } note)
        {
            column.Note(note);
        }

        if (register.Rows.Length == 0)
        {
            column.Note("No row yet.");
            return;
        }

        column.Item().Component(GridOf(register, Report.Readiness.Registers.First(t => t.Key == register.Key)));
    }

    private static Grid GridOf(Register register, RegisterTable table)
    {
        var columns = register.Columns.Select(c => new GridColumn(c.Title, Right: IsNumeric(c.Kind))).ToList();
        return new(
            columns,
            [.. table.Rows.Select(row => row.Cells.Select(Cell).ToArray())],
            table.Totals is { } totals ? [.. totals.Select((cell, i) => i == 0 ? Total(cell) : Cell(cell))] : null);
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
