using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>Targets moved and gates relieved after the first freeze: who asked, who approved, and why.</summary>
internal sealed class MadeEasierSection(ReportContent report) : ReportSection(report)
{
    public override string Id => "made-easier";

    public override string Title => "Made easier after the first freeze";

    protected override void Body(ColumnDescriptor column)
    {
        column.Paragraph(
            "Each of these makes the launch easier to pass than it was when it was first frozen. One person "
            + "asked for it and another one approved it.");
        column.Item().Component(new Grid(
            [new("What became easier"), new("Change"), new("Reason"), new("Asked for by"), new("Approved by")],
            [.. Report.Input.Revision.GuardedChanges.Select(g => new GridCell[]
            {
                string.Join("; ", g.Loosens), g.Summary, g.Reason, $"{g.RequestedBy}, {Report.At(g.RequestedAt)}",
                g is { AnsweredBy: { } by, AnsweredAt: { } at }
                    ? $"{by}, {Report.At(at)}{(g.AnswerReason is { } why ? $": {why}" : "")}"
                    : Format.NotKnown,
            })]));
    }
}
