namespace QuestPDF.Fluent;

public delegate string PageNumberFormatter(int? pageNumber);

public class TextSpanDescriptor;

public class TextPageNumberDescriptor : TextSpanDescriptor
{
    public TextPageNumberDescriptor Format(PageNumberFormatter formatter) => throw null!;
}

public class TextBlockDescriptor : TextSpanDescriptor
{
    public TextBlockDescriptor AlignLeft() => throw null!;

    public TextBlockDescriptor AlignCenter() => throw null!;

    public TextBlockDescriptor AlignRight() => throw null!;

    public TextBlockDescriptor ClampLines(int maxLines, string ellipsis = "…") => throw null!;

    public TextBlockDescriptor ParagraphSpacing(float value, Unit unit = Unit.Point) => throw null!;
}

public class TextDescriptor
{
    public void DefaultTextStyle(TextStyle style) => throw null!;

    public void DefaultTextStyle(Func<TextStyle, TextStyle> style) => throw null!;

    public void AlignLeft() => throw null!;

    public void AlignCenter() => throw null!;

    public void AlignRight() => throw null!;

    public void ClampLines(int maxLines, string ellipsis = "…") => throw null!;

    public void ParagraphSpacing(float value, Unit unit = Unit.Point) => throw null!;

    public TextSpanDescriptor Span(string? text) => throw null!;

    public TextSpanDescriptor Line(string? text) => throw null!;

    public TextSpanDescriptor EmptyLine() => throw null!;

    public TextPageNumberDescriptor CurrentPageNumber() => throw null!;

    public TextPageNumberDescriptor TotalPages() => throw null!;

    public TextPageNumberDescriptor BeginPageNumberOfSection(string sectionName) => throw null!;

    public TextPageNumberDescriptor EndPageNumberOfSection(string sectionName) => throw null!;

    public TextPageNumberDescriptor PageNumberWithinSection(string sectionName) => throw null!;

    public TextPageNumberDescriptor TotalPagesWithinSection(string sectionName) => throw null!;

    public TextSpanDescriptor SectionLink(string? text, string sectionName) => throw null!;

    public TextSpanDescriptor Hyperlink(string? text, string url) => throw null!;
}

public static class TextExtensions
{
    public static void Text(this IContainer element, Action<TextDescriptor> content) => throw null!;

    public static TextBlockDescriptor Text(this IContainer element, string? text) => throw null!;
}
