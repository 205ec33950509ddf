using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

internal sealed class RecommendationsSection(ReportContent report) : ReportSection(report)
{
    public override string Id => "recommendations";

    public override string Title => "Recommendations of the source";

    protected override void Body(ColumnDescriptor column)
    {
        column.Paragraph("What leads and preparers advised in the source. Nobody signed any of it, and none of it "
            + "counts as a sign-off.");
        if (Report.Facts.Recommendations.Length == 0)
        {
            column.Note("The source holds none.");
            return;
        }

        column.Item().Component(new Grid(
            [new("By"), new("Advice"), new("Comment"), new("Date"), new("Source")],
            [.. Report.Facts.Recommendations.Select(r => new GridCell[]
            {
                r.By, r.Advice, r.Comment, r.On is { } day ? Format.Day(day) : "not stated",
                new(r.Source, Colour: Ink.Quiet),
            })]));
    }
}
