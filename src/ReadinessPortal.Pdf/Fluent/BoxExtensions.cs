using ReadinessPortal.Pdf.Elements;
using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Fluent;

public static class PaddingExtensions
{
    public static IContainer Padding(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, value, value, value, value, unit);

    public static IContainer PaddingHorizontal(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, value, 0, value, 0, unit);

    public static IContainer PaddingVertical(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, 0, value, 0, value, unit);

    public static IContainer PaddingLeft(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, value, 0, 0, 0, unit);

    public static IContainer PaddingTop(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, 0, value, 0, 0, unit);

    public static IContainer PaddingRight(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, 0, 0, value, 0, unit);

    public static IContainer PaddingBottom(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, 0, 0, 0, value, unit);

    private static Padding Add(IContainer element, float left, float top, float right, float bottom, Unit unit)
    {
        var padding = element as Padding ?? element.Put(new Padding());
        padding.Left += left.ToPoints(unit);
        padding.Top += top.ToPoints(unit);
        padding.Right += right.ToPoints(unit);
        padding.Bottom += bottom.ToPoints(unit);
        return padding;
    }
}

public static class AlignmentExtensions
{
    public static IContainer AlignLeft(this IContainer element) => Set(element, 0, null);

    public static IContainer AlignCenter(this IContainer element) => Set(element, 0.5f, null);

    public static IContainer AlignRight(this IContainer element) => Set(element, 1, null);

    public static IContainer AlignTop(this IContainer element) => Set(element, null, 0);

    public static IContainer AlignMiddle(this IContainer element) => Set(element, null, 0.5f);

    public static IContainer AlignBottom(this IContainer element) => Set(element, null, 1);

    private static Align Set(IContainer element, float? across, float? down)
    {
        var align = element as Align ?? element.Put(new Align());
        align.Across = across ?? align.Across;
        align.Down = down ?? align.Down;
        return align;
    }
}

public static class ConstrainedExtensions
{
    public static IContainer Width(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.MinWidth(value, unit).MaxWidth(value, unit);

    public static IContainer Height(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.MinHeight(value, unit).MaxHeight(value, unit);

    public static IContainer MinWidth(this IContainer element, float value, Unit unit = Unit.Point) =>
        Set(element, box => box.MinWidth = value.ToPoints(unit));

    public static IContainer MaxWidth(this IContainer element, float value, Unit unit = Unit.Point) =>
        Set(element, box => box.MaxWidth = value.ToPoints(unit));

    public static IContainer MinHeight(this IContainer element, float value, Unit unit = Unit.Point) =>
        Set(element, box => box.MinHeight = value.ToPoints(unit));

    public static IContainer MaxHeight(this IContainer element, float value, Unit unit = Unit.Point) =>
        Set(element, box => box.MaxHeight = value.ToPoints(unit));

    private static Constrained Set(IContainer element, Action<Constrained> change)
    {
        var box = element as Constrained ?? element.Put(new Constrained());
        change(box);
        return box;
    }
}

public static class ExtendExtensions
{
    public static IContainer Extend(this IContainer element) => element.ExtendHorizontal().ExtendVertical();

    public static IContainer ExtendHorizontal(this IContainer element)
    {
        var extend = element as Extend ?? element.Put(new Extend());
        extend.Across = true;
        return extend;
    }

    public static IContainer ExtendVertical(this IContainer element)
    {
        var extend = element as Extend ?? element.Put(new Extend());
        extend.Down = true;
        return extend;
    }
}
