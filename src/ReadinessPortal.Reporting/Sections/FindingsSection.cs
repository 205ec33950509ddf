using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

internal sealed class FindingsSection(ReportContent report) : ReportSection(report)
{
    public override string Id => "findings";

    public override string Title => "Findings";

    protected override void Body(ColumnDescriptor column)
    {
        column.Paragraph("Values stated somewhere that the facts do not give. The derived value is the one this report uses everywhere else.");
        if (Report.Readiness.Findings.Length == 0)
        {
            column.Note("None: every stated value agrees with the facts.");
            return;
        }

        column.Item().Component(new Grid(
            [new("Severity", 1.1f), new("Stated", 1.3f, true), new("Derived", 1.3f, true), new("Where it is stated", 2.2f), new("What it is", 4.2f), new("Status", 0.9f)],
            [.. Report.Readiness.Findings.Select(f => new GridCell[]
            {
                new(Format.Word(f.Severity), f.Severity switch { FindingSeverity.High => Mark.No, FindingSeverity.Medium => Mark.Hold, _ => Mark.Open }),
                f.Stated,
                new(f.Derived, Bold: true),
                f.StatedAt,
                f.Acceptance is { } accepted
                    ? $"{f.Text}. Accepted by {accepted.AcceptedBy}, {Report.At(accepted.At)}: {accepted.Reason}"
                    : f.Text,
                Format.Word(f.Status),
            })]));
    }
}
