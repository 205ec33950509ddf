using ReadinessPortal.Pdf.Elements;
using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Fluent;

public sealed class TableColumnsDefinitionDescriptor
{
    private readonly Table _table;

    internal TableColumnsDefinitionDescriptor(Table table) => _table = table;

    public void ConstantColumn(float width, Unit unit = Unit.Point) =>
        _table.Columns.Add(new TableColumn(width.ToPoints(unit), 0));

    public void RelativeColumn(float width = 1) => _table.Columns.Add(new TableColumn(0, width));
}

public sealed class TableCellDescriptor
{
    private readonly List<TableCell> _cells;

    internal TableCellDescriptor(List<TableCell> cells) => _cells = cells;

    public ITableCellContainer Cell() => TableDescriptor.Add(_cells);
}

public sealed class TableDescriptor
{
    internal TableDescriptor()
    {
    }

    internal Table Table { get; } = new();

    public void ColumnsDefinition(Action<TableColumnsDefinitionDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        handler(new TableColumnsDefinitionDescriptor(Table));
    }

    /// <summary>The header is repeated on every page that the table goes on.</summary>
    public void Header(Action<TableCellDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        handler(new TableCellDescriptor(Table.HeaderCells));
    }

    public ITableCellContainer Cell() => Add(Table.Cells);

    internal static TableCell Add(List<TableCell> cells)
    {
        var cell = new TableCell();
        cells.Add(cell);
        return cell;
    }
}

public static class TableExtensions
{
    /// <exception cref="InvalidOperationException">The table has no columns.</exception>
    public static void Table(this IContainer element, Action<TableDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var descriptor = new TableDescriptor();
        handler(descriptor);
        if (descriptor.Table.Columns.Count == 0)
        {
            throw new InvalidOperationException("A table needs columns.");
        }

        element.Put(descriptor.Table);
    }
}

public static class TableCellExtensions
{
    /// <summary>Puts the cell into a column, counted from 1.</summary>
    public static ITableCellContainer Column(this ITableCellContainer tableCellContainer, uint value)
    {
        ((TableCell)tableCellContainer).Column = (int)value;
        return tableCellContainer;
    }

    public static ITableCellContainer ColumnSpan(this ITableCellContainer tableCellContainer, uint value)
    {
        ((TableCell)tableCellContainer).Span = (int)value;
        return tableCellContainer;
    }

    /// <summary>Puts the cell into a row, counted from 1.</summary>
    public static ITableCellContainer Row(this ITableCellContainer tableCellContainer, uint value)
    {
        ((TableCell)tableCellContainer).Row = (int)value;
        return tableCellContainer;
    }
}
