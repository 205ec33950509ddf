using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Charts;

/// <summary>
/// A drill's logs one above the other on one scale of minutes since the start, against the target; what happened before
/// the start stands left of zero. Events are numbered as in the list that stands beside the drawing.
/// </summary>
public static class DrillTimelineSvg
{
    private const float LogHeight = 46;
    private const float AxisHeight = 22;
    private const float Side = 10;

    /// <summary>Height of the drawing for a drill, in the units of its width.</summary>
    public static float Height(Drill drill) => (drill.Logs.Length * LogHeight) + AxisHeight + 14;

    /// <param name="width">In the units of the page: CSS pixels or points. Legible from 280 up.</param>
    public static string Draw(Drill drill, DrillStanding standing, ChartPalette palette, float width)
    {
        var target = drill.RtoTarget?.InBase;
        var times = drill.Logs.SelectMany(l => Enumerable.Range(0, l.Events.Length).Select(i => Since(l, i))).ToList();
        var from = Math.Min(0, times.DefaultIfEmpty().Min());
        var to = Math.Max(60, Math.Max((double)(target ?? 0), times.DefaultIfEmpty().Max()) * 1.04);
        float X(double seconds) => Side + (float)((seconds - from) / (to - from) * (width - (2 * Side)));

        var svg = new SvgText(
            width, Height(drill),
            $"{drill.Title}: {standing.RtoShown} against {standing.RtoTargetShown ?? "no target"}");
        var axis = 14 + (drill.Logs.Length * LogHeight);
        Axis(svg, palette, from, to, axis, X);
        for (var i = 0; i < drill.Logs.Length; i++)
        {
            Log(svg, palette, drill.Logs[i], standing.Logs[i], 14 + (i * LogHeight), X);
        }

        if (target is { } limit)
        {
            var x = X((double)limit);
            svg.Line(x, 10, x, axis, palette.No, 1.2f);
            svg.Text(x, 8, $"target {standing.RtoTargetShown}", palette.No, 8.5f, x > width * 0.8f ? "end" : "middle");
        }

        return svg.ToString();
    }

    // Seconds from the start mark, or the first event where there is none; over midnight, because times of day wrap.
    private static double Since(DrillLog log, int index)
    {
        var start = Math.Max(0, log.Events.ToList().FindIndex(e => e.Mark == EventMark.Start));
        var (zero, at) = (log.Events[start].At, log.Events[index].At);
        return index < start ? -(zero - at).TotalSeconds : (at - zero).TotalSeconds;
    }

    private static void Axis(
        SvgText svg, ChartPalette palette, double from, double to, float y, Func<double, float> x)
    {
        svg.Line(x(from), y, x(to), y, palette.Hair);
        var span = to - from;
        var step = span > 14_400 ? span / 12 : span > 3600 ? 900 : span > 1500 ? 300 : span > 600 ? 180 : 60;
        for (var tick = Math.Ceiling(from / step); tick * step <= to; tick++)
        {
            var seconds = tick * step;
            svg.Line(x(seconds), y, x(seconds), y + 4, palette.Quiet, 0.8f);
            // The unit beside zero, because at the end it would run into the last number.
            var unit = tick == 0 ? " min" : "";
            svg.Text(x(seconds), y + 14, $"{seconds / 60:0}{unit}", palette.Quiet, 8.5f,
                tick == 0 ? "start" : "middle"); // nothing is left of the first
        }
    }

    private static void Log(
        SvgText svg, ChartPalette palette, DrillLog log, LogStanding standing, float top, Func<double, float> x)
    {
        var line = top + 30;
        svg.Text(x(0), top + 14, $"{log.Title}: {standing.DurationShown}", palette.Ink, 9.5f, bold: true);
        var last = log.Events.Length == 0 ? 0 : Since(log, log.Events.Length - 1);
        svg.Rect(x(0), line - 3, x(last) - x(0), 6, palette.Wash);
        if (standing.Duration is { } duration)
        {
            var colour = standing.Met == false ? palette.No : standing.Met == true ? palette.Go : palette.Quiet;
            svg.Rect(x(0), line - 3, x((double)duration.InBase) - x(0), 6, colour);
        }

        for (var i = 0; i < log.Events.Length; i++)
        {
            var at = x(Since(log, i));
            svg.Circle(at, line, 6, palette.Paper, palette.Ink);
            svg.Text(at, line + 3, Format.Number(i + 1), palette.Ink, 7.5f, "middle", bold: true);
        }
    }
}
