using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Layout;

/// <summary>An element around one other element.</summary>
internal abstract class Wrapper : Element, IContainer
{
    public Element? Child { get; set; }

    Element? IContainer.Child
    {
        get => Child;
        set => Child = value;
    }

    public override IEnumerable<Element> Inside => Child is null ? [] : [Child];

    public override bool StaysWithNext => Child is { StaysWithNext: true };

    public override Piece? Layout(Space space, Continuation? from) =>
        LayoutChild(space, from) is { } inner ? Wrap(inner, inner.Width, inner.Height) : null;

    public virtual void Draw(Sheet sheet, Area area, Piece inner) => inner.Draw(sheet, area);

    protected Piece? LayoutChild(Space space, Continuation? from) =>
        Child is null ? Piece.Blank() : Child.Layout(space, from);

    protected Piece Wrap(Piece inner, float width, float height) =>
        new Wrapped(this, inner, width, height, inner.Rest);

    /// <summary>What is left of the content is given up.</summary>
    protected Piece WrapAsAll(Piece inner) => new Wrapped(this, inner, inner.Width, inner.Height, null);

    private sealed class Wrapped(Wrapper owner, Piece inner, float width, float height, Continuation? rest)
        : Piece(width, height, rest)
    {
        public override void Draw(Sheet sheet, Area area) => owner.Draw(sheet, area, inner);

        public override void Locate(SectionPages sections, int page) => inner.Locate(sections, page);
    }
}

/// <summary>A place that is filled by the fluent calls and adds nothing itself.</summary>
internal class Slot : Wrapper
{
    public override Piece? Layout(Space space, Continuation? from) => LayoutChild(space, from);
}
