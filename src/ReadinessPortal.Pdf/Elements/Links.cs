using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>A named part of the document, which links, page numbers and bookmarks lead to.</summary>
internal sealed class Section(string name) : Wrapper
{
    public override Piece? Layout(Space space, Continuation? from) => LayoutChild(space, from) is { } inner
        ? from == Continuation.Spent ? inner : new SectionPiece(name, inner, isFirst: from is null)
        : null;

    private sealed class SectionPiece(string name, Piece inner, bool isFirst)
        : Piece(inner.Width, inner.Height, inner.Rest)
    {
        public override void Draw(Sheet sheet, Area area)
        {
            if (isFirst)
            {
                sheet.Destination(name, area.X, area.Y);
            }

            inner.Draw(sheet, area);
        }

        public override void Locate(SectionPages sections, int page)
        {
            sections.Add(name, page);
            inner.Locate(sections, page);
        }
    }
}

/// <summary>An area that leads to a section when clicked.</summary>
internal sealed class SectionLink(string name) : Wrapper
{
    public override void Draw(Sheet sheet, Area area, Piece inner)
    {
        inner.Draw(sheet, area);
        sheet.LinkToSection(area, name);
    }
}

/// <summary>An area that opens an address when clicked.</summary>
internal sealed class Hyperlink(string address) : Wrapper
{
    public override void Draw(Sheet sheet, Area area, Piece inner)
    {
        inner.Draw(sheet, area);
        sheet.LinkToAddress(area, address);
    }
}

/// <summary>Changes the text style for everything inside.</summary>
internal sealed class StyleScope(TextStyle style) : Wrapper
{
    private TextStyle? _below;
    private TextStyle? _merged;

    public override Piece? Layout(Space space, Continuation? from)
    {
        // The same instance for the same surroundings lets the texts inside keep their lines.
        if (_merged is null || !ReferenceEquals(_below, space.Style))
        {
            (_below, _merged) = (space.Style, style.Over(space.Style));
        }

        return LayoutChild(space with { Style = _merged }, from);
    }
}
