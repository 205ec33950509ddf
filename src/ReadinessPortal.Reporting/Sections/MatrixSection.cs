using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Waivers;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>The go/no-go matrix and the waivers it leans on.</summary>
internal sealed class MatrixSection(ReportContent report) : ReportSection(report)
{
    public const string Destination = "matrix";

    public override string Id => Destination;

    public override string Title => "Go/no-go matrix";

    public override IReadOnlyList<string> Chapters => ["matrix"];

    public override string? WhyEmpty =>
        Report.Facts.Gates.Length + Report.Input.Revision.Waivers.Length > 0 || Notes.Any()
            ? null : "no gate and no waiver";

    protected override void Body(ColumnDescriptor column)
    {
        Gates(column, "Critical gates", Report.CriticalGates);
        Gates(column, "Nice to have", Report.NiceGates);
        if (Report.Readiness.CriteriaOutsideCriticalGates.Length > 0)
        {
            column.Note("No critical gate covers: "
                + string.Join(", ", Report.Readiness.CriteriaOutsideCriticalGates.Select(Report.CriterionTitle)) + ".");
        }

        column.Subheading("Waivers");
        if (Report.Input.Revision.Waivers.Length == 0)
        {
            column.Note("No failure was waived.");
        }

        foreach (var waiver in Report.Input.Revision.Waivers)
        {
            Waiver(column, waiver);
        }
    }

    private void Gates(ColumnDescriptor column, string heading, IEnumerable<Gate> gates)
    {
        var list = gates.ToList();
        if (list.Count == 0)
        {
            return;
        }

        var green = list.Count(g => Report.Of(g).Colour == GateColour.Green);
        column.Subheading(heading, $"{green} of {list.Count} green");
        column.Item().Component(new Grid(
            [
                new("Gate"), new("Color"), new("Criteria"), new("Why, and what the matrix says"),
                new("Lead's confidence", Right: true), new("Timeline"),
            ],
            [.. list.Select(Row)]));
    }

    private GridCell[] Row(Gate gate)
    {
        var standing = Report.Of(gate);
        return
        [
            new(gate.Title, Bold: true),
            new(Format.Word(standing.Colour), StatusMarks.Of(standing.Colour), Note: standing.Word),
            gate.Criteria.Length == 0 ? "no criterion" : string.Join(", ", gate.Criteria.Select(Report.CriterionTitle)),
            Why(standing),
            ReportContent.Confidence(gate),
            gate.Timeline,
        ];
    }

    private static GridCell Why(GateStanding standing) =>
        standing.Why.Length > 0 ? new(string.Join("; ", standing.Why), Note: standing.Sentence)
        : new(standing.Sentence ?? "", Colour: Ink.Quiet);

    private void Waiver(ColumnDescriptor column, Waiver waiver)
    {
        var lacks = WaiverRules.WhyNotValid(waiver, Report.Facts, Report.Readiness);
        column.Line(lacks is null ? StatusMark.Hold : StatusMark.Open,
            $"{Report.CriterionTitle(waiver.Criterion)}: {waiver.Reason}", $"until {Format.Day(waiver.ExpiresOn)}");
        var accepts = waiver.Accepts.IsEmpty ? "" : $"Accepts {Shortened.Sentence(string.Join("; ", waiver.Accepts))} ";
        column.Note($"{accepts}Compensating control: {Shortened.Sentence(waiver.CompensatingControl)} "
            + $"Requested by {waiver.RequestedBy}, {Report.At(waiver.RequestedAt)}. "
                + $"{Answer(waiver)}{Withdrawal(waiver)}"
            + (lacks is null ? "" : $" It does not count: {lacks}."));
    }

    private string Withdrawal(Waiver waiver) => waiver is { WithdrawnAt: { } at, WithdrawnBy: { } by }
        ? $" Withdrawn by {by}, {Report.At(at)}: {Shortened.Sentence(waiver.WithdrawnReason!)}"
        : "";

    private string Answer(Waiver waiver)
    {
        if (waiver is not { Answer: not WaiverAnswer.Pending, AnsweredBy: { } by, AnsweredAt: { } at })
        {
            return "Not answered yet.";
        }

        var reason = waiver.AnswerReason is { } why ? $": {why}" : "";
        return Shortened.Sentence($"{Counted.Capital(Format.Word(waiver.Answer))} by {by}, {Report.At(at)}{reason}");
    }
}
