using ReadinessPortal.Domain.Charts;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>The decision on one page.</summary>
internal sealed class DecisionPage(ReportContent report) : IComponent
{
    public const string Id = "decision";

    public const string Name = "The decision on one page";

    private const float LogoWidth = 134;
    private const float LogoHeight = 27;
    private const int MostConditions = 3;
    private const int MostOfCondition = 60;
    private const int MostOfOwner = 24;
    private const int MostOfTitle = 60;

    // Gates and roles there is room for below the verdict.
    private readonly int _most = report.IsShort ? 8 : 9;

    // Each of these takes about two lines of the page from what stands last on it.
    private readonly int _tight = (report.IsShort ? 1 : 0) + (report.IsOverridden ? 1 : 0)
        + (report.Conditions.Count >= MostConditions ? 1 : 0);

    private readonly MoneyLine? _money = MoneyLine.Of(report.Facts, report.Readiness);

    public void Compose(IContainer container) => container.Section(Id).Column(column =>
    {
        column.Item().Row(Head);
        column.Item().PaddingTop(3).Text(Subtitle()).Style(Typography.Body.FontColor(Ink.Quiet));
        column.Item().PaddingTop(14).Component(new VerdictBanner(report));
        column.Item().PaddingVertical(14).Element(Figures);
        column.Item().Row(row =>
        {
            row.Spacing(26);
            row.RelativeItem(1.12f).Column(GatesAndConditions);
            row.RelativeItem().Column(SignaturesAndHeadroom);
        });
        column.Item().PaddingTop(6).Column(Findings);
    });

    // The logo takes no line from the page: it is as high as the title with the room above it.
    private void Head(RowDescriptor row)
    {
        row.RelativeItem().PaddingTop(10).Text(Title()).Style(Typography.Title.FontColor(report.Accent));
        if (report.Input.Logo is { WhyNot: null } logo)
        {
            row.ConstantItem(LogoWidth).PaddingLeft(14).PaddingTop(3).Height(LogoHeight).AlignRight().AlignTop()
                .Image(logo.Picture).FitArea();
        }
    }

    private string Title()
    {
        var day = Format.LongDay(report.Launch.TargetDate);
        return report.Record.Decision is not { } decision ? $"May we launch on {day}?"
            : report.Record.IsRevoked ? $"Launch on {day}: approved, and revoked"
            : decision.Proceed ? $"Launch on {day} approved" : $"Launch on {day} not approved";
    }

    private string Subtitle()
    {
        const string Derived = "Every figure below is derived from the revision named above.";
        var revision = report.Input.Revision;
        return report.Record.Decision is { } decision ? $"Executive report. Decided {report.At(decision.At)}. {Derived}"
            : report.IsFrozen
                ? $"Executive report, draft. Frozen {report.At(revision.FrozenAt)} by {revision.FrozenBy}. {Derived}"
            : "Executive report, draft from live data that nobody has frozen. It can change at any moment and cannot "
                + "be signed.";
    }

    private void Figures(IContainer container) =>
        container.BorderTop(0.4f).BorderBottom(0.4f).BorderColor(Ink.Hair).Row(row =>
        {
            var proven = report.Count(CriterionState.Passed);
            var others = Enum.GetValues<CriterionState>().Where(s => s != CriterionState.Passed && report.Count(s) > 0)
                .Select(s => $"{report.Count(s)}\u00A0{Format.Word(s)}");
            var critical = report.CriticalGates.Select(report.Of).ToList();
            var waived = critical.Count(g => g.Colour == GateColour.Yellow && g.OnlyWaived);
            var green = critical.Count(g => g.Colour == GateColour.Green);
            Figure(row, report.Readiness.Score.Value?.ToString("0", null) ?? "–",
                report.Readiness.Score is { Value: not null, Band: { } band }
                    ? $"of 100, {Format.Word(band)}, as scored by {Assessors.Name(report.Readiness.Score)}"
                    : $"no overall score: {report.Readiness.Score.WhyNone}", first: true);
            Figure(row, $"{proven} of {report.Facts.Criteria.Length}", $"criteria proven\n{string.Join(", ", others)}");
            Figure(row, waived > 0 ? $"{green} + {waived}" : $"{green} of {critical.Count}",
                (waived > 0 ? "critical gates green + waived" : "critical gates green") + "\n" + NiceToHave());
            Figure(row, _money?.Spent.Shown ?? "–", MoneyNote());
        });

    private string NiceToHave()
    {
        var nice = report.NiceGates.Select(report.Of).GroupBy(g => g.Colour).OrderBy(g => g.Key)
            .Select(g => $"{g.Count()} {Format.Word(g.Key)}").ToList();
        return nice.Count == 0 ? "no nice-to-have gate" : $"nice-to-have: {string.Join(", ", nice)}";
    }

    private string MoneyNote()
    {
        if (_money is null)
        {
            return "no budget";
        }

        var stated = _money.Unreconciled.Select(f => f.Stated).Distinct().ToList();
        return $"of {_money.Budget?.Shown ?? "an unknown budget"}"
            + (_money.ShareSpent is { } share ? $", {share.Shown}" : "")
            + (!report.IsShort && _money.Burn is { } burn ? $", {burn.OnDay}" : "")
            + (stated.Count > 0 ? $"\nalso stated: {string.Join(", ", stated)}; unreconciled" : "");
    }

    private static void Figure(RowDescriptor row, string value, string note, bool first = false)
    {
        var box = row.RelativeItem();
        (first ? box : box.BorderLeft(0.4f).BorderColor(Ink.Hair).PaddingLeft(10)).PaddingVertical(7).PaddingRight(6)
            .Column(column =>
            {
                column.Item().Text(value).Style(Typography.Figure);
                foreach (var line in note.Split('\n'))
                {
                    column.Item().Text(line).Style(Typography.Quiet.FontSize(7.8f));
                }
            });
    }

    private void GatesAndConditions(ColumnDescriptor column)
    {
        column.Label("Critical gates");
        if (!report.CriticalGates.Any())
        {
            column.Note("There is no critical gate.");
        }

        FirstOf(column, [.. report.CriticalGates], _most, "gate", MatrixSection.Destination,
            gate => (StatusMarks.Of(report.Of(gate).Colour), Shortened.To(MostOfTitle, gate.Title),
                Word(report.Of(gate))));
        column.Label("Conditions");
        if (report.Conditions.Count == 0)
        {
            column.Note("None requested.");
        }

        FirstOf(column, report.Conditions, MostConditions, "condition", SignOffSection.Destination,
            c => (report.StateOf(c).Mark, $"{Shortened.To(MostOfCondition, c.Text)} {Due(c)}", null));
    }

    // The rest is counted and named with its page, so that the decision keeps to one page however large the launch is.
    private void FirstOf<T>(
        ColumnDescriptor column, IReadOnlyList<T> all, int most, string noun, string section,
        Func<T, (StatusMark, string, string?)> line)
    {
        var shown = all.Count > most ? most - 1 : all.Count;
        column.Lines(all.Take(shown), line);
        if (all.Count > shown)
        {
            column.Item().PaddingTop(3).Text(text =>
            {
                text.DefaultTextStyle(Typography.Quiet);
                text.Span($"And {Counted.Of(all.Count - shown, $"more {noun}")}: ");
                text.Place(report, section);
                text.Span(".");
            });
        }
    }

    private string Due(Condition condition)
    {
        var word = report.StateOf(condition).Word;
        var state = word == "open" ? "" : $", {word}";
        return $"({Shortened.To(MostOfOwner, condition.Owner)}, {Format.Day(condition.Due)}{state})";
    }

    private static string Word(GateStanding gate) =>
        gate.Word is { } word ? $"{Format.Word(gate.Colour)}, {word}" : Format.Word(gate.Colour);

    private void SignaturesAndHeadroom(ColumnDescriptor column)
    {
        column.Label(report.IsFrozen ? "Signatures on this revision" : "Signatures");
        if (report.WhyUnsigned is { } why)
        {
            column.Note($"{Counted.Capital(why)}.");
        }
        else
        {
            if (report.Facts.Roles.IsEmpty)
            {
                column.Note("No role signs.");
            }

            FirstOf(column, report.Facts.Roles, _most, "role", SignOffSection.Destination, Signature);
        }

        if (report.Readiness.Headrooms.Length > 0)
        {
            column.Label("Least headroom");
        }

        var most = 3 - Math.Max(Math.Min(_tight, 2), report.Facts.Roles.Length > _most ? 1 : 0);
        foreach (var line in report.Readiness.Headrooms.Take(most))
        {
            column.Item().PaddingBottom(4).Column(item =>
            {
                item.Item().Row(row =>
                {
                    var title = Shortened.To(MostOfTitle, line.Title);
                    row.RelativeItem().Text($"{title}: {line.ValueShown}, {line.TargetShown}").Style(Typography.Small);
                    row.AutoItem().PaddingLeft(6).Text(Format.Percent(line.Headroom))
                        .Style(Typography.Small.SemiBold());
                });
                item.Item().PaddingTop(1.5f).Height(4).Svg(size => BarSvg.Headroom(
                    line, ChartPalette.Print, size.Width, size.Height));
            });
        }
    }

    private (StatusMark Mark, string Text, string? Right) Signature(Role role) =>
        report.Record.Standing(role.Key) is { } signed
            ? (StatusMarks.Of(signed.Decision), Shortened.To(MostOfTitle, role.Title), Vote(signed))
            : (StatusMark.Open, Shortened.To(MostOfTitle, role.Title),
                NotRequired(role) ? "not required" : "not signed");

    private bool NotRequired(Role role) =>
        report.Input.Revision.Holdings.FirstOrDefault(h => h.Role == role.Key)?.NotRequiredReason is not null;

    private string Vote(SignOff signed) =>
        report.Record.Decision is { } decision && decision.SignOffId == signed.Id
            ? $"{Format.Word(signed.Decision)}, {(decision.Proceed ? "YES" : "NO")}"
            : Format.Word(signed.Decision);

    private void Findings(ColumnDescriptor column)
    {
        var findings = report.Readiness.Findings;
        if (findings.Length == 0)
        {
            column.Note("No value stated anywhere contradicts the facts.");
            return;
        }

        var open = findings.Where(f => f.Status == FindingStatus.Open).ToList();
        var headline = open.Where(f => f.Severity == FindingSeverity.High).ToList();
        column.Label("Findings");
        column.Item().Text(text =>
        {
            text.DefaultTextStyle(Typography.Small);
            text.Span($"{findings.Length} stated values contradict the facts; {Standing(open.Count, headline.Count)}. "
                + "Listed with both values: ");
            text.Place(report, FindingsSection.Destination);
            text.Span(".");
        });
        column.Item().PaddingTop(4).StopPaging().ShowEntire().Row(row => Headlines(row, headline));
    }

    private string Standing(int open, int headline)
    {
        var accepted = report.Readiness.Findings.Count(f => f.Status == FindingStatus.Accepted);
        var settled = accepted > 0 ? $", {accepted} accepted with a reason" : "";
        return open == 0 ? $"none is open{settled}"
            : $"{open} are open, {headline} of them in the summary or the matrix{settled}";
    }

    private void Headlines(RowDescriptor row, List<Finding> findings)
    {
        var shown = findings.DistinctBy(f => (f.Figure, f.Stated)).Take(_tight switch { < 2 => 4, 2 => 2, _ => 0 })
            .ToList();
        row.Spacing(26);
        foreach (var half in shown.Chunk(Math.Max(1, (shown.Count + 1) / 2)))
        {
            row.RelativeItem().Column(column => column.Lines(half, f =>
                (StatusMarks.Of(f.Severity), Shortened.To(MostOfTitle, report.TitleOf(f)), f.Compared)));
        }
    }
}
