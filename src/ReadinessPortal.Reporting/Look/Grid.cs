namespace ReadinessPortal.Reporting.Look;

/// <param name="Weight">Share of the width, relative to the other columns.</param>
internal sealed record GridColumn(string Title, float Weight = 1, bool Right = false);

internal sealed record GridCell(string Text, Mark Mark = Mark.None, string? Colour = null, bool Bold = false, string? Link = null)
{
    public static implicit operator GridCell(string? text) => new(text ?? "");
}

/// <summary>The one table of the report: hairlines, a header that repeats on every page, totals set off by a rule.</summary>
internal sealed class Grid(
    IReadOnlyList<GridColumn> columns, IReadOnlyList<GridCell[]> rows, GridCell[]? totals = null) : IComponent
{
    public void Compose(IContainer container) => container.DefaultTextStyle(Typography.Small).Table(table =>
    {
        table.ColumnsDefinition(definition =>
        {
            foreach (var column in columns)
            {
                definition.RelativeColumn(column.Weight);
            }
        });
        table.Header(header =>
        {
            foreach (var column in columns)
            {
                var cell = header.Cell().BorderBottom(0.8f).BorderColor(Ink.Quiet).PaddingRight(5).PaddingVertical(2.5f);
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
            var cell = row[i];
            var box = table.Cell().BorderBottom(rule).BorderColor(colour).PaddingRight(5).PaddingVertical(2.6f);
            if (columns[i].Right)
            {
                box = box.AlignRight();
            }

            if (cell.Mark == Mark.None)
            {
                Words(box, cell);
            }
            else
            {
                box.Row(line =>
                {
                    line.ConstantItem(11).PaddingTop(2.2f).Height(7.4f).Width(7.4f).Svg(cell.Mark.Svg());
                    Words(line.RelativeItem(), cell);
                });
            }
        }
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
    });
}
