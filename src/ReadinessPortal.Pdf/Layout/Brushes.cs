using System.Text;
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
    private readonly Dictionary<Face, HashSet<ushort>> _used = [];
    private readonly Dictionary<Face, SKTypeface> _embedded = [];
    private ushort[] _ids = new ushort[256];
    private float[] _xs = new float[256];
    private SKPoint[] _points = new SKPoint[256];

    /// <summary>While this is set, glyphs are noted and not drawn, so that only they are embedded later.</summary>
    public bool OnlyNotes { get; set; }

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
        if (OnlyNotes)
        {
            Note(atoms);
            return x;
        }

        if (atoms[0].Glyphs.Clusters is not null)
        {
            return DrawWithText(canvas, atoms, x, baseline);
        }

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

    // With its text, a run says in the file which characters stand behind glyphs that have none of their own.
    private float DrawWithText(SKCanvas canvas, ReadOnlySpan<Atom> atoms, float x, float baseline)
    {
        foreach (var atom in atoms)
        {
            var (glyphs, size, tracking) = (atom.Glyphs, atom.Look.Size, atom.Look.Tracking);
            var text = Encoding.UTF8.GetBytes(atom.Text.ToString());
            var run = _builder.AllocatePositionedTextRun(
                Font(atom.Face, size), glyphs.Ids.Length, text.Length, null);
            run.SetText(text);
            run.SetGlyphs(glyphs.Ids);
            for (var index = 0; index < glyphs.Ids.Length; index++)
            {
                run.Positions[index] = new SKPoint(
                    x + ((glyphs.X[index] + (tracking * index)) * size),
                    baseline + ((glyphs.Y?[index] ?? 0) * size));
                run.Clusters[index] = (uint)Encoding.UTF8.GetByteCount(atom.Text[..(int)glyphs.Clusters![index]]);
            }

            x += atom.Width;
        }

        using var blob = _builder.Build();
        canvas.DrawText(blob, 0, 0, Fill(atoms[0].Look.Color));
        return x;
    }

    public void Dispose()
    {
        foreach (var font in _fonts.Values)
        {
            font.Dispose();
        }

        foreach (var typeface in _embedded.Values)
        {
            typeface.Dispose();
        }

        _builder.Dispose();
        _stroke.Dispose();
        _fill.Dispose();
    }

    private SKFont Font(Face face, float size)
    {
        if (!_fonts.TryGetValue((face, size), out var font))
        {
            font = new SKFont(Embedded(face), size)
            {
                Subpixel = true,
                LinearMetrics = true,
                Hinting = SKFontHinting.None,
            };
            _fonts.Add((face, size), font);
        }

        return font;
    }

    private SKTypeface Embedded(Face face)
    {
        if (!_embedded.TryGetValue(face, out var typeface))
        {
            typeface = face.With(_used[face]);
            _embedded.Add(face, typeface);
        }

        return typeface;
    }

    private void Note(ReadOnlySpan<Atom> atoms)
    {
        foreach (var atom in atoms)
        {
            if (!_used.TryGetValue(atom.Face, out var glyphs))
            {
                _used.Add(atom.Face, glyphs = []);
            }

            glyphs.UnionWith(atom.Glyphs.Ids);
        }
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
