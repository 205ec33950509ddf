using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Helpers;

/// <summary>The size of a sheet, kept in points.</summary>
public sealed class PageSize(float width, float height, Unit unit = Unit.Point)
{
    public float Width { get; } = width.ToPoints(unit);

    public float Height { get; } = height.ToPoints(unit);
}

public static class PageSizes
{
    public static PageSize A3 { get; } = new(841.8898f, 1190.551f);

    public static PageSize A4 { get; } = new(595.2756f, 841.8898f);

    public static PageSize A5 { get; } = new(419.5276f, 595.2756f);

    public static PageSize Letter { get; } = new(612, 792);
}

public static class PageSizeExtensions
{
    public static PageSize Portrait(this PageSize size) =>
        new(Math.Min(size.Width, size.Height), Math.Max(size.Width, size.Height));

    public static PageSize Landscape(this PageSize size) =>
        new(Math.Max(size.Width, size.Height), Math.Min(size.Width, size.Height));
}
