using ReadinessPortal.Domain.Narratives;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>What those who prepared the launch recommend, why, and what comes next.</summary>
internal sealed class RecommendationSection(ReportContent report) : ReportSection(report)
{
    public override string Id => "recommendation";

    public override string Title => "Recommendation of the preparers";

    public override IReadOnlyList<string> Chapters => ["recommendation"];

    public override string? WhyEmpty =>
        Notes.Any() || Report.Facts.Narratives.Any(n =>
            n.Kind is NarrativeKind.Recommendation or NarrativeKind.Rationale or NarrativeKind.NextStep)
            ? null : "nothing is recommended";

    protected override void Body(ColumnDescriptor column)
    {
        column.Told(Report, NarrativeKind.Recommendation, "Recommendation");
        column.Told(Report, NarrativeKind.Rationale, "Rationale");
        column.Told(Report, NarrativeKind.NextStep, "Next steps");
    }
}
