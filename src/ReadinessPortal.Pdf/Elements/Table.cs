using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>A column of a table: points, or a share of what is left.</summary>
internal readonly record struct TableColumn(float Points, float Share);

/// <summary>A cell; columns and rows are counted from 1, and zero means "the next free place".</summary>
internal sealed class TableCell : Slot, ITableCellContainer
{
    public int Column { get; set; }

    public int Row { get; set; }

    public int Span { get; set; } = 1;
}

/// <summary>Rows of cells under a header that is repeated on every page.</summary>
internal sealed class Table : Element
{
    // A row that is broken anyway starts here only when a few lines of it fit.
    private const float LeastStart = 48;

    private TableRows? _header;
    private TableRows? _rows;

    public List<TableColumn> Columns { get; } = [];

    public List<TableCell> HeaderCells { get; } = [];

    public List<TableCell> Cells { get; } = [];

    public override IEnumerable<Element> Inside => HeaderCells.Concat(Cells);

    public override Piece? Layout(Space space, Continuation? from)
    {
        if (from == Continuation.Spent)
        {
            return Piece.Blank();
        }

        var start = from as TableMark ?? new TableMark(0, null);
        var edges = Edges(space.Width);
        var placed = new List<(float Y, Piece Piece)>();
        var header = LayoutHeader(space with { Repeated = space.Repeated || from is not null }, edges, placed);
        if (header > space.Height && !space.Forced)
        {
            return null;
        }

        return LayoutRows(space, start, edges, placed, header);
    }

    private Stack? LayoutRows(
        Space space, TableMark start, float[] edges, List<(float Y, Piece Piece)> placed, float header)
    {
        var rows = _rows ??= new TableRows(Cells, Columns.Count);
        var y = header;
        for (var row = start.Row; row < rows.Count; row++)
        {
            var isFirst = row == start.Row;
            var marks = isFirst ? start.Cells : null;
            var room = space with { Height = space.Height - y, Forced = space.Forced && isFirst };
            var piece = room.Height < 0 && !room.Forced ? null : rows.Layout(row, edges, room, marks);
            if (piece?.Rest is not null && marks is null && !room.Forced)
            {
                piece = MayBreak(row, edges, room, space.Page - header) ? piece : null;
            }

            if (piece is null)
            {
                return isFirst ? null : Broken(space, placed, y, row, start);
            }

            placed.Add((y, piece));
            y += piece.Height;
            if (piece.Rest is { } rest)
            {
                return new Stack(placed, space.Width, y, new TableMark(row, (SideMark)rest));
            }
        }

        return new Stack(placed, space.Width, y, null);
    }

    // Neither the last row, totals perhaps, stands alone on the next page, nor the first alone at the end of this one.
    private Stack? Broken(Space space, List<(float Y, Piece Piece)> placed, float y, int row, TableMark start)
    {
        if (row == _rows!.Count - 1 && row - start.Row > 1)
        {
            row--;
            y = placed[^1].Y;
            placed.RemoveAt(placed.Count - 1);
        }

        var isFirstAlone = row == 1 && start is { Row: 0, Cells: null };
        return isFirstAlone && space.Height < space.Page / 2
            ? null
            : new Stack(placed, space.Width, y, new TableMark(row, null));
    }

    private bool MayBreak(int row, float[] edges, Space room, float emptyPage) =>
        room.Height >= LeastStart
        && _rows!.Layout(row, edges, room with { Height = emptyPage, Forced = false }, null)
            is null or { Rest: not null };

    // A header that fills half a page or more is shown once only, or the rows would hardly get on.
    private float LayoutHeader(Space space, float[] edges, List<(float Y, Piece Piece)> placed)
    {
        var rows = _header ??= new TableRows(HeaderCells, Columns.Count);
        var y = 0f;
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows.Layout(row, edges, space with { Height = Space.Endless }, null) is { } piece)
            {
                placed.Add((y, piece));
                y += piece.Height;
            }
        }

        if (space.Repeated && y > space.Page / 2)
        {
            placed.Clear();
            return 0;
        }

        return y;
    }

    private float[] Edges(float width)
    {
        var shares = Columns.Sum(column => column.Share);
        var left = Math.Max(0, width - Columns.Sum(column => column.Points));
        var edges = new float[Columns.Count + 1];
        for (var index = 0; index < Columns.Count; index++)
        {
            var column = Columns[index];
            edges[index + 1] = edges[index] + column.Points + (shares > 0 ? left * column.Share / shares : 0);
        }

        return edges;
    }

    private sealed record TableMark(int Row, SideMark? Cells) : Continuation;

    private sealed class Stack(List<(float Y, Piece Piece)> placed, float width, float height, Continuation? rest)
        : Piece(width, height, rest)
    {
        public override void Draw(Sheet sheet, Area area)
        {
            foreach (var (y, piece) in placed)
            {
                piece.Draw(sheet, new Area(area.X, area.Y + y, piece.Width, piece.Height));
            }
        }

        public override void Locate(SectionPages sections, int page)
        {
            foreach (var (_, piece) in placed)
            {
                piece.Locate(sections, page);
            }
        }
    }
}
