using System.Collections.Concurrent;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ReadinessPortal.Pdf.Elements;
using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Layout;

namespace ReadinessPortal.Pdf.Vector;

/// <summary>
/// A drawing in the part of SVG that the charts use: svg, g, rect, line, circle, ellipse, polyline, polygon,
/// path, text and tspan, with presentation attributes. Titles and descriptions are for the browser only.
/// </summary>
internal sealed class SvgDrawing : IDrawing
{
    // Marks and badges come back on every page; charts are too long to be worth keeping.
    private const int MostKept = 256;
    private const int LongestKept = 1_000;
    private static readonly ConcurrentDictionary<string, SvgDrawing> _kept = new(StringComparer.Ordinal);

    private readonly SvgNode _root;
    private readonly float _left;
    private readonly float _top;

    private SvgDrawing(SvgNode root, float left, float top, float width, float height)
    {
        (_root, _left, _top) = (root, left, top);
        (Width, Height) = (width, height);
    }

    public float Width { get; }

    public float Height { get; }

    /// <exception cref="InvalidDataException">
    /// The text is no SVG, or uses an element or a value that is not read.
    /// </exception>
    public static SvgDrawing Read(string svg)
    {
        ArgumentNullException.ThrowIfNull(svg);
        return svg.Length > LongestKept || (_kept.Count >= MostKept && !_kept.ContainsKey(svg))
            ? Parse(svg)
            : _kept.GetOrAdd(svg, Parse);
    }

    public void Draw(Sheet sheet, TextStyle style)
    {
        sheet.Canvas.Translate(-_left, -_top);
        _root.Draw(sheet, SvgPaint.Initial(style));
    }

    private static SvgDrawing Parse(string svg)
    {
        try
        {
            var root = XDocument.Parse(svg, LoadOptions.PreserveWhitespace).Root!;
            var box = SvgValues.Numbers(root.Attribute("viewBox")?.Value ?? string.Empty);
            var width = Length(root, "width") ?? (box.Length == 4 ? box[2] : 0);
            var height = Length(root, "height") ?? (box.Length == 4 ? box[3] : 0);
            if (box.Length == 4)
            {
                (width, height) = (box[2], box[3]);
            }

            if (root.Name.LocalName != "svg" || !(width > 0) || !(height > 0))
            {
                throw new InvalidDataException(
                    "A drawing needs an svg element with a viewBox, or a width and a height.");
            }

            var (left, top) = box.Length == 4 ? (box[0], box[1]) : (0, 0);
            return new SvgDrawing(SvgReader.Group(root), left, top, width, height);
        }
        catch (Exception exception) when (exception is XmlException or FormatException)
        {
            throw new InvalidDataException("The drawing cannot be read.", exception);
        }
    }

    private static float? Length(XElement element, string name) =>
        element.Attribute(name)?.Value is { } text && !text.EndsWith('%')
            ? float.Parse(text.Replace("px", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture)
            : null;
}
