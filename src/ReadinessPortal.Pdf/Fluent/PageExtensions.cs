using ReadinessPortal.Pdf.Helpers;
using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Fluent;

/// <summary>A set of pages of one kind.</summary>
public sealed class PageDescriptor
{
    internal PageSet Pages { get; } = new();

    public void Size(float width, float height, Unit unit = Unit.Point) => Size(new PageSize(width, height, unit));

    public void Size(PageSize pageSize) => Pages.Size = pageSize;

    public void MarginLeft(float value, Unit unit = Unit.Point) => Pages.Left = value.ToPoints(unit);

    public void MarginRight(float value, Unit unit = Unit.Point) => Pages.Right = value.ToPoints(unit);

    public void MarginTop(float value, Unit unit = Unit.Point) => Pages.Top = value.ToPoints(unit);

    public void MarginBottom(float value, Unit unit = Unit.Point) => Pages.Bottom = value.ToPoints(unit);

    public void MarginVertical(float value, Unit unit = Unit.Point)
    {
        MarginTop(value, unit);
        MarginBottom(value, unit);
    }

    public void MarginHorizontal(float value, Unit unit = Unit.Point)
    {
        MarginLeft(value, unit);
        MarginRight(value, unit);
    }

    public void Margin(float value, Unit unit = Unit.Point)
    {
        MarginVertical(value, unit);
        MarginHorizontal(value, unit);
    }

    public void DefaultTextStyle(TextStyle textStyle) => Pages.Style = textStyle;

    public void DefaultTextStyle(Func<TextStyle, TextStyle> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Pages.Style = handler(TextStyle.Default);
    }

    public void PageColor(Color color) => Pages.Paper = color;

    /// <summary>Behind everything else, on the whole sheet.</summary>
    public IContainer Background() => Pages.Background;

    /// <summary>In front of everything else, on the whole sheet.</summary>
    public IContainer Foreground() => Pages.Foreground;

    /// <summary>Above the content of every page; must fit on one.</summary>
    public IContainer Header() => Pages.Header;

    public IContainer Content() => Pages.Content;

    /// <summary>Below the content of every page; must fit on one.</summary>
    public IContainer Footer() => Pages.Footer;
}

public static class PageExtensions
{
    public static IDocumentContainer Page(this IDocumentContainer document, Action<PageDescriptor> handler)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(handler);
        var descriptor = new PageDescriptor();
        handler(descriptor);
        document.Add(descriptor.Pages);
        return document;
    }
}
