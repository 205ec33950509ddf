using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;

namespace ReadinessPortal.Pdf.Vector;

/// <summary>Turns elements into nodes that can be drawn.</summary>
internal static partial class SvgReader
{
    /// <exception cref="InvalidDataException">An element is not in the subset that is read.</exception>
    public static SvgNode Group(XElement element) =>
        new SvgGroup(SvgValues.Of(element), [.. element.Elements().Select(Node).OfType<SvgNode>()]);

    private static SvgNode? Node(XElement element)
    {
        var said = SvgValues.Of(element);
        return element.Name.LocalName switch
        {
            "g" => Group(element),
            "title" or "desc" or "metadata" => null,
            "text" => Text(element, said),
            "rect" => Shape(said, path => AddRectangle(path, said)),
            "circle" => Shape(said, path => path.AddCircle(said.Number("cx"), said.Number("cy"), said.Number("r"))),
            "ellipse" => Shape(said, path => AddEllipse(path, said)),
            "line" => Shape(said, path =>
            {
                path.MoveTo(said.Number("x1"), said.Number("y1"));
                path.LineTo(said.Number("x2"), said.Number("y2"));
            }),
            "polyline" => Shape(said, path => path.AddPoly(Points(said), close: false)),
            "polygon" => Shape(said, path => path.AddPoly(Points(said), close: true)),
            "path" => new SvgShape(said, SKPath.ParseSvgPathData(said.GetValueOrDefault("d", string.Empty))
                ?? throw new InvalidDataException("The data of a path cannot be read.")),
            var other => throw new InvalidDataException($"The SVG element '{other}' is not read here."),
        };
    }

    private static SvgShape Shape(Dictionary<string, string> said, Action<SKPath> add)
    {
        var path = new SKPath();
        add(path);
        return new SvgShape(said, path);
    }

    private static void AddRectangle(SKPath path, Dictionary<string, string> said)
    {
        var box = SKRect.Create(said.Number("x"), said.Number("y"), said.Number("width"), said.Number("height"));
        var radius = said.Number("rx", said.Number("ry"));
        if (radius > 0)
        {
            path.AddRoundRect(box, radius, said.Number("ry", radius));
        }
        else
        {
            path.AddRect(box);
        }
    }

    private static void AddEllipse(SKPath path, Dictionary<string, string> said)
    {
        var (rx, ry) = (said.Number("rx"), said.Number("ry"));
        path.AddOval(SKRect.Create(said.Number("cx") - rx, said.Number("cy") - ry, 2 * rx, 2 * ry));
    }

    private static SKPoint[] Points(Dictionary<string, string> said) =>
        [.. SvgValues.Numbers(said.GetValueOrDefault("points", string.Empty)).Chunk(2)
            .Select(p => new SKPoint(p[0], p[1]))];

    // A tspan with a place of its own starts a new label; one without goes on in the line.
    private static SvgText Text(XElement element, Dictionary<string, string> said)
    {
        var (x, y) = (said.Number("x") + said.Number("dx"), said.Number("y") + said.Number("dy"));
        var labels = new List<SvgLabel>();
        foreach (var node in element.Nodes())
        {
            var own = node is XElement span ? SvgValues.Of(span) : [];
            var isPlaced = own.ContainsKey("x") || own.ContainsKey("y") || own.ContainsKey("dy");
            (x, y) = (own.Number("x", x) + own.Number("dx"), own.Number("y", y) + own.Number("dy"));
            var text = Blanks().Replace(node switch
            {
                XElement { Name.LocalName: "tspan" } inner => inner.Value,
                XElement { Name.LocalName: "title" } => string.Empty,
                XElement other => throw new InvalidDataException(
                    $"The SVG element '{other.Name.LocalName}' is not read in texts."),
                XText plain => plain.Value,
                _ => string.Empty,
            }, " ");
            if (isPlaced || labels.Count == 0)
            {
                labels.Add(new SvgLabel(x, y, []));
            }

            labels[^1].Spans.Add((text, own));
        }

        return new SvgText(said, [.. labels
            .Where(label => label.Spans.Exists(span => !string.IsNullOrWhiteSpace(span.Text)))]);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
