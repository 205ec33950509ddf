using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>
/// Puts its content at an edge or in the middle of the area; a direction that is not set stretches it.
/// </summary>
internal sealed class Align : Wrapper
{
    /// <summary>0 is left, 0.5 the middle, 1 right.</summary>
    public float? Across { get; set; }

    /// <summary>0 is top, 0.5 the middle, 1 bottom.</summary>
    public float? Down { get; set; }

    public override void Draw(Sheet sheet, Area area, Piece inner)
    {
        var width = Across is null ? area.Width : Math.Min(inner.Width, area.Width);
        var height = Down is null ? area.Height : Math.Min(inner.Height, area.Height);
        inner.Draw(sheet, new Area(
            area.X + ((area.Width - width) * (Across ?? 0)),
            area.Y + ((area.Height - height) * (Down ?? 0)),
            width,
            height));
    }
}
