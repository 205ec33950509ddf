using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.Charts;

/// <summary>
/// The spend of a budget's period: a straight-line plan from nothing to the budget, what was spent by a day, and the
/// way from there to what is projected, against the thresholds of the budget and all of it.
/// </summary>
public static class BurnSvg
{
    /// <summary>On a page of the browser.</summary>
    public const float Tall = 190;

    /// <summary>On paper.</summary>
    public const float Low = 116;

    private const float Left = 44;
    private const float Right = 96;
    private const float Top = 12;
    private const float Bottom = 26;
    private const float Small = 9;
    private const float Smallest = 7;

    // Of a date, and of the words of the plan.
    private const float DateWidth = 62;

    // Two labels at the right edge do not touch at this distance.
    private const float LabelHeight = 12;

    // From the top down, because those that are too close below another have no label.
    private static readonly decimal[] _marks = [1, .. Budget.Thresholds.Reverse()];

    /// <summary>All of it in words.</summary>
    public static string Label(BudgetBurn burn) =>
        $"{Format.Quantity(burn.Spent)} of {Format.Quantity(burn.Budget)} spent by {burn.Shown}"
        + (burn.Projected is { } projected
            ? $"; {Format.Quantity(projected)} projected for {Format.Day(burn.To)}" : "");

    /// <param name="width">In the units of the page: CSS pixels or points. Legible from 330 up.</param>
    /// <param name="height">From <see cref="Low"/> up.</param>
    public static string Draw(BudgetBurn burn, ChartPalette palette, float width, float height)
    {
        var svg = new SvgText(width, height, Label(burn));
        var highest = (float)new[] { burn.Budget.InBase, burn.Spent.InBase, burn.Projected?.InBase ?? 0 }.Max() * 1.04f;
        var (end, floor) = (width - Right, height - Bottom);
        float X(int day) => Left + ((end - Left) * day / burn.Days);
        float Y(Quantity amount) => floor - ((floor - Top) * Math.Max(0, (float)amount.InBase) / highest);

        var (size, last) = (height < Tall ? Smallest : Small, float.MinValue);
        foreach (var share in _marks)
        {
            var y = Y(new(burn.Budget.Amount * share, burn.Budget.Unit));
            svg.Line(Left, y, end, y, palette.Hair, share == 1 ? 1.4f : 0.7f);
            if (y - last >= size)
            {
                svg.Text(Left - 5, y + 2.5f, Format.Percent(share), palette.Quiet, size, "end");
                last = y;
            }
        }

        svg.Line(Left, floor, end, floor, palette.Quiet, 0.8f);
        svg.Line(Left, floor, end, Y(burn.Budget), palette.Quiet, 1);
        var (x, at) = (X(burn.Day), Y(burn.Spent));
        var tone = burn.Spent.InBase > burn.Budget.InBase ? palette.No : palette.Ink;
        svg.Line(Left, floor, x, at, tone, 2);
        svg.Line(x, at, x, floor, palette.Hair, 0.8f);
        svg.Circle(x, at, 3.4f, tone, palette.Paper);
        svg.Circle(x, Y(burn.Plan), 2.6f, palette.Paper, palette.Quiet);
        var isLate = x > end - DateWidth;
        svg.Text(isLate ? x - 7 : x + 7, Math.Min(Y(burn.Plan) + 13, floor - 3), $"plan {Format.Quantity(burn.Plan)}",
            palette.Quiet, Small, isLate ? "end" : "start");
        svg.Text(Math.Max(Left + 60, x - 7), at - 6, $"spent {Format.Quantity(burn.Spent)}", tone, Small, "end", true);

        var budget = Y(burn.Budget);
        svg.Text(end + 5, budget + 3, $"budget {Format.Quantity(burn.Budget)}", palette.Quiet, Small);
        if (burn.Projected is { } projected)
        {
            var to = Y(projected);
            var isOver = projected.InBase > burn.Budget.InBase;
            Dashes(svg, x, at, end, to, isOver ? palette.No : palette.Ink);
            svg.Circle(end, to, 3, palette.Paper, isOver ? palette.No : palette.Ink);
            svg.Text(end + 5, Apart(to, budget) + 3, $"projected {Format.Quantity(projected)}",
                isOver ? palette.No : palette.Ink, Small);
        }

        // The day of the spend is named whatever happens; the ends of the period where there is room beside it.
        if (x > Left + (1.5f * DateWidth))
        {
            svg.Text(Left, height - 9, Format.Day(burn.From), palette.Quiet, Small);
        }

        svg.Text(isLate ? end : x, height - 9, Format.Day(burn.On), palette.Quiet, Small, isLate ? "end" : "middle");
        if (x < end - (1.5f * DateWidth))
        {
            svg.Text(end, height - 9, Format.Day(burn.To), palette.Quiet, Small, "end");
        }

        return svg.ToString();
    }

    // Where a label stands whose line is close to that of another.
    private static float Apart(float y, float other) =>
        Math.Abs(y - other) >= LabelHeight ? y : other + (y < other ? -LabelHeight : LabelHeight);

    // The drawings' subset has no dash pattern.
    private static void Dashes(SvgText svg, float x1, float y1, float x2, float y2, string colour)
    {
        const float Dash = 5;
        var length = MathF.Max(1, MathF.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1))));
        for (var from = 0f; from < length; from += 2 * Dash)
        {
            var (a, b) = (from / length, MathF.Min(1, (from + Dash) / length));
            svg.Line(x1 + ((x2 - x1) * a), y1 + ((y2 - y1) * a), x1 + ((x2 - x1) * b), y1 + ((y2 - y1) * b),
                colour, 1.4f);
        }
    }
}
