using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Typesetting;

namespace ReadinessPortal.Pdf.Fluent;

/// <summary>Writes a page number; null asks for a text as wide as the number may become.</summary>
public delegate string PageNumberFormatter(int? pageNumber);

/// <summary>A stretch of text whose style can be changed.</summary>
public class TextSpanDescriptor
{
    private readonly IReadOnlyList<Inline> _inlines;

    internal TextSpanDescriptor(IReadOnlyList<Inline> inlines) => _inlines = inlines;

    internal void Change(Func<TextStyle, TextStyle> change)
    {
        foreach (var inline in _inlines)
        {
            inline.Style = change(inline.Style);
        }
    }
}

public sealed class TextPageNumberDescriptor : TextSpanDescriptor
{
    private readonly PageNumber _number;

    internal TextPageNumberDescriptor(Inline inline, PageNumber number)
        : base([inline]) => _number = number;

    public TextPageNumberDescriptor Format(PageNumberFormatter formatter)
    {
        _number.Format = formatter;
        return this;
    }
}

/// <summary>A text that was given in one call.</summary>
public sealed class TextBlockDescriptor : TextSpanDescriptor
{
    private readonly TextBlock _block;

    internal TextBlockDescriptor(TextBlock block)
        : base([.. block.Paragraphs.SelectMany(paragraph => paragraph)]) => _block = block;

    public TextBlockDescriptor AlignLeft() => Aligned(TextAlignment.Left);

    public TextBlockDescriptor AlignCenter() => Aligned(TextAlignment.Center);

    public TextBlockDescriptor AlignRight() => Aligned(TextAlignment.Right);

    /// <summary>Shows no more than this many lines; a text that is cut ends in the ellipsis.</summary>
    public TextBlockDescriptor ClampLines(int maxLines, string ellipsis = "…")
    {
        (_block.MostLines, _block.Ellipsis) = (maxLines, ellipsis);
        return this;
    }

    public TextBlockDescriptor ParagraphSpacing(float value, Unit unit = Unit.Point)
    {
        _block.ParagraphSpacing = value.ToPoints(unit);
        return this;
    }

    private TextBlockDescriptor Aligned(TextAlignment alignment)
    {
        _block.Alignment = alignment;
        return this;
    }
}

public static class TextExtensions
{
    public static void Text(this IContainer element, Action<TextDescriptor> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var descriptor = new TextDescriptor();
        content(descriptor);
        element.Put(descriptor.Block);
    }

    public static TextBlockDescriptor Text(this IContainer element, string? text)
    {
        var descriptor = new TextDescriptor();
        descriptor.Span(text);
        return new TextBlockDescriptor(element.Put(descriptor.Block));
    }
}
