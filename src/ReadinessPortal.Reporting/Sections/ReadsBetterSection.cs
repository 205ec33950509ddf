using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>What reads better since the first freeze without new proof: who asked, who approved, and why.</summary>
internal sealed class ReadsBetterSection(ReportContent report) : ReportSection(report)
{
    public override string Id => "reads-better";

    public override string Title => "Changes in favor since the first freeze";

    public override IReadOnlyList<string> Chapters => [];

    public override string? WhyEmpty =>
        Report.Input.Revision.GuardedChanges.IsEmpty ? "none without new evidence" : null;

    protected override void Body(ColumnDescriptor column)
    {
        column.Lead(
            "Each of these improved the launch since it was first frozen, without new proof. One "
            + "person asked for it and another one approved it.");
        column.Item().Component(new Grid(
            [new("What improved"), new("Change"), new("Reason"), new("Requested by"), new("Approved by")],
            [.. Report.Input.Revision.GuardedChanges.Select(g => new GridCell[]
            {
                string.Join("; ", g.Loosens)
                    + (g.Worsens.IsEmpty ? "" : $". Worsened: {string.Join("; ", g.Worsens)}"),
                g.Summary, g.Reason, $"{g.RequestedBy}, {Report.At(g.RequestedAt)}",
                g is { AnsweredBy: { } by, AnsweredAt: { } at }
                    ? $"{by}, {Report.At(at)}{(g.AnswerReason is { } why ? $": {why}" : "")}"
                    : Format.NotKnown,
            })]));
    }
}
