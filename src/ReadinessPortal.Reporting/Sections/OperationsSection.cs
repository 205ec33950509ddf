using ReadinessPortal.Domain.Charts;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>Drills drawn to scale, headroom of every target, and the registers of the operations chapter.</summary>
internal sealed class OperationsSection(ReportContent report)
    : RegistersSection(report, "operations", "Operational readiness")
{
    public override string? WhyEmpty =>
        Report.Facts.Drills.Length + Report.Readiness.Headrooms.Length > 0 ? null
        : base.WhyEmpty is { } why ? $"no drill, no headroom, {why}" : null;

    protected override bool HasBody => true;

    protected override void Body(ColumnDescriptor column)
    {
        foreach (var drill in Report.Facts.Drills)
        {
            Drill(column, drill, Report.Readiness.Drills.First(d => d.Key == drill.Key));
        }

        Headrooms(column);
    }

    private void Drill(ColumnDescriptor column, Drill drill, DrillStanding standing)
    {
        column.Subheading($"{drill.Title}, {Format.Day(drill.HeldOn)}", drill.Scenario);
        column.Item().ShowEntire().Component(new Grid(
            [new("", 2), new("Measured", 2), new("Target", 1.6f), new("Headroom", 1.2f, true), new("Outcome", 2)],
            [
                [
                    "Recovery time (RTO)", standing.RtoShown, standing.RtoTargetShown, Share(standing.RtoHeadroom),
                    Outcome(standing),
                ],
                [
                    "Data loss (RPO)", Format.Quantity(drill.Rpo, "not measured"),
                    drill.RpoTarget is { } target ? $"below {Format.Quantity(target)}" : "",
                    Share(standing.RpoHeadroom),
                    standing.RpoMet is { } met ? new GridCell(met ? "met" : "missed", StatusMarks.Met(met)) : "",
                ],
                ["Transactions lost", drill.TransactionsLost is { } lost ? $"{lost}" : "not stated", "", "", ""],
            ]));
        if (drill.Logs.Length > 0)
        {
            column.Item().PaddingTop(8).ShowEntire().Height(DrillTimelineSvg.Height(drill))
                .Svg(size => DrillTimelineSvg.Draw(drill, standing, ChartPalette.Print, size.Width));
        }

        foreach (var log in drill.Logs)
        {
            Log(column, log);
        }

        foreach (var lesson in drill.Lessons)
        {
            column.Bullet(lesson.Text);
        }

        foreach (var action in drill.Actions)
        {
            column.Bullet(Report.Facts.Items.FirstOrDefault(i => i.Key == action)?.Title ?? action, "Follow-up");
        }

        var choices = Report.Input.Revision.LogChoices.Where(c => c.Drill == drill.Key).ToList();
        foreach (var choice in choices)
        {
            var log = drill.Logs.FirstOrDefault(l => l.Key == choice.Log)?.Title ?? choice.Log;
            column.Note($"{choice.PickedBy} picked the log “{log}”, {Report.At(choice.At)}: {choice.Reason}");
        }

        if (choices.Count > 0 && standing.PickedLog is null
            && DrillRules.WhyFallen(choices[^1], drill, Report.Facts.Evidence) is { } why)
        {
            column.Note($"The pick does not count any more, because {why}.");
        }
    }

    private static string Share(decimal? headroom) => headroom is { } share ? Format.Percent(share) : "";

    private static GridCell Outcome(DrillStanding standing) =>
        standing.Disputed ? new("disputed: logs disagree", StatusMark.Hold)
        : standing.RtoMet is { } met ? new(met ? "met" : "missed", StatusMarks.Met(met))
        : new("not known", StatusMark.Open);

    private static void Log(ColumnDescriptor column, DrillLog log)
    {
        column.Item().EnsureSpace(60).PaddingTop(5).PaddingBottom(2).Text($"{log.Title} ({log.Source})")
            .Style(Typography.Quiet);
        column.Item().PaddingBottom(4).Component(new Grid(
            [new("No.", 0.5f, true), new("Time", 1), new("Event", 6), new("Counts as", 1.6f)],
            [.. log.Events.Select((e, i) => new GridCell[]
            {
                $"{i + 1}", $"{e.At:HH:mm:ss}", e.Text,
                e.Mark switch
                {
                    EventMark.Start => "first effect on users",
                    EventMark.End => "fully restored",
                    _ => "",
                },
            })]));
    }

    private void Headrooms(ColumnDescriptor column)
    {
        if (Report.Readiness.Headrooms.Length == 0)
        {
            return;
        }

        column.Subheading("Headroom", "share of the limit that is left, least first");
        foreach (var line in Report.Readiness.Headrooms)
        {
            column.Item().BorderTop(0.4f).BorderColor(Ink.Hair).PaddingVertical(3)
                .DefaultTextStyle(Typography.Small).Row(row => Headroom(row, line));
        }
    }

    private static void Headroom(RowDescriptor row, HeadroomLine line)
    {
        row.RelativeItem(2.7f).Text(line.Title);
        row.RelativeItem(2.5f).Text($"{line.ValueShown}, {line.TargetShown}").FontColor(Ink.Quiet);
        row.RelativeItem(1.8f).PaddingTop(3.5f).PaddingRight(8).Height(4.5f)
            .Svg(size => BarSvg.Headroom(line, ChartPalette.Print, size.Width, size.Height));
        row.ConstantItem(38).AlignRight().Text(Format.Percent(line.Headroom)).SemiBold();
    }
}
