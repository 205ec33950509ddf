using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>What reads better since the first freeze without new proof: who asked, who approved, and why.</summary>
internal sealed class ReadsBetterSection(ReportContent report) : ReportSection(report)
{
    public override string Id => "reads-better";

    public override string Title => "Improvements approved since the first freeze";

    public override IReadOnlyList<string> Chapters => [];

    public override string? WhyEmpty =>
        Report.Input.Revision.GuardedChanges.IsEmpty ? "none without new evidence" : null;

    protected override void Body(ColumnDescriptor column)
    {
        column.Lead(
            "Each of these improved the launch since it was first frozen, without new proof. One "
            + "person asked for it and another one approved it.");
        foreach (var change in Report.Input.Revision.GuardedChanges)
        {
            column.Subheading(change.Summary);
            column.Item().Component(new Grid([new("", 1), new("", 5)], [.. Rows(change)]));
        }
    }

    // A line each, so that a long list goes on over pages.
    private IEnumerable<GridCell[]> Rows(GuardedChange change) =>
    [
        .. Lines("Improved", change.Loosens), .. Lines("Worsened", change.Worsens), .. Lines("Totals", change.Totals),
        .. Lines("Reason", [change.Reason]),
        .. Lines("Requested by", [$"{change.RequestedBy}, {Report.At(change.RequestedAt)}"]),
        .. Lines("Approved by", [change is { AnsweredBy: { } by, AnsweredAt: { } at }
            ? $"{by}, {Report.At(at)}{(change.AnswerReason is { } why ? $": {why}" : "")}"
            : Format.NotKnown]),
    ];

    private static IEnumerable<GridCell[]> Lines(string label, IEnumerable<string> texts) =>
        texts.Select((text, i) => new GridCell[] { new(i == 0 ? label : "", Colour: Ink.Quiet), text });
}
