using ReadinessPortal.Pdf.Elements;
using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Fluent;

public static class StyledBoxExtensions
{
    public static IContainer Background(this IContainer element, Color color)
    {
        var box = BoxOf(element);
        box.Background = color;
        return box;
    }

    public static IContainer Border(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, value, value, value, value, unit);

    public static IContainer Border(this IContainer element, float all, Color color) =>
        element.Border(all).BorderColor(color);

    public static IContainer BorderVertical(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, value, 0, value, 0, unit);

    public static IContainer BorderHorizontal(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, 0, value, 0, value, unit);

    public static IContainer BorderLeft(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, value, 0, 0, 0, unit);

    public static IContainer BorderTop(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, 0, value, 0, 0, unit);

    public static IContainer BorderRight(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, 0, 0, value, 0, unit);

    public static IContainer BorderBottom(this IContainer element, float value, Unit unit = Unit.Point) =>
        Add(element, 0, 0, 0, value, unit);

    public static IContainer BorderColor(this IContainer element, Color color)
    {
        var box = BoxOf(element);
        box.BorderColor = color;
        return box;
    }

    /// <summary>Rounds the background and a border that is the same on all sides.</summary>
    public static IContainer CornerRadius(this IContainer element, float value = 0, Unit unit = Unit.Point)
    {
        var box = BoxOf(element);
        box.Radius = value.ToPoints(unit);
        return box;
    }

    private static StyledBox Add(IContainer element, float left, float top, float right, float bottom, Unit unit)
    {
        var box = BoxOf(element);
        box.Left += left.ToPoints(unit);
        box.Top += top.ToPoints(unit);
        box.Right += right.ToPoints(unit);
        box.Bottom += bottom.ToPoints(unit);
        return box;
    }

    private static StyledBox BoxOf(IContainer element) => element as StyledBox ?? element.Put(new StyledBox());
}
