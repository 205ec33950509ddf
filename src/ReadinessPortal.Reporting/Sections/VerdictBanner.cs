using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>The verdict in large letters, the final decision beside it, and what stands against a launch.</summary>
internal sealed class VerdictBanner(ReportContent report) : IComponent
{
    public void Compose(IContainer container)
    {
        var colour = Marks.Of(report.Verdict.Level).Colour();
        container.Row(row =>
        {
            row.ConstantItem(6).Background(colour);
            row.RelativeItem().Background(Ink.Wash).Padding(14).Column(column =>
            {
                column.Item().Row(line =>
                {
                    line.RelativeItem().PaddingRight(14).Column(words => Words(words, colour));
                    line.ConstantItem(128).AlignTop().Element(Decision);
                });
                Override(column);
                Reasons(column);
            });
        });
    }

    private void Words(ColumnDescriptor column, string colour)
    {
        column.Item().Text(Format.Word(report.Verdict.Level))
            .Style(Typography.Body.FontSize(27).Bold().LineHeight(1.05f).FontColor(colour));
        column.Item().PaddingTop(4).Text(report.Verdict.Summary);
    }

    private void Decision(IContainer container) =>
        container.Border(0.8f).BorderColor(Ink.Black).Padding(8).Column(box =>
        {
            var (word, note) = Taken();
            var size = report.Record.Decision is null ? 12 : 20;
            box.Item().AlignCenter().Text("final decision").Style(Typography.Quiet);
            box.Item().AlignCenter().Text(word).Style(Typography.Body.FontSize(size).Bold().LineHeight(1.1f));
            box.Item().Text(note).AlignCenter().Style(Typography.Quiet);
        });

    private (string Word, string Note) Taken()
    {
        if (report.Record.Decision is not { } decision)
        {
            return ("not taken", "nobody has decided");
        }

        var how = decision.OverrideReason is null ? "no override" : "with override";
        return (decision.Proceed ? "YES" : "NO", $"{report.Record.Decider?.PrintedName}, {how}");
    }

    private void Override(ColumnDescriptor column)
    {
        if (report.Record.Decision is { OverrideReason: { } reason } decision)
        {
            column.Item().PaddingTop(4).Column(box => box.Alarm(text =>
            {
                text.Span("Decided by override. ").Bold();
                text.Span($"{string.Join("; ", decision.Overridden)}. Reason given: {reason}");
            }));
        }
    }

    /// <summary>One line each; all of them stand in full in the summary.</summary>
    private void Reasons(ColumnDescriptor column)
    {
        var reasons = report.Verdict.Reasons;
        if (reasons.IsEmpty)
        {
            return;
        }

        column.Item().PaddingTop(5);
        var most = report.Record.Decision?.OverrideReason is null ? 6 : 4;
        foreach (var reason in reasons.Take(most))
        {
            column.Item().PaddingTop(2.5f).Row(row => Reason(row, reason));
        }

        var more = reasons.Length - most;
        column.Item().PaddingTop(5).Text(text =>
        {
            text.DefaultTextStyle(Typography.Quiet);
            text.Span(more > 0 ? $"And {Counted.Of(more, "more reason")}. " : "");
            text.Span("In full, with owner and next step: page ");
            text.BeginPageNumberOfSection(SummarySection.Reasons);
            text.Span(".");
        });
    }

    private static void Reason(RowDescriptor row, Reason reason)
    {
        row.ConstantItem(12).PaddingTop(2).Height(7.4f).Width(7.4f).Svg(Marks.Of(reason.Level).Svg());
        row.RelativeItem().Text(reason.Text).Style(Typography.Small).ClampLines(1);
    }
}
