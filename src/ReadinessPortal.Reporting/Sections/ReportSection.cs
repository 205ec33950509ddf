using ReadinessPortal.Domain.Narratives;
using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>One chapter or appendix: its heading is a destination that contents and bookmarks lead to.</summary>
internal abstract class ReportSection(ReportContent report)
{
    public abstract string Id { get; }

    public abstract string Title { get; }

    /// <summary>Its place in the report, <c>4</c> or <c>B</c>; given by <see cref="ReportOutline"/>.</summary>
    public string Number { get; set; } = "";

    /// <summary>Number and title, as heading, contents and bookmarks name it.</summary>
    public string Heading => $"{Number}  {Title}";

    /// <summary>
    /// Why there is nothing to print, in the middle of a sentence; null where there is something. An empty chapter is
    /// a line in the contents and no page.
    /// </summary>
    public virtual string? WhyEmpty => null;

    /// <summary>Chapters, as notes and registers of the launch name them, whose notes open this one.</summary>
    public abstract IReadOnlyList<string> Chapters { get; }

    /// <summary>Parts that contents and bookmarks lead to as well.</summary>
    public virtual IEnumerable<(string Id, string Title)> Parts => [];

    protected ReportContent Report { get; } = report;

    protected IEnumerable<Narrative> Notes =>
        Report.Facts.Narratives.Where(n => n.Chapter is { } chapter && Chapters.Contains(chapter));

    /// <summary>All of it, in order.</summary>
    public virtual IEnumerable<Stretch> Stretches => [new(IsWide: false, Opening)];

    /// <summary>Heading, notes and body.</summary>
    protected void Opening(ColumnDescriptor column)
    {
        column.Item().Section(Id).EnsureSpace(110).PaddingTop(18).PaddingBottom(4).Column(heading =>
        {
            heading.Item().Text(Heading).Style(Typography.Heading.FontColor(Report.Accent));
            heading.Item().PaddingTop(4).LineHorizontal(0.8f).LineColor(Report.Accent);
        });
        foreach (var note in Notes)
        {
            column.Lead(Report.Narrative(note.Key, note.Text));
        }

        Body(column);
    }

    protected abstract void Body(ColumnDescriptor column);
}
