using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>Ends the page.</summary>
internal sealed class PageBreak : Element
{
    public override Piece? Layout(Space space, Continuation? from) =>
        from is null ? Piece.Blank(0, 0, new BrokenMark()) : Piece.Blank();

    private sealed record BrokenMark : Continuation;
}

/// <summary>Keeps its content on one page. Content that fits no page is broken after all.</summary>
internal sealed class ShowEntire : Wrapper
{
    public override Piece? Layout(Space space, Continuation? from)
    {
        var piece = LayoutChild(space, from);
        return piece?.Rest is null || space.Forced || from is not null ? piece : null;
    }
}

/// <summary>
/// Keeps the beginning of its content together: moves it to the next page unless it fits there anyway.
/// </summary>
internal sealed class PreventPageBreak : Wrapper
{
    public override Piece? Layout(Space space, Continuation? from)
    {
        var piece = LayoutChild(space, from);
        return piece?.Rest is null || from is not null || space.Forced || space.Holds(space.Page) ? piece : null;
    }
}

/// <summary>
/// Starts its content only where at least this much room, in points, is left. In a column that is a heading: it moves
/// to the next page, too, when what follows it cannot start on this one.
/// </summary>
internal sealed class EnsureSpace(float least) : Wrapper
{
    public override bool StaysWithNext => true;

    public override Piece? Layout(Space space, Continuation? from) =>
        from is not null || space.Forced || space.Holds(Math.Min(least, space.Page)) ? LayoutChild(space, from) : null;
}

/// <summary>Shows as much of its content as fits where it begins, which may be nothing, and drops the rest.</summary>
internal sealed class StopPaging : Wrapper
{
    public override Piece? Layout(Space space, Continuation? from) =>
        LayoutChild(space, from) is { } piece ? WrapAsAll(piece) : Piece.Blank();
}

/// <summary>Shows its content the first time only, where the surroundings repeat themselves.</summary>
internal sealed class ShowOnce : Wrapper
{
    public override Piece? Layout(Space space, Continuation? from) =>
        space.Repeated ? Piece.Blank() : LayoutChild(space, from);
}

/// <summary>Leaves its content out the first time, where the surroundings repeat themselves.</summary>
internal sealed class SkipOnce : Wrapper
{
    public override Piece? Layout(Space space, Continuation? from) =>
        space.Repeated ? LayoutChild(space, from) : Piece.Blank();
}
