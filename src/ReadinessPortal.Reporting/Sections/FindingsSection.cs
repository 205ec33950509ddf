using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

internal sealed class FindingsSection(ReportContent report) : ReportSection(report)
{
    public const string Destination = "findings";

    public override string Id => Destination;

    public override string Title => "Findings";

    protected override void Body(ColumnDescriptor column)
    {
        column.Paragraph("Values stated somewhere that the facts do not give. The derived value is the one this report "
            + "uses everywhere else.");
        if (Report.Readiness.Findings.Length == 0)
        {
            column.Note("None: every stated value agrees with the facts.");
            return;
        }

        column.Item().Component(new Grid(
            [
                new("Severity"), new("Stated", Right: true), new("Derived", Right: true), new("Where it is stated"),
                new("What it is"), new("Status"),
            ],
            [.. Report.Readiness.Findings.Select(f => new GridCell[]
            {
                new(Format.Word(f.Severity), StatusMarks.Of(f.Severity)),
                f.Stated,
                new(f.Derived, Bold: true),
                f.StatedAt,
                new(f.Text, Note: f.Acceptance is { } accepted
                    ? $"Accepted by {accepted.AcceptedBy}, {Report.At(accepted.At)}: {accepted.Reason}"
                    : null),
                Format.Word(f.Status),
            })]));
    }
}
