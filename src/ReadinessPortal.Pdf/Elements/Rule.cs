using ReadinessPortal.Pdf.Helpers;
using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>A straight line across or down the area; takes room only in its thickness.</summary>
internal sealed class Rule(float thickness, bool isVertical) : Element
{
    public Color Color { get; set; } = Colors.Black;

    public override Piece? Layout(Space space, Continuation? from) =>
        from == Continuation.Spent ? Piece.Blank()
        : isVertical ? new Stroke(this, thickness, 0)
        : space.Holds(thickness) || space.Forced ? new Stroke(this, 0, thickness)
        : null;

    private sealed class Stroke(Rule owner, float width, float height) : Piece(width, height, null)
    {
        public override void Draw(Sheet sheet, Area area) => sheet.Fill(
            new Area(area.X, area.Y, Width > 0 ? Width : area.Width, Height > 0 ? Height : area.Height), owner.Color);
    }
}
