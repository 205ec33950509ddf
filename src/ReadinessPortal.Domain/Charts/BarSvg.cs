using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Charts;

/// <summary>A share as a bar, with marks where something happens.</summary>
public static class BarSvg
{
    /// <param name="share">Fraction of the full width; beyond 1 the bar fills it.</param>
    /// <param name="fill">Colour of the bar.</param>
    /// <param name="marks">Fractions with a tick, thresholds for example.</param>
    /// <param name="title">What a screen reader says.</param>
    public static string Draw(
        decimal share, string fill, IEnumerable<decimal> marks, ChartPalette palette, float width, float height,
        string title)
    {
        var svg = new SvgText(width, height, title);
        svg.Rect(0, 0, width, height, palette.Wash);
        svg.Rect(0, 0, Math.Max((float)Math.Clamp(share, 0m, 1m) * width, 1.5f), height, fill);
        foreach (var mark in marks.Where(m => m is > 0 and <= 1))
        {
            var x = Math.Min((float)mark * width, width - 0.5f);
            svg.Line(x, 0, x, height, palette.Ink, 0.8f);
        }

        return svg.ToString();
    }

    /// <summary>What is left of a limit, colored by how much that is.</summary>
    public static string Headroom(
        HeadroomLine line, ChartPalette palette, float width, float height)
    {
        var fill = Figures.Headroom.Level(line.Headroom, line.Met) switch
        {
            HeadroomLevel.None => palette.No,
            HeadroomLevel.Little => palette.Hold,
            _ => palette.Quiet,
        };
        return Draw(line.Headroom, fill, [], palette, width, height, line.Title);
    }
}
