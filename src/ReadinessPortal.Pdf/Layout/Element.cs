using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Layout;

/// <summary>
/// Something that can be laid out. Elements keep no progress: where to go on is said by the mark that is
/// handed in, so that any piece can be laid out as often as somebody wants to look at it.
/// </summary>
internal abstract class Element
{
    /// <summary>The elements inside, in reading order; used to name the place of something that does not fit.</summary>
    public virtual IEnumerable<Element> Inside => [];

    /// <summary>Whether this must not be the last thing on a page, as a heading must not.</summary>
    public virtual bool StaysWithNext => false;

    /// <summary>
    /// Lays out what comes after <paramref name="from"/> (null: the beginning) in the given space.
    /// Null says that nothing useful fits here and that it should be asked again on the next page.
    /// </summary>
    public abstract Piece? Layout(Space space, Continuation? from);
}

/// <summary>The room an element gets, and how things look there.</summary>
/// <param name="Width">In points.</param>
/// <param name="Height">In points; what is left on this page.</param>
/// <param name="Page">The height, in points, that an empty page would give.</param>
/// <param name="Style">The text style that holds here.</param>
internal readonly record struct Space(float Width, float Height, float Page, TextStyle Style)
{
    /// <summary>Taller than anything that is printed; used to measure without breaking.</summary>
    public const float Endless = 1e6f;

    /// <summary>What rounding may cost before something counts as not fitting.</summary>
    public const float Tolerance = 0.01f;

    /// <summary>
    /// The page is empty and still nothing fits: the first element has to make progress whatever it costs.
    /// </summary>
    public bool Forced { get; init; }

    /// <summary>The content has been shown on an earlier page and is shown again, as page headers are.</summary>
    public bool Repeated { get; init; }

    public bool Holds(float height) => height <= Height + Tolerance;
}

/// <summary>Where an element goes on after a page break.</summary>
internal abstract record Continuation
{
    /// <summary>
    /// Nothing is left to show, but frames and backgrounds are still drawn beside a neighbour that goes on.
    /// </summary>
    public static readonly Continuation Spent = new SpentContinuation();

    private sealed record SpentContinuation : Continuation;
}
