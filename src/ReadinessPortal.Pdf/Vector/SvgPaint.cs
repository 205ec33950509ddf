using System.Globalization;
using System.Xml.Linq;
using ReadinessPortal.Pdf.Infrastructure;
using SkiaSharp;

namespace ReadinessPortal.Pdf.Vector;

/// <summary>How shapes and texts are painted; inherited from the outer element to the inner ones.</summary>
internal sealed record SvgPaint(TextStyle Style)
{
    public Color? Fill { get; init; } = new Color(0xFF000000);

    public Color? Stroke { get; init; }

    public float StrokeWidth { get; init; } = 1;

    public float FillOpacity { get; init; } = 1;

    public float StrokeOpacity { get; init; } = 1;

    public SKStrokeCap Cap { get; init; }

    public SKStrokeJoin Join { get; init; }

    public float[] Dashes { get; init; } = [];

    public string Anchor { get; init; } = "start";

    public string Baseline { get; init; } = "auto";

    public static SvgPaint Initial(TextStyle style) => new(style);

    /// <summary>This paint, changed by what the element says.</summary>
    /// <exception cref="FormatException">A value cannot be read.</exception>
    public SvgPaint With(IReadOnlyDictionary<string, string> said)
    {
        var paint = this;
        foreach (var (name, value) in said)
        {
            paint = paint.With(name, value.Trim());
        }

        return paint;
    }

    public SKPaint? FillPaint() => Fill is { } color
        ? new SKPaint { IsAntialias = true, Style = SKPaintStyle.Fill, Color = Faded(color, FillOpacity) }
        : null;

    public SKPaint? StrokePaint() => Stroke is { } color && StrokeWidth > 0
        ? new SKPaint
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            Color = Faded(color, StrokeOpacity),
            StrokeWidth = StrokeWidth,
            StrokeCap = Cap,
            StrokeJoin = Join,
            PathEffect = Dashes.Length > 0 ? SKPathEffect.CreateDash(Even(Dashes), 0) : null,
        }
        : null;

    public TextStyle TextStyle() => Style with
    {
        Ink = Fill is { } color ? color.WithAlpha((byte)(color.Alpha * FillOpacity)) : new Color(0),
        LineFactor = null,
    };

    private SvgPaint With(string name, string value) => name switch
    {
        "fill" => this with { Fill = ColorOf(value) },
        "stroke" => this with { Stroke = ColorOf(value) },
        "stroke-width" => this with { StrokeWidth = Number(value) },
        "opacity" => this with
        {
            FillOpacity = FillOpacity * Number(value),
            StrokeOpacity = StrokeOpacity * Number(value),
        },
        "fill-opacity" => this with { FillOpacity = FillOpacity * Number(value) },
        "stroke-opacity" => this with { StrokeOpacity = StrokeOpacity * Number(value) },
        "stroke-linecap" => this with { Cap = Enum.Parse<SKStrokeCap>(value, ignoreCase: true) },
        "stroke-linejoin" => this with { Join = Enum.Parse<SKStrokeJoin>(value, ignoreCase: true) },
        "stroke-dasharray" => this with { Dashes = value == "none" ? [] : SvgValues.Numbers(value) },
        "text-anchor" => this with { Anchor = value },
        "dominant-baseline" => this with { Baseline = value },
        "font-size" => this with { Style = Style with { Points = Number(value) } },
        "font-style" => this with { Style = Style with { Slanted = value is "italic" or "oblique" } },
        "font-weight" => this with { Style = Style with { Thickness = WeightOf(value) } },
        "font-family" => this with { Style = Style with { Families = FamiliesOf(value) } },
        _ => this,
    };

    private static SKColor Faded(Color color, float opacity) =>
        new SKColor(color.Hex).WithAlpha((byte)Math.Round(color.Alpha * Math.Clamp(opacity, 0, 1)));

    private Color? ColorOf(string value) => value switch
    {
        "none" or "transparent" => null,
        "currentColor" => Style.Ink ?? new Color(0xFF000000),
        "black" => new Color(0xFF000000),
        "white" => new Color(0xFFFFFFFF),
        ['v', 'a', 'r', '(', .. var inside, ')'] when inside.Contains(',') =>
            ColorOf(inside[(inside.IndexOf(',') + 1)..].Trim()),
        _ when value.Length is 9 or 5 => FromCss(value),
        _ => Color.FromHex(value),
    };

    // CSS writes the transparency last.
    private static Color FromCss(string value) => value.Length == 9
        ? Color.FromHex($"#{value[7..]}{value[1..7]}")
        : Color.FromHex($"#{value[4]}{value[1..4]}");

    private static FontWeight WeightOf(string value) => value switch
    {
        "normal" => FontWeight.Normal,
        "bold" => FontWeight.Bold,
        _ => (FontWeight)(int)Number(value),
    };

    private static string[] FamiliesOf(string value) =>
        [.. value.Split(',').Select(family => family.Trim().Trim('\'', '"'))];

    private static float Number(string value) => float.Parse(
        value.Replace("px", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static float[] Even(float[] dashes) => dashes.Length % 2 == 0 ? dashes : [.. dashes, .. dashes];
}

/// <summary>What the attributes of an element say.</summary>
internal static class SvgValues
{
    public static float[] Numbers(string text) =>
        [.. text.Split([' ', ',', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => float.Parse(number, CultureInfo.InvariantCulture))];

    public static Dictionary<string, string> Of(XElement element)
    {
        var said = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)
            .ToDictionary(attribute => attribute.Name.LocalName, attribute => attribute.Value, StringComparer.Ordinal);
        if (said.Remove("style", out var style))
        {
            foreach (var part in style.Split(';',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var colon = part.IndexOf(':', StringComparison.Ordinal);
                said[part[..colon].Trim()] = part[(colon + 1)..].Trim();
            }
        }

        return said;
    }

    public static float Number(this IReadOnlyDictionary<string, string> said, string name, float otherwise = 0) =>
        said.TryGetValue(name, out var value) ? Numbers(value.Replace("px", " ", StringComparison.Ordinal))[0]
            : otherwise;

    /// <exception cref="FormatException">The transform is not one of translate, scale, rotate and matrix.</exception>
    public static SKMatrix Transform(string text)
    {
        var matrix = SKMatrix.Identity;
        foreach (var part in text.Split(')', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var open = part.IndexOf('(', StringComparison.Ordinal);
            var n = Numbers(part[(open + 1)..]);
            matrix = matrix.PreConcat((part[..Math.Max(0, open)].Trim(',', ' '), n.Length) switch
            {
                ("translate", 1) => SKMatrix.CreateTranslation(n[0], 0),
                ("translate", 2) => SKMatrix.CreateTranslation(n[0], n[1]),
                ("scale", 1) => SKMatrix.CreateScale(n[0], n[0]),
                ("scale", 2) => SKMatrix.CreateScale(n[0], n[1]),
                ("rotate", 1) => SKMatrix.CreateRotationDegrees(n[0]),
                ("rotate", 3) => SKMatrix.CreateRotationDegrees(n[0], n[1], n[2]),
                ("matrix", 6) => new SKMatrix(n[0], n[2], n[4], n[1], n[3], n[5], 0, 0, 1),
                _ => throw new FormatException($"'{text}' is not a transform that is read here."),
            });
        }

        return matrix;
    }
}
