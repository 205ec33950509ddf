using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Waivers;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>The go/no-go matrix and the waivers it leans on.</summary>
internal sealed class MatrixSection(ReportContent report) : ReportSection(report)
{
    public override string Id => "matrix";

    public override string Title => "Go/no-go matrix";

    protected override void Body(ColumnDescriptor column)
    {
        Gates(column, "Critical gates", Report.CriticalGates);
        Gates(column, "Nice to have", Report.NiceGates);
        if (Report.Readiness.CriteriaOutsideCriticalGates.Length > 0)
        {
            column.Note("No critical gate stands on: "
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
            [new("Gate", 2.3f), new("Colour", 1.9f), new("Stands on", 2.7f), new("Why", 3), new("Evidence", 2.6f), new("Timeline, confidence", 1.5f)],
            [.. list.Select(Row)]));
    }

    private GridCell[] Row(Gate gate)
    {
        var standing = Report.Of(gate);
        return
        [
            new(gate.Title, Bold: true),
            new(standing.Word is { } word ? $"{Format.Word(standing.Colour)}, {word}" : Format.Word(standing.Colour), Marks.Of(standing.Colour)),
            gate.Criteria.Length == 0 ? "no criterion" : string.Join(", ", gate.Criteria.Select(Report.CriterionTitle)),
            string.Join("; ", standing.Why),
            standing.Sentence,
            new(string.Join(", ", new[] { gate.Timeline, gate.Confidence is { } sure ? $"{sure} %" : "confidence not stated" }.OfType<string>()), Colour: Ink.Quiet),
        ];
    }

    private void Waiver(ColumnDescriptor column, Waiver waiver)
    {
        column.Line(waiver.Answer == WaiverAnswer.Approved ? Mark.Hold : Mark.Open,
            $"{Report.CriterionTitle(waiver.Criterion)}: {waiver.Reason}", $"until {Format.Day(waiver.ExpiresOn)}");
        column.Note($"Compensating control: {waiver.CompensatingControl}. Requested by {waiver.RequestedBy}, {Report.At(waiver.RequestedAt)}. "
            + (waiver is { Answer: not WaiverAnswer.Pending, AnsweredBy: { } by, AnsweredAt: { } at }
                ? $"{Format.Word(waiver.Answer)} by {by}, {Report.At(at)}{(waiver.AnswerReason is { } why ? $": {why}" : "")}."
                : "Not answered yet."));
    }
}
