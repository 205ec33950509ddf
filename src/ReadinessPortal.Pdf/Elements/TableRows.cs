using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>The cells of a table, sorted into rows.</summary>
internal sealed class TableRows
{
    private readonly List<List<TableCell>> _rows = [];
    private readonly Dictionary<TableCell, int> _columns = [];

    /// <exception cref="InvalidOperationException">A cell reaches beyond the last column.</exception>
    public TableRows(IEnumerable<TableCell> cells, int columns)
    {
        var (row, column) = (0, 0);
        foreach (var cell in cells)
        {
            if (cell.Row > 0 && cell.Row - 1 != row)
            {
                (row, column) = (cell.Row - 1, 0);
            }

            column = cell.Column > 0 ? cell.Column - 1 : column;
            if (column + cell.Span > columns && column > 0 && cell.Column == 0)
            {
                (row, column) = (row + 1, 0);
            }

            if (column + cell.Span > columns)
            {
                throw new InvalidOperationException(
                    $"A cell that spans {cell.Span} columns from column {column + 1} does not fit {columns} columns.");
            }

            Add(cell, row, column);
            column += cell.Span;
        }
    }

    public int Count => _rows.Count;

    public Piece? Layout(int row, float[] edges, Space space, SideMark? from)
    {
        var cells = _rows[row];
        var sides = new Side.Cell[cells.Count];
        for (var index = 0; index < sides.Length; index++)
        {
            var cell = cells[index];
            var x = edges[_columns[cell]];
            var width = edges[_columns[cell] + cell.Span] - x;
            var mark = from?.Marks[index];
            sides[index] = new(x, width, mark, cell.Layout(space with { Width = width }, mark));
        }

        return Side.BySide(sides, edges[^1], space.Forced || from is not null);
    }

    private void Add(TableCell cell, int row, int column)
    {
        while (_rows.Count <= row)
        {
            _rows.Add([]);
        }

        _rows[row].Add(cell);
        _columns[cell] = column;
    }
}
