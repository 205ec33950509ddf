using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Milestones;

namespace ReadinessPortal.Domain.Charts;

/// <summary>
/// Milestones on one scale of days, a row each in the order of their days, against the target date and today.
/// </summary>
public static class MilestonesSvg
{
    private const float RowHeight = 17;
    private const float Top = 16;

    // Of the width; what is left is the scale.
    private const float Names = 0.38f;

    // A milestone of one day is a mark of this width, in the units of the drawing.
    private const float Day = 6;

    // Of the widest usual text at the size of the names.
    private const float LetterWidth = 5.2f;

    // What the words beside the line of the target take.
    private const float TargetWidth = 90;

    public static float Height(int milestones) => Top + (milestones * RowHeight) + 4;

    /// <summary>As they are drawn: by their first day, then by their last.</summary>
    public static IEnumerable<Milestone> InOrder(IEnumerable<Milestone> milestones) =>
        milestones.OrderBy(m => m.When.From).ThenBy(m => m.When.To).ThenBy(m => m.Position);

    /// <param name="width">In the units of the page: CSS pixels or points. Legible from 400 up.</param>
    public static string Draw(
        IReadOnlyCollection<Milestone> milestones, DateOnly target, DateOnly today, ChartPalette palette, float width)
    {
        var days = milestones.SelectMany(m => new[] { m.When.From, m.When.To }).Append(target).Append(today).ToList();
        var (from, to) = (days.Min().DayNumber, days.Max().DayNumber);
        var left = width * Names;
        float X(int day) => left + Day + ((day - from) * (width - left - (2 * Day)) / Math.Max(1f, to - from));

        var svg = new SvgText(width, Height(milestones.Count), "Milestones against the target date");
        var (height, isFirst) = (Height(milestones.Count), today <= target);
        Upright(svg, X(today.DayNumber), "today", palette.Quiet, height, isFirst);
        Upright(svg, X(target.DayNumber), $"target {Format.Day(target)}", palette.No, height,
            !isFirst || X(target.DayNumber) > width - TargetWidth);
        var y = Top;
        foreach (var milestone in InOrder(milestones))
        {
            var (begin, end) = (X(milestone.When.From.DayNumber), X(milestone.When.To.DayNumber));
            // The list beside the drawing has it in full.
            svg.Text(0, y + 11, Shortened.To((int)(left / LetterWidth), milestone.Title), palette.Ink, 9);
            svg.Line(left, y + 8, width, y + 8, palette.Hair, 0.6f);
            svg.Rect(begin - (Day / 2), y + 5, end - begin + Day, Day, palette.Ink);
            y += RowHeight;
        }

        return svg.ToString();
    }

    // The words of the earlier one stand to the left of its line, because the lines can be close together.
    private static void Upright(SvgText svg, float x, string text, string colour, float height, bool isLeft)
    {
        svg.Line(x, 2, x, height, colour, 1);
        svg.Text(isLeft ? x - 3 : x + 3, 9, text, colour, 8.5f, isLeft ? "end" : "start");
    }
}
