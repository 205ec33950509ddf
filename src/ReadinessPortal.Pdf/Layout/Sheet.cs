using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Typesetting;
using SkiaSharp;

namespace ReadinessPortal.Pdf.Layout;

/// <summary>The page that is being drawn; lives as long as the file is written.</summary>
internal sealed class Sheet(SKCanvas canvas, PageContext page, Brushes brushes, Element root)
{
    public PageContext Page { get; } = page;

    public SKCanvas Canvas { get; } = canvas;

    public Brushes Brushes { get; } = brushes;

    public void Fill(Area area, Color color, float radius = 0)
    {
        if (color.Alpha == 0 || area.Width <= 0 || area.Height <= 0)
        {
            return;
        }

        Round(area, radius, Brushes.Fill(color));
    }

    public void Frame(Area area, Color color, float thickness, float radius) =>
        Round(area, radius, Brushes.Stroke(color, thickness));

    public void Clip(Area area, Action draw)
    {
        Canvas.Save();
        Canvas.ClipRect(SKRect.Create(area.X, area.Y, area.Width, area.Height));
        draw();
        Canvas.Restore();
    }

    /// <summary>Draws neighbouring atoms of one look as few runs as the faces allow.</summary>
    public void Text(ReadOnlySpan<Atom> atoms, float x, float baseline)
    {
        for (var start = 0; start < atoms.Length;)
        {
            var end = start + 1;
            while (end < atoms.Length && atoms[end].Face == atoms[start].Face
                && (atoms[end].Glyphs.Clusters is null) == (atoms[start].Glyphs.Clusters is null))
            {
                end++;
            }

            x = Brushes.Draw(Canvas, atoms[start..end], x, baseline);
            start = end;
        }
    }

    /// <summary>A small line of text in the lower left corner of the area.</summary>
    public void Note(Area area, string text, TextStyle style, Color color)
    {
        var small = (style with { Points = 6, Ink = color, LineFactor = null, Marker = new Color(0xFFFFFFFF) }).Look;
        var lines = Typesetter.Set([[new Inline(text)]], style with { Points = 6, Ink = color }, area.Width, 0);
        var height = lines[0].Height;
        Fill(new Area(area.X, area.Bottom - height, Math.Min(area.Width, lines[0].Width), height), small.Background);
        lines[0].Draw(this, new Area(area.X, area.Bottom - height, area.Width, height), TextAlignment.Left);
    }

    public void Destination(string name, float x, float y) =>
        Canvas.DrawNamedDestinationAnnotation(new SKPoint(x, y), name);

    /// <summary>A link to a section; without that section it stays plain text.</summary>
    public void LinkToSection(Area area, string name)
    {
        if (Page.Sections.Knows(name))
        {
            Canvas.DrawLinkDestinationAnnotation(SKRect.Create(area.X, area.Y, area.Width, area.Height), name);
        }
    }

    public void LinkToAddress(Area area, string address) =>
        Canvas.DrawUrlAnnotation(SKRect.Create(area.X, area.Y, area.Width, area.Height), address);

    /// <summary>
    /// Names the way from the page down to an element, for a reader who has to find it in the source.
    /// </summary>
    public string PlaceOf(Element element) =>
        string.Join(" > ", Way(root, element)?.Reverse() ?? [element.GetType().Name]);

    private static IEnumerable<string>? Way(Element from, Element to)
    {
        if (from == to)
        {
            return [from.GetType().Name];
        }

        var number = 0;
        foreach (var inside in from.Inside)
        {
            number++;
            if (Way(inside, to) is { } way)
            {
                return from is Slot ? way : way.Append($"{from.GetType().Name} {number}");
            }
        }

        return null;
    }

    private void Round(Area area, float radius, SKPaint paint)
    {
        var rectangle = SKRect.Create(area.X, area.Y, area.Width, area.Height);
        if (radius > 0)
        {
            Canvas.DrawRoundRect(rectangle, radius, radius, paint);
        }
        else
        {
            Canvas.DrawRect(rectangle, paint);
        }
    }
}
