namespace QuestPDF.Fluent;

public interface ITableCellContainer : IContainer;

public class TableColumnsDefinitionDescriptor
{
    public void ConstantColumn(float width, Unit unit = Unit.Point) => throw null!;

    public void RelativeColumn(float width = 1) => throw null!;
}

public class TableCellDescriptor
{
    public ITableCellContainer Cell() => throw null!;
}

public class TableDescriptor
{
    public void ColumnsDefinition(Action<TableColumnsDefinitionDescriptor> handler) => throw null!;

    public void Header(Action<TableCellDescriptor> handler) => throw null!;

    public ITableCellContainer Cell() => throw null!;
}

public static class TableExtensions
{
    public static void Table(this IContainer element, Action<TableDescriptor> handler) => throw null!;
}

public static class TableCellExtensions
{
    public static ITableCellContainer Column(this ITableCellContainer tableCellContainer, uint value) => throw null!;

    public static ITableCellContainer ColumnSpan(this ITableCellContainer tableCellContainer, uint value) =>
        throw null!;

    public static ITableCellContainer Row(this ITableCellContainer tableCellContainer, uint value) => throw null!;
}
