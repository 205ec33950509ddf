namespace ReadinessPortal.Domain.Charts;

/// <summary>How a figure went from one delivery to the next, as small as a word; the last one has a dot.</summary>
public static class SparklineSvg
{
    private const float Width = 72;
    private const float Height = 18;
    private const float Margin = 3;

    /// <param name="values">At least two, the oldest first, in one unit.</param>
    /// <param name="title">What they are, for whoever does not see it.</param>
    public static string Draw(IReadOnlyList<decimal> values, string title, ChartPalette palette)
    {
        var (least, most) = (values.Min(), values.Max());
        var svg = new SvgText(Width, Height, title);
        float X(int i) => Margin + (i * (Width - (2 * Margin)) / (values.Count - 1));
        // What never moved lies in the middle.
        float Y(int i) => most == least ? Height / 2
            : Height - Margin - ((float)((values[i] - least) / (most - least)) * (Height - (2 * Margin)));
        for (var i = 1; i < values.Count; i++)
        {
            svg.Line(X(i - 1), Y(i - 1), X(i), Y(i), palette.Quiet, 1.4f);
        }

        svg.Circle(X(values.Count - 1), Y(values.Count - 1), 2.2f, palette.Ink, palette.Ink);
        return svg.ToString();
    }
}
