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
/// The one table of the report: hairlines, a header that repeats on every page, totals set off by a rule. One that is
/// too wide for its page is set smaller, and where that is not legible any more in bands that repeat its first column.
/// </summary>
internal sealed class Grid(
    IReadOnlyList<GridColumn> columns, IReadOnlyList<GridCell[]> rows, GridCell[]? totals = null) : IComponent
{
    // Points between the margins of a page, of the narrower one of the usual sheets.
    private const float Upright = 499;
    private const float Sideways = 690;

    // Of the size of a table's letters; below it is no print for a board.
    private const float Legible = 0.8f;

    // Longer than that, and a cell beside a mark is text and no figure.
    private const int LongestFigure = 14;

    /// <summary>So few rows are read at one glance, and stay on one page; so does each band.</summary>
    public const int Glance = 8;

    private readonly IReadOnlyList<GridCell[]> _all = totals is null ? rows : [.. rows, totals];
    private float[]? _least;

    /// <summary>It may turn its pages.</summary>
    public bool Turns { get; init; }

    /// <summary>Its rows are long texts, which are not read at a glance however few they are.</summary>
    public bool IsLong { get; init; }

    /// <summary>On a page in landscape, because words of it would be broken on an upright one.</summary>
    public bool IsSideways => Turns && Least().Sum() > Upright;

    public void Compose(IContainer container)
    {
        var room = IsSideways ? Sideways : Upright;
        var least = Least();
        var scale = Math.Clamp(room / least.Sum(), Legible, 1);
        var bands = Bands(least, room / scale).ToList();
        container.Column(column =>
        {
            foreach (var band in bands)
            {
                if (bands.Count > 1)
                {
                    column.Item().EnsureSpace(60).PaddingTop(6).PaddingBottom(3).Text(Name(band)).Style(Small(scale));
                }

                var isWhole = (rows.Count <= Glance && !IsLong) || bands.Count > 1;
                var box = isWhole ? column.Item().PreventPageBreak() : column.Item();
                box.Table(table => Table(table, band, scale, room));
            }
        });
    }

    private float[] Least() => _least ??= ColumnWidths.Least(columns, _all);

    // The first column names the rows.
    private static IEnumerable<int[]> Bands(float[] least, float room)
    {
        var band = new List<int> { 0 };
        var taken = least[0];
        for (var i = 1; i < least.Length; i++)
        {
            if (taken + least[i] > room + 1 && band.Count > 1)
            {
                yield return [.. band];
                band = [0];
                taken = least[0];
            }

            band.Add(i);
            taken += least[i];
        }

        yield return [.. band];
    }

    private string Name(int[] band) =>
        $"Columns {band[Math.Min(1, band.Length - 1)] + 1} to {band[^1] + 1} of {columns.Count}";

    private static TextStyle Small(float scale) =>
        Typography.Quiet.FontSize(Typography.SmallSize * scale);

    private void Table(TableDescriptor table, int[] band, float scale, float room)
    {
        table.ColumnsDefinition(definition =>
        {
            foreach (var width in Widths(band, room / scale))
            {
                definition.RelativeColumn(width);
            }
        });
        if (columns.Any(c => c.Title.Length > 0))
        {
            table.Header(header => Header(header, band, scale));
        }

        foreach (var row in rows)
        {
            Cells(table, row, band, scale, 0.4f, Ink.Hair);
        }

        if (totals is not null)
        {
            Cells(table, [.. totals.Select(t => t with { Bold = true })], band, scale, 0.8f, Ink.Quiet);
        }
    }

    private void Header(TableCellDescriptor header, int[] band, float scale)
    {
        foreach (var column in band.Select(i => columns[i]))
        {
            var cell = header.Cell().BorderBottom(0.8f).BorderColor(Ink.Quiet).PaddingRight(column.Gap)
                .PaddingVertical(2.5f).AlignBottom();
            (column.Right ? cell.AlignRight() : cell).Text(column.Title).Style(Small(scale)).SemiBold();
        }
    }

    private float[] Widths(int[] band, float room) =>
        ColumnWidths.Of(
            [.. band.Select(i => columns[i])], [.. _all.Select(row => band.Select(i => row[i]).ToArray())], room);

    private void Cells(TableDescriptor table, GridCell[] row, int[] band, float scale, float rule, string colour)
    {
        foreach (var i in band)
        {
            var box = table.Cell().BorderBottom(rule).BorderColor(colour).PaddingRight(columns[i].Gap)
                .PaddingVertical(2.6f).DefaultTextStyle(Typography.Small.FontSize(Typography.SmallSize * scale));
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
