using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>
/// The verdict in large letters and what it stands on; once it is decided, the decision and what the rules say side by
/// side and of one size. Then what stands against a launch.
/// </summary>
internal sealed class VerdictBanner(ReportContent report) : IComponent
{
    // Of small text beside its mark; a little less than what usually fits.
    private const int CharactersInALine = 105;

    // Of an override, which is as long as somebody wrote it.
    private const int MostOfReason = 200;
    private const int MostOverridden = 5;
    private const int MostOfPoint = 60;

    public void Compose(IContainer container) => container.Row(row =>
    {
        row.ConstantItem(6).Background(StatusMarks.Of(report.Decision?.Tone ?? report.Verdict.Level).Colour());
        row.RelativeItem().Background(Ink.Wash).Padding(14).Column(column =>
        {
            if (report.Decision is { } decision)
            {
                column.Item().Row(line => Beside(line, decision));
                Live(column);
            }
            else
            {
                column.Item().Row(Undecided);
            }

            Override(column);
            Reasons(column);
        });
    });

    private void Undecided(RowDescriptor line)
    {
        line.RelativeItem().PaddingRight(14).Column(words =>
        {
            Word(words, Format.Word(report.Verdict.Level), report.Verdict.Level, 27);
            words.Item().PaddingTop(2).Text(report.Verdict.Criteria.InShort).SemiBold();
            words.Item().PaddingTop(2).Text(report.Verdict.Summary);
        });
        line.ConstantItem(128).AlignTop().Border(0.8f).BorderColor(Ink.Black).Padding(8).Column(box =>
        {
            if (report.Input is { Revision.Number: 0, NewestRevision: { } newest })
            {
                box.Item().AlignCenter().Text("live data").Style(Typography.Quiet);
                box.Item().AlignCenter().Text("not signed").Style(Typography.Body.FontSize(12).Bold().LineHeight(1.1f));
                box.Item().Text(report.Earlier is { } standing ? $"{standing.Sentence} stands"
                    : $"people sign revision {newest}").AlignCenter().Style(Typography.Quiet);
                return;
            }

            box.Item().AlignCenter().Text("final decision").Style(Typography.Quiet);
            box.Item().AlignCenter().Text("not taken").Style(Typography.Body.FontSize(12).Bold().LineHeight(1.1f));
            box.Item().Text(report.Earlier is { } earlier
                ? $"on {report.RevisionName.ToLowerInvariant()}; {earlier.Sentence} stands meanwhile"
                : "nobody has decided").AlignCenter().Style(Typography.Quiet);
        });
    }

    private void Beside(RowDescriptor line, DecisionLine decision)
    {
        line.Spacing(18);
        line.RelativeItem().Column(words =>
        {
            words.Item().Text("Decided").Style(Typography.Quiet);
            Word(words, decision.Word, decision.Tone, 21);
            words.Item().PaddingTop(2).Text(Counted.Capital(decision.About));
        });
        line.RelativeItem(1.25f).BorderLeft(0.4f).BorderColor(Ink.Hair).PaddingLeft(14).Column(words =>
        {
            words.Item().Text($"{report.RevisionName}, by the rules").Style(Typography.Quiet);
            Word(words, Format.Word(report.ByTheRules.Level), report.ByTheRules.Level, 21);
            words.Item().PaddingTop(2).Text(text =>
            {
                text.Span($"{report.ByTheRules.Criteria.InShort}. ").SemiBold();
                text.Span(report.ByTheRules.Summary);
            });
        });
    }

    private static void Word(ColumnDescriptor column, string word, ReadinessLevel level, float size) =>
        column.Item().Text(word).Style(
            Typography.Body.FontSize(size).Bold().LineHeight(1.05f).FontColor(StatusMarks.Of(level).Colour()));

    // The revision does not know what moved between its freeze and the decision.
    private void Live(ColumnDescriptor column)
    {
        if (report.Record.Decision?.Live is { } live)
        {
            column.Item().PaddingTop(5).Text(text =>
            {
                text.DefaultTextStyle(Typography.Small);
                text.Span("Live data when it was decided: ");
                text.Span(live.Sentence).SemiBold();
                text.Span(".");
            });
        }
    }

    private void Override(ColumnDescriptor column)
    {
        if (OverrideText() is { Length: > 0 } overriding)
        {
            column.Item().PaddingTop(4).Column(box => box.Alarm(text =>
            {
                text.Span("Decided by override. ").Bold();
                text.Span(overriding);
                if (report.Record.Decision is { } decision && IsCut(decision))
                {
                    text.Span(" In full: ");
                    text.Place(report, SignOffSection.Destination);
                    text.Span(".");
                }
            }));
        }
    }

    private string OverrideText() =>
        report.Record.Decision is { OverrideReason: { } reason } decision
            ? $"{Shortened.Sentence(Overridden(decision))} Reason given: {Shortened.To(MostOfReason, reason)}"
            : "";

    // All of it stands with the decision in the chapter of the sign-off.
    private static string Overridden(FinalDecision decision)
    {
        var shown = decision.Overridden.Take(MostOverridden).Select(o => Shortened.To(MostOfPoint, o));
        var more = decision.Overridden.Length - MostOverridden;
        return string.Join("; ", shown) + (more > 0 ? $"; and {Counted.Of(more, "more point")}" : "");
    }

    private static bool IsCut(FinalDecision decision) =>
        decision.OverrideReason?.Length > MostOfReason || decision.Overridden.Length > MostOverridden
        || decision.Overridden.Any(o => o.Length > MostOfPoint);

    /// <summary>
    /// The worst, each in full, as many as the page has room for; what the override names already is not said again.
    /// All of them stand in the summary.
    /// </summary>
    private void Reasons(ColumnDescriptor column)
    {
        var overridden = report.Record.Decision?.Overridden ?? [];
        var reasons = report.Verdict.Reasons.Where(r => !overridden.Contains(r.Text)).ToList();
        if (reasons.Count == 0)
        {
            return;
        }

        column.Item().PaddingTop(5);
        var shown = Fitting(reasons, (report.IsShort || report.IsOverridden ? 5 : 7) - Lines(OverrideText()));
        foreach (var reason in shown)
        {
            column.Item().PaddingTop(2.5f).Row(row => Reason(row, reason));
        }

        var more = reasons.Count - shown.Count;
        column.Item().PaddingTop(5).Text(text =>
        {
            text.DefaultTextStyle(Typography.Quiet);
            text.Span(more == 0 ? "" : shown.Count == 0 ? $"{Counted.Capital(Counted.Of(more, "more reason"))}. "
                : $"And {Counted.Of(more, "more reason")}. ");
            text.Span("In full, with owner and next step: ");
            text.Place(report, SummarySection.Reasons);
            text.Span(".");
        });
    }

    private static void Reason(RowDescriptor row, Reason reason)
    {
        row.ConstantItem(12).PaddingTop(2).Height(7.4f).Width(7.4f).Svg(StatusMarks.Of(reason.Level).Svg());
        row.RelativeItem().Text(reason.InShort).Style(Typography.Small);
    }

    private static List<Reason> Fitting(List<Reason> reasons, int lines)
    {
        var shown = new List<Reason>();
        foreach (var reason in reasons)
        {
            lines -= Lines(reason.InShort);
            if (lines < 0)
            {
                break;
            }

            shown.Add(reason);
        }

        return shown;
    }

    private static int Lines(string text) => (text.Length + CharactersInALine - 1) / CharactersInALine;
}
