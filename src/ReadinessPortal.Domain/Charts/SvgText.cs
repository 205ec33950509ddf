using System.Globalization;
using System.Net;
using System.Text;

namespace ReadinessPortal.Domain.Charts;

/// <summary>
/// Writes the closed SVG subset that browser and report share: rect, line, circle, path and text, with attributes only.
/// Numbers have at most two decimals; text is escaped.
/// </summary>
internal sealed class SvgText(float width, float height, string title)
{
    private readonly StringBuilder _body = new();

    public void Rect(float x, float y, float w, float h, string fill) =>
        _body.Append(CultureInfo.InvariantCulture, $"""<rect x="{x:0.##}" y="{y:0.##}" width="{Math.Max(w, 0):0.##}" """
            + $"""height="{h:0.##}" fill="{fill}"/>""");

    public void Line(float x1, float y1, float x2, float y2, string stroke, float thickness = 1) =>
        _body.Append(CultureInfo.InvariantCulture, $"""<line x1="{x1:0.##}" y1="{y1:0.##}" """
            + $"""x2="{x2:0.##}" y2="{y2:0.##}" stroke="{stroke}" stroke-width="{thickness:0.##}"/>""");

    public void Circle(float cx, float cy, float r, string fill, string stroke) =>
        _body.Append(CultureInfo.InvariantCulture, $"""<circle cx="{cx:0.##}" cy="{cy:0.##}" r="{r:0.##}" """
            + $"""fill="{fill}" stroke="{stroke}" stroke-width="1.2"/>""");

    public void Text(
        float x, float y, string text, string fill, float size, string anchor = "start", bool bold = false) =>
        _body.Append(CultureInfo.InvariantCulture, $"""<text x="{x:0.##}" y="{y:0.##}" font-size="{size:0.##}" """
            + $"""fill="{fill}" text-anchor="{anchor}"{(bold ? " font-weight=\"700\"" : "")}>"""
            + $"""{WebUtility.HtmlEncode(text)}</text>""");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0.##} {height:0.##}" """
        + $"""width="{width:0.##}" height="{height:0.##}" role="img" """
        + $"""aria-label="{WebUtility.HtmlEncode(title)}">{_body}</svg>""");
}
