namespace QuestPDF.Fluent;

public static class PaddingExtensions
{
    public static IContainer Padding(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer PaddingHorizontal(this IContainer element, float value, Unit unit = Unit.Point) =>
        throw null!;

    public static IContainer PaddingVertical(this IContainer element, float value, Unit unit = Unit.Point) =>
        throw null!;

    public static IContainer PaddingLeft(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer PaddingTop(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer PaddingRight(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer PaddingBottom(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;
}

public static class AlignmentExtensions
{
    public static IContainer AlignLeft(this IContainer element) => throw null!;

    public static IContainer AlignCenter(this IContainer element) => throw null!;

    public static IContainer AlignRight(this IContainer element) => throw null!;

    public static IContainer AlignTop(this IContainer element) => throw null!;

    public static IContainer AlignMiddle(this IContainer element) => throw null!;

    public static IContainer AlignBottom(this IContainer element) => throw null!;
}

public static class ConstrainedExtensions
{
    public static IContainer Width(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer Height(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer MinWidth(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer MaxWidth(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer MinHeight(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer MaxHeight(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;
}

public static class ExtendExtensions
{
    public static IContainer Extend(this IContainer element) => throw null!;

    public static IContainer ExtendHorizontal(this IContainer element) => throw null!;

    public static IContainer ExtendVertical(this IContainer element) => throw null!;
}

public static class StyledBoxExtensions
{
    public static IContainer Background(this IContainer element, Color color) => throw null!;

    public static IContainer Border(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer Border(this IContainer element, float all, Color color) => throw null!;

    public static IContainer BorderVertical(this IContainer element, float value, Unit unit = Unit.Point) =>
        throw null!;

    public static IContainer BorderHorizontal(this IContainer element, float value, Unit unit = Unit.Point) =>
        throw null!;

    public static IContainer BorderLeft(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer BorderTop(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer BorderRight(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer BorderBottom(this IContainer element, float value, Unit unit = Unit.Point) => throw null!;

    public static IContainer BorderColor(this IContainer element, Color color) => throw null!;

    public static IContainer CornerRadius(this IContainer element, float value = 0, Unit unit = Unit.Point) =>
        throw null!;
}
