using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>Empty room around its content, on every page that the content goes on.</summary>
internal sealed class Padding : Wrapper
{
    public float Left { get; set; }

    public float Top { get; set; }

    public float Right { get; set; }

    public float Bottom { get; set; }

    public override Piece? Layout(Space space, Continuation? from)
    {
        var room = space with
        {
            Width = Math.Max(0, space.Width - Left - Right),
            Height = Math.Max(0, space.Height - Top - Bottom),
        };
        if (!space.Holds(Top + Bottom) && !space.Forced)
        {
            return null;
        }

        return LayoutChild(room, from) is { } inner
            ? Wrap(inner, inner.Width + Left + Right, inner.Height + Top + Bottom)
            : null;
    }

    public override void Draw(Sheet sheet, Area area, Piece inner) => inner.Draw(sheet, new Area(
        area.X + Left, area.Y + Top, Math.Max(0, area.Width - Left - Right), Math.Max(0, area.Height - Top - Bottom)));
}
