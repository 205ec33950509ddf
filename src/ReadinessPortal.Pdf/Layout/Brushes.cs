using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Typesetting;
using SkiaSharp;

namespace ReadinessPortal.Pdf.Layout;

/// <summary>The native objects that drawing needs, kept while one document is written.</summary>
internal sealed class Brushes : IDisposable
{
    private readonly SKPaint _fill = new() { IsAntialias = true, Style = SKPaintStyle.Fill };
    private readonly SKPaint _stroke = new() { IsAntialias = true, Style = SKPaintStyle.Stroke };
    private readonly SKTextBlobBuilder _builder = new();
    private readonly Dictionary<(Face Face, float Size), SKFont> _fonts = [];
    private ushort[] _ids = new ushort[256];
    private float[] _xs = new float[256];
    private SKPoint[] _points = new SKPoint[256];

    public SKPaint Fill(Color color)
    {
        _fill.Color = new SKColor(color.Hex);
        return _fill;
    }

    public SKPaint Stroke(Color color, float thickness)
    {
        _stroke.Color = new SKColor(color.Hex);
        _stroke.StrokeWidth = thickness;
        return _stroke;
    }

    /// <summary>Draws atoms of one face and look; answers where the next ones start.</summary>
    public float Draw(SKCanvas canvas, ReadOnlySpan<Atom> atoms, float x, float baseline)
    {
        var (look, count, isLevel) = (atoms[0].Look, 0, true);
        foreach (var atom in atoms)
        {
            Grow(count + atom.Glyphs.Ids.Length);
            isLevel &= atom.Glyphs.Y is null;
            for (var index = 0; index < atom.Glyphs.Ids.Length; index++, count++)
            {
                _ids[count] = atom.Glyphs.Ids[index];
                _xs[count] = x + ((atom.Glyphs.X[index] + (look.Tracking * index)) * look.Size);
                _points[count] = new SKPoint(_xs[count], baseline + ((atom.Glyphs.Y?[index] ?? 0) * look.Size));
            }

            x += atom.Width;
        }

        if (count == 0)
        {
            return x;
        }

        var font = Font(atoms[0].Face, look.Size);
        if (isLevel)
        {
            _builder.AddHorizontalRun(_ids.AsSpan(0, count), font, _xs.AsSpan(0, count), baseline);
        }
        else
        {
            _builder.AddPositionedRun(_ids.AsSpan(0, count), font, _points.AsSpan(0, count));
        }

        using var blob = _builder.Build();
        canvas.DrawText(blob, 0, 0, Fill(look.Color));
        return x;
    }

    public void Dispose()
    {
        foreach (var font in _fonts.Values)
        {
            font.Dispose();
        }

        _builder.Dispose();
        _stroke.Dispose();
        _fill.Dispose();
    }

    private SKFont Font(Face face, float size)
    {
        if (!_fonts.TryGetValue((face, size), out var font))
        {
            font = new SKFont(face.Typeface, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
            _fonts.Add((face, size), font);
        }

        return font;
    }

    private void Grow(int count)
    {
        if (count > _ids.Length)
        {
            Array.Resize(ref _ids, count * 2);
            Array.Resize(ref _xs, count * 2);
            Array.Resize(ref _points, count * 2);
        }
    }
}
