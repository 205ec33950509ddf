using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>Milestones, contacts and the registers of the appendix.</summary>
internal sealed class AppendixSection(ReportContent report)
    : RegistersSection(report, "appendix", "Milestones, contacts and documents")
{
    protected override void Body(ColumnDescriptor column)
    {
        column.Subheading("Milestones");
        column.Item().Component(new Grid(
            [new("When", 1.6f), new("Milestone", 3), new("Note", 3)],
            [.. Report.Facts.Milestones.Select(m => new GridCell[] { Format.Date(m.When), m.Title, m.Note })]));
        column.Subheading("Contacts");
        column.Item().Component(new Grid(
            [new("Group", 1.4f), new("Contact", 2.4f), new("Address", 3)],
            [.. Report.Facts.Contacts.Select(c => new GridCell[] { c.Group, c.Title, c.Address })]));
        base.Body(column);
    }
}
