using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Typesetting;

namespace ReadinessPortal.Pdf.Fluent;

/// <summary>A text of several styles, with links and page numbers.</summary>
public sealed class TextDescriptor
{
    internal TextDescriptor()
    {
    }

    internal TextBlock Block { get; } = new();

    public void DefaultTextStyle(TextStyle style) => Block.Style = style;

    public void DefaultTextStyle(Func<TextStyle, TextStyle> style)
    {
        ArgumentNullException.ThrowIfNull(style);
        Block.Style = style(TextStyle.Default);
    }

    public void AlignLeft() => Block.Alignment = TextAlignment.Left;

    public void AlignCenter() => Block.Alignment = TextAlignment.Center;

    public void AlignRight() => Block.Alignment = TextAlignment.Right;

    public void ClampLines(int maxLines, string ellipsis = "…") =>
        (Block.MostLines, Block.Ellipsis) = (maxLines, ellipsis);

    public void ParagraphSpacing(float value, Unit unit = Unit.Point) => Block.ParagraphSpacing = value.ToPoints(unit);

    /// <summary>Appends text; a line feed in it begins a new paragraph.</summary>
    public TextSpanDescriptor Span(string? text)
    {
        var parts = (text ?? string.Empty).Replace("\r", string.Empty, StringComparison.Ordinal).Split('\n');
        var inlines = Array.ConvertAll(parts, part => new Inline(part));
        Append(inlines[0]);
        foreach (var inline in inlines.Skip(1))
        {
            Block.Paragraphs.Add([inline]);
        }

        return new TextSpanDescriptor(inlines);
    }

    /// <summary>Appends text and ends the paragraph.</summary>
    public TextSpanDescriptor Line(string? text) => Span(text + "\n");

    public TextSpanDescriptor EmptyLine() => Span("\n");

    public TextPageNumberDescriptor CurrentPageNumber() => Number(page => page.Page);

    public TextPageNumberDescriptor TotalPages() => Number(page => page.Pages);

    public TextPageNumberDescriptor BeginPageNumberOfSection(string sectionName) =>
        Number(page => page.Sections.First(sectionName));

    public TextPageNumberDescriptor EndPageNumberOfSection(string sectionName) =>
        Number(page => page.Sections.Last(sectionName));

    public TextPageNumberDescriptor PageNumberWithinSection(string sectionName) =>
        Number(page => page.Page + 1 - page.Sections.First(sectionName));

    public TextPageNumberDescriptor TotalPagesWithinSection(string sectionName) =>
        Number(page => page.Sections.Last(sectionName) + 1 - page.Sections.First(sectionName));

    public TextSpanDescriptor SectionLink(string? text, string sectionName) =>
        Linked(new Inline(text ?? string.Empty) { Section = sectionName });

    public TextSpanDescriptor Hyperlink(string? text, string url) =>
        Linked(new Inline(text ?? string.Empty) { Address = url });

    private TextSpanDescriptor Linked(Inline inline)
    {
        Append(inline);
        return new TextSpanDescriptor([inline]);
    }

    private TextPageNumberDescriptor Number(Func<PageContext, int?> source)
    {
        var number = new PageNumber(source);
        var inline = new Inline(string.Empty) { Number = number };
        Append(inline);
        return new TextPageNumberDescriptor(inline, number);
    }

    private void Append(Inline inline)
    {
        if (Block.Paragraphs.Count == 0)
        {
            Block.Paragraphs.Add([]);
        }

        // An empty text gives an empty line its height and is in the way of anything that follows.
        var paragraph = Block.Paragraphs[^1];
        if (paragraph is [{ Text: "", Number: null }])
        {
            paragraph.Clear();
        }

        paragraph.Add(inline);
    }
}
