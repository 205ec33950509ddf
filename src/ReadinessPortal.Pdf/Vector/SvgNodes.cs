using ReadinessPortal.Pdf.Layout;
using ReadinessPortal.Pdf.Typesetting;
using SkiaSharp;

namespace ReadinessPortal.Pdf.Vector;

/// <summary>Something in a drawing, with what its attributes say.</summary>
internal abstract class SvgNode(IReadOnlyDictionary<string, string> said)
{
    private readonly SKMatrix? _transform =
        said.TryGetValue("transform", out var transform) ? SvgValues.Transform(transform) : null;

    public void Draw(Sheet sheet, SvgPaint inherited)
    {
        var paint = inherited.With(said);
        if (_transform is not { } matrix)
        {
            DrawOwn(sheet, paint);
            return;
        }

        sheet.Canvas.Save();
        sheet.Canvas.Concat(matrix);
        DrawOwn(sheet, paint);
        sheet.Canvas.Restore();
    }

    protected abstract void DrawOwn(Sheet sheet, SvgPaint paint);
}

internal sealed class SvgGroup(IReadOnlyDictionary<string, string> said, SvgNode[] nodes) : SvgNode(said)
{
    protected override void DrawOwn(Sheet sheet, SvgPaint paint)
    {
        foreach (var node in nodes)
        {
            node.Draw(sheet, paint);
        }
    }
}

internal sealed class SvgShape(IReadOnlyDictionary<string, string> said, SKPath path) : SvgNode(said)
{
    protected override void DrawOwn(Sheet sheet, SvgPaint paint)
    {
        using var fill = paint.FillPaint();
        using var stroke = paint.StrokePaint();
        if (fill is not null)
        {
            sheet.Canvas.DrawPath(path, fill);
        }

        if (stroke is not null)
        {
            sheet.Canvas.DrawPath(path, stroke);
        }
    }
}

/// <summary>Words that start at a place; every span may look different.</summary>
internal sealed record SvgLabel(float X, float Y, List<(string Text, IReadOnlyDictionary<string, string> Said)> Spans);

internal sealed class SvgText(IReadOnlyDictionary<string, string> said, SvgLabel[] labels) : SvgNode(said)
{
    protected override void DrawOwn(Sheet sheet, SvgPaint paint)
    {
        foreach (var label in labels)
        {
            var inlines = label.Spans.ConvertAll(
                span => new Inline(span.Text) { Style = paint.With(span.Said).TextStyle() });
            var lines = Typesetter.Set([Trimmed(inlines)], paint.TextStyle(), Space.Endless, 0);
            Draw(sheet, paint, label, lines[0]);
        }
    }

    private static List<Inline> Trimmed(List<Inline> inlines)
    {
        inlines[0] = new Inline(inlines[0].Text.TrimStart()) { Style = inlines[0].Style };
        inlines[^1] = new Inline(inlines[^1].Text.TrimEnd()) { Style = inlines[^1].Style };
        return inlines;
    }

    private static void Draw(Sheet sheet, SvgPaint paint, SvgLabel label, Line line)
    {
        var x = paint.Anchor switch
        {
            "middle" => label.X - (line.Width / 2),
            "end" => label.X - line.Width,
            _ => label.X,
        };

        // The middle of capitals is about a third of the size above the baseline.
        var size = paint.TextStyle().Look.Size;
        var baseline = label.Y + paint.Baseline switch
        {
            "middle" or "central" => size * 0.35f,
            "hanging" or "text-before-edge" => line.Ascent,
            _ => 0,
        };
        line.Draw(sheet, new Area(x, baseline - line.Ascent, line.Width, line.Height), TextAlignment.Left);
    }
}
