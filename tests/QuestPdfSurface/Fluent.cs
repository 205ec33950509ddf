using System.Runtime.CompilerServices;

namespace QuestPDF.Fluent;

public class Document : IDocument
{
    private Document()
    {
    }

    public static Document Create(Action<IDocumentContainer> handler) => throw null!;

    public Document WithMetadata(DocumentMetadata metadata) => throw null!;

    public Document WithSettings(DocumentSettings settings) => throw null!;

    public DocumentMetadata GetMetadata() => throw null!;

    public DocumentSettings GetSettings() => throw null!;

    public void Compose(IDocumentContainer container) => throw null!;
}

public static class GenerateExtensions
{
    public static byte[] GeneratePdf(this IDocument document) => throw null!;

    public static void GeneratePdf(this IDocument document, Stream stream) => throw null!;
}

public class PageDescriptor
{
    public void Size(PageSize pageSize) => throw null!;

    public void MarginLeft(float value, Unit unit = Unit.Point) => throw null!;

    public void MarginRight(float value, Unit unit = Unit.Point) => throw null!;

    public void MarginTop(float value, Unit unit = Unit.Point) => throw null!;

    public void MarginBottom(float value, Unit unit = Unit.Point) => throw null!;

    public void MarginVertical(float value, Unit unit = Unit.Point) => throw null!;

    public void MarginHorizontal(float value, Unit unit = Unit.Point) => throw null!;

    public void Margin(float value, Unit unit = Unit.Point) => throw null!;

    public void DefaultTextStyle(TextStyle textStyle) => throw null!;

    public void DefaultTextStyle(Func<TextStyle, TextStyle> handler) => throw null!;

    public void PageColor(Color color) => throw null!;

    public IContainer Background() => throw null!;

    public IContainer Foreground() => throw null!;

    public IContainer Header() => throw null!;

    public IContainer Content() => throw null!;

    public IContainer Footer() => throw null!;
}

public static class PageExtensions
{
    public static IDocumentContainer Page(this IDocumentContainer document, Action<PageDescriptor> handler) =>
        throw null!;
}

public static class ElementExtensions
{
    public static void Element(
        this IContainer parent,
        Action<IContainer> handler,
        [CallerArgumentExpression(nameof(handler))] string handlerName = null!,
        [CallerMemberName] string parentName = "",
        [CallerFilePath] string sourceFilePath = "",
        [CallerLineNumber] int sourceLineNumber = 0) => throw null!;

    public static IContainer Element(
        this IContainer parent,
        Func<IContainer, IContainer> handler,
        [CallerArgumentExpression(nameof(handler))] string handlerName = null!,
        [CallerMemberName] string parentName = "",
        [CallerFilePath] string sourceFilePath = "",
        [CallerLineNumber] int sourceLineNumber = 0) => throw null!;

    public static IContainer Container(this IContainer element) => throw null!;

    public static IContainer ShowOnce(this IContainer element) => throw null!;

    public static IContainer SkipOnce(this IContainer element) => throw null!;

    public static IContainer ShowEntire(this IContainer element) => throw null!;

    public static IContainer EnsureSpace(this IContainer element, float minHeight = 150) => throw null!;

    public static IContainer StopPaging(this IContainer element) => throw null!;

    public static IContainer PreventPageBreak(this IContainer element) => throw null!;

    public static IContainer ShowIf(this IContainer element, bool condition) => throw null!;

    public static void PageBreak(this IContainer element) => throw null!;

    public static IContainer Section(this IContainer element, string sectionName) => throw null!;

    public static IContainer SectionLink(this IContainer element, string sectionName) => throw null!;

    public static IContainer Hyperlink(this IContainer element, string url) => throw null!;

    public static IContainer DefaultTextStyle(this IContainer element, TextStyle textStyle) => throw null!;

    public static IContainer DefaultTextStyle(this IContainer element, Func<TextStyle, TextStyle> handler) =>
        throw null!;
}

public static class ComponentExtensions
{
    public static void Component<T>(this IContainer element, T component)
        where T : IComponent => throw null!;

    public static void Component<T>(this IContainer element)
        where T : IComponent, new() => throw null!;
}

public class ColumnDescriptor
{
    public void Spacing(float value, Unit unit = Unit.Point) => throw null!;

    public IContainer Item() => throw null!;
}

public static class ColumnExtensions
{
    public static void Column(this IContainer element, Action<ColumnDescriptor> handler) => throw null!;
}

public class RowDescriptor
{
    public void Spacing(float spacing, Unit unit = Unit.Point) => throw null!;

    public IContainer RelativeItem(float size = 1) => throw null!;

    public IContainer ConstantItem(float size, Unit unit = Unit.Point) => throw null!;

    public IContainer AutoItem() => throw null!;
}

public static class RowExtensions
{
    public static void Row(this IContainer element, Action<RowDescriptor> handler) => throw null!;
}

public class LineDescriptor
{
    public LineDescriptor LineColor(Color color) => throw null!;
}

public static class LineExtensions
{
    public static LineDescriptor LineVertical(this IContainer element, float thickness, Unit unit = Unit.Point) =>
        throw null!;

    public static LineDescriptor LineHorizontal(this IContainer element, float thickness, Unit unit = Unit.Point) =>
        throw null!;
}

public class ImageDescriptor
{
    public ImageDescriptor FitWidth() => throw null!;

    public ImageDescriptor FitHeight() => throw null!;

    public ImageDescriptor FitArea() => throw null!;
}

public static class ImageExtensions
{
    public static ImageDescriptor Image(this IContainer parent, byte[] imageData) => throw null!;
}

public delegate string? GenerateDynamicSvgDelegate(Size size);

public class SvgImageDescriptor
{
    public SvgImageDescriptor FitWidth() => throw null!;

    public SvgImageDescriptor FitHeight() => throw null!;

    public SvgImageDescriptor FitArea() => throw null!;
}

public static class SvgExtensions
{
    public static SvgImageDescriptor Svg(this IContainer container, string svg) => throw null!;

    public static void Svg(this IContainer element, GenerateDynamicSvgDelegate dynamicSvgSource) => throw null!;
}
