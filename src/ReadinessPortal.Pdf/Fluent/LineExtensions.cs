using ReadinessPortal.Pdf.Elements;
using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Fluent;

public sealed class LineDescriptor
{
    private readonly Rule _rule;

    internal LineDescriptor(Rule rule) => _rule = rule;

    public LineDescriptor LineColor(Color color)
    {
        _rule.Color = color;
        return this;
    }
}

public static class LineExtensions
{
    public static LineDescriptor LineVertical(this IContainer element, float thickness, Unit unit = Unit.Point) =>
        new(element.Put(new Rule(thickness.ToPoints(unit), isVertical: true)));

    public static LineDescriptor LineHorizontal(this IContainer element, float thickness, Unit unit = Unit.Point) =>
        new(element.Put(new Rule(thickness.ToPoints(unit), isVertical: false)));
}
