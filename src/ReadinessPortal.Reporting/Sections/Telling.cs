using ReadinessPortal.Domain.Narratives;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>Texts of the launch as bullets under a heading.</summary>
internal static class Telling
{
    /// <summary>Nothing at all where there is no text of that kind.</summary>
    public static void Told(this ColumnDescriptor column, ReportContent report, NarrativeKind kind, string heading)
    {
        var told = report.Facts.Narratives.Where(n => n.Kind == kind).ToList();
        if (told.Count == 0)
        {
            return;
        }

        column.Subheading(heading);
        foreach (var text in told)
        {
            column.Bullet(report.Narrative(text.Key, text.Text), text.Title);
        }
    }
}
