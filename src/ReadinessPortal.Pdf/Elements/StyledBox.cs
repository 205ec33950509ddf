using ReadinessPortal.Pdf.Helpers;
using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>A background and borders. Borders lie on the edge and cost no room; both are drawn on every page.</summary>
internal sealed class StyledBox : Wrapper
{
    public Color Background { get; set; } = Colors.Transparent;

    public Color BorderColor { get; set; } = Colors.Black;

    public float Left { get; set; }

    public float Top { get; set; }

    public float Right { get; set; }

    public float Bottom { get; set; }

    public float Radius { get; set; }

    public override void Draw(Sheet sheet, Area area, Piece inner)
    {
        sheet.Fill(area, Background, Radius);
        inner.Draw(sheet, area);
        if (Left > 0 && Left == Top && Left == Right && Left == Bottom)
        {
            sheet.Frame(area, BorderColor, Left, Radius);
            return;
        }

        DrawSides(sheet, area);
    }

    private void DrawSides(Sheet sheet, Area area)
    {
        if (Top > 0)
        {
            sheet.Fill(new Area(area.X - (Left / 2), area.Y - (Top / 2), area.Width + ((Left + Right) / 2), Top),
                BorderColor);
        }

        if (Bottom > 0)
        {
            var y = area.Bottom - (Bottom / 2);
            sheet.Fill(new Area(area.X - (Left / 2), y, area.Width + ((Left + Right) / 2), Bottom), BorderColor);
        }

        if (Left > 0)
        {
            sheet.Fill(new Area(area.X - (Left / 2), area.Y, Left, area.Height), BorderColor);
        }

        if (Right > 0)
        {
            sheet.Fill(new Area(area.Right - (Right / 2), area.Y, Right, area.Height), BorderColor);
        }
    }
}
