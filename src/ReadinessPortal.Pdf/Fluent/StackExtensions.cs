using ReadinessPortal.Pdf.Elements;
using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Fluent;

public sealed class ColumnDescriptor
{
    internal ColumnDescriptor()
    {
    }

    internal Column Column { get; } = new();

    public void Spacing(float value, Unit unit = Unit.Point) => Column.Spacing = value.ToPoints(unit);

    public IContainer Item()
    {
        var slot = new Slot();
        Column.Items.Add(slot);
        return slot;
    }
}

public static class ColumnExtensions
{
    public static void Column(this IContainer element, Action<ColumnDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var descriptor = new ColumnDescriptor();
        handler(descriptor);
        element.Put(descriptor.Column);
    }
}

public sealed class RowDescriptor
{
    internal RowDescriptor()
    {
    }

    internal Row Row { get; } = new();

    public void Spacing(float spacing, Unit unit = Unit.Point) => Row.Spacing = spacing.ToPoints(unit);

    public IContainer RelativeItem(float size = 1) => Add(RowItemKind.Relative, size);

    public IContainer ConstantItem(float size, Unit unit = Unit.Point) =>
        Add(RowItemKind.Constant, size.ToPoints(unit));

    public IContainer AutoItem() => Add(RowItemKind.Auto, 0);

    private RowItem Add(RowItemKind kind, float size)
    {
        var item = new RowItem(kind, size);
        Row.Items.Add(item);
        return item;
    }
}

public static class RowExtensions
{
    public static void Row(this IContainer element, Action<RowDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var descriptor = new RowDescriptor();
        handler(descriptor);
        element.Put(descriptor.Row);
    }
}
