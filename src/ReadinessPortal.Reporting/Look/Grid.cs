namespace ReadinessPortal.Reporting.Look;

/// <param name="Weight">
/// Share of the width, relative to the other columns, as far as words allow; 0 in all columns: by their content.
/// </param>
internal sealed record GridColumn(string Title, float Weight = 0, bool Right = false)
{
    /// <summary>Distance to the next column in points; figures at the right edge need more of it.</summary>
    public float Gap => Right ? 13 : 6;
}

/// <param name="Note">A second, quiet line.</param>
internal sealed record GridCell(
    string Text, StatusMark Mark = StatusMark.None, string? Colour = null, bool Bold = false, string? Link = null,
    string? Note = null)
{
    public static implicit operator GridCell(string? text) => new(text ?? "");
}

/// <summary>
/// The one table of the report: hairlines, a header that repeats on every page, totals set off by a rule.
/// </summary>
internal sealed class Grid(
    IReadOnlyList<GridColumn> columns, IReadOnlyList<GridCell[]> rows, GridCell[]? totals = null) : IComponent
{
    // Longer than that, and a cell beside a mark is text and no figure.
    private const int LongestFigure = 14;

    public void Compose(IContainer container) => container.DefaultTextStyle(Typography.Small).Table(table =>
    {
        table.ColumnsDefinition(definition =>
        {
            foreach (var width in ColumnWidths.Of(columns, totals is null ? rows : [.. rows, totals]))
            {
                definition.RelativeColumn(width);
            }
        });
        table.Header(header =>
        {
            foreach (var column in columns)
            {
                var cell = header.Cell().BorderBottom(0.8f).BorderColor(Ink.Quiet).PaddingRight(column.Gap)
                    .PaddingVertical(2.5f).AlignBottom();
                (column.Right ? cell.AlignRight() : cell).Text(column.Title).Style(Typography.Quiet).SemiBold();
            }
        });
        foreach (var row in rows)
        {
            Cells(table, row, 0.4f, Ink.Hair);
        }

        if (totals is not null)
        {
            Cells(table, [.. totals.Select(t => t with { Bold = true })], 0.8f, Ink.Quiet);
        }
    });

    private void Cells(TableDescriptor table, GridCell[] row, float rule, string colour)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var box = table.Cell().BorderBottom(rule).BorderColor(colour).PaddingRight(columns[i].Gap)
                .PaddingVertical(2.6f);
            Cell(box, row[i], columns[i].Right);
        }
    }

    private static void Cell(IContainer box, GridCell cell, bool right)
    {
        if (cell.Mark == StatusMark.None)
        {
            Words(right ? box.AlignRight() : box, cell);
            return;
        }

        box.Row(line =>
        {
            var isFigure = right && cell.Text.Length <= LongestFigure;
            if (isFigure)
            {
                line.RelativeItem();
            }

            line.ConstantItem(11).PaddingTop(2.2f).Height(7.4f).Width(7.4f).Svg(cell.Mark.Svg());
            Words(isFigure ? line.AutoItem() : line.RelativeItem(), cell);
        });
    }

    private static void Words(IContainer box, GridCell cell) => box.Text(text =>
    {
        var span = cell.Link is { } section ? text.SectionLink(cell.Text, section) : text.Span(cell.Text);
        if (cell.Colour is { } colour)
        {
            span.FontColor(colour);
        }

        if (cell.Bold)
        {
            span.SemiBold();
        }

        if (cell.Note is { } note)
        {
            text.Span($"\n{note}").FontColor(Ink.Quiet);
        }
    });
}
