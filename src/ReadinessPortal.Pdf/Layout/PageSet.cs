using ReadinessPortal.Pdf.Helpers;
using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Layout;

/// <summary>Pages of one kind: as many as the content needs.</summary>
internal sealed class PageSet
{
    public PageSize Size { get; set; } = PageSizes.A4;

    public float Left { get; set; }

    public float Top { get; set; }

    public float Right { get; set; }

    public float Bottom { get; set; }

    public Color Paper { get; set; } = Colors.White;

    public TextStyle Style { get; set; } = TextStyle.Default;

    public Slot Background { get; } = new();

    public Slot Foreground { get; } = new();

    public Slot Header { get; } = new();

    public Slot Content { get; } = new();

    public Slot Footer { get; } = new();
}
