using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

internal sealed class FindingsSection(ReportContent report) : ReportSection(report)
{
    public const string Destination = "findings";

    public override string Id => Destination;

    public override string Title => "Findings";

    public override IReadOnlyList<string> Chapters => ["findings"];

    public override string? WhyEmpty =>
        Report.Readiness.Findings.Length > 0 || Notes.Any() ? null
        : Report.Facts.Claims.Length == 0 ? "no stated value to compare"
        : $"every stated value agrees with the facts, {Report.Facts.Claims.Length} compared";

    private int Agreeing => Report.Facts.Claims.Length - Report.Readiness.Findings.Length;

    protected override void Body(ColumnDescriptor column)
    {
        var (stated, differ) = (Report.Facts.Claims.Length, Report.Readiness.Findings.Length);
        column.Lead($"{Counted.Capital(Counted.Of(stated, "stated value"))} compared with the facts: "
            + $"{Agreeing} agree, {differ} do not and are listed here. The derived value is the one this report uses "
            + "everywhere else.");

        column.Item().Component(new Grid(
            [
                new("Severity", 1.1f), new("What it is", 4.2f), new("Stated", 1.5f, Right: true),
                new("Derived", 1.5f, Right: true), new("Where the source states it", 2.2f), new("Status", 0.8f),
            ],
            [.. InOrder().Select(f => new GridCell[]
            {
                new(Format.Word(f.Severity), StatusMarks.Of(f.Severity)),
                new(Report.TitleOf(f), Note: NoteOf(f)),
                f.Stated,
                new(f.Derived, Bold: true),
                f.StatedAt,
                Format.Word(f.Status),
            })]));
    }

    // As the page has them: what is open first, worst first.
    private IEnumerable<Finding> InOrder() =>
        Report.Readiness.Findings.OrderBy(f => f.Status).ThenByDescending(f => f.Severity);

    private string? NoteOf(Finding finding)
    {
        var accepted = finding.Acceptance is { } by
            ? $"Accepted by {by.AcceptedBy}, {Report.At(by.At)}: {by.Reason}"
            : null;
        var why = finding.Rule == ClaimChecker.Unfounded ? finding.Text : null;
        var notes = new[] { why, Report.ClaimOf(finding)?.Note, accepted }.OfType<string>().ToList();
        return notes.Count == 0 ? null : string.Join('\n', notes);
    }
}
