using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>Limits on the size of its content, in points.</summary>
internal sealed class Constrained : Wrapper
{
    public float? MinWidth { get; set; }

    public float? MaxWidth { get; set; }

    public float? MinHeight { get; set; }

    public float? MaxHeight { get; set; }

    public override Piece? Layout(Space space, Continuation? from)
    {
        var width = Math.Min(space.Width, MaxWidth ?? space.Width);
        if (MinHeight is { } least && !space.Holds(least) && from != Continuation.Spent)
        {
            return space.Forced ? Clipped.Of(this, space, from) : null;
        }

        var room = space with { Width = width, Height = Math.Min(space.Height, MaxHeight ?? space.Height) };
        if (LayoutChild(room, from) is not { } inner)
        {
            return null;
        }

        var height = from == Continuation.Spent ? inner.Height : Math.Max(inner.Height, MinHeight ?? 0);
        return Wrap(inner, Math.Min(space.Width, Math.Max(inner.Width, MinWidth ?? 0)), height);
    }

    public override void Draw(Sheet sheet, Area area, Piece inner) => inner.Draw(sheet, area with
    {
        Width = Math.Min(area.Width, MaxWidth ?? area.Width),
        Height = Math.Min(area.Height, MaxHeight ?? area.Height),
    });
}

/// <summary>Takes all the room there is, in one direction or both.</summary>
internal sealed class Extend : Wrapper
{
    public bool Across { get; set; }

    public bool Down { get; set; }

    public override Piece? Layout(Space space, Continuation? from) => LayoutChild(space, from) is { } inner
        ? Wrap(
            inner,
            Across ? Math.Max(inner.Width, space.Width) : inner.Width,
            Down && from != Continuation.Spent ? Math.Max(inner.Height, space.Height) : inner.Height)
        : null;
}
