using ReadinessPortal.Domain.Charts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>Milestones, contacts and the registers of the appendix.</summary>
internal sealed class AppendixSection(ReportContent report)
    : RegistersSection(report, "appendix", "Milestones, contacts and documents")
{
    // More than half a page of them is a list and no drawing.
    private const int MostDrawn = 20;

    public override string? WhyEmpty =>
        Report.Facts.Milestones.Length + Report.Facts.Contacts.Length > 0 || base.WhyEmpty is null
            ? null : "no milestone, no contact and no document";

    protected override bool HasBody => true;

    protected override void Body(ColumnDescriptor column)
    {
        if (Report.Facts.Milestones.Length > 0)
        {
            column.Subheading("Milestones");
            column.Item().ShowIf(Report.Facts.Milestones.Length <= MostDrawn)
                .PaddingBottom(8).ShowEntire().Height(MilestonesSvg.Height(Report.Facts.Milestones.Length))
                .Svg(size => MilestonesSvg.Draw(Report.Facts.Milestones, Report.Launch.TargetDate,
                    Report.Readiness.Today, ChartPalette.Print, size.Width));
            column.Item().Component(new Grid(
                [new("When", 1.6f), new("Milestone", 3), new("Note", 3)],
                [
                    .. MilestonesSvg.InOrder(Report.Facts.Milestones)
                        .Select(m => new GridCell[] { Format.Date(m.When), m.Title, m.Note }),
                ]));
        }

        if (Report.Facts.Contacts.Length > 0)
        {
            column.Subheading("Contacts");
            column.Item().Component(new Grid(
                [new("Group", 1.4f), new("Contact", 2.4f), new("Address", 3)],
                [.. Report.Facts.Contacts.Select(c => new GridCell[] { c.Group, c.Title, c.Address })]));
        }
    }
}
