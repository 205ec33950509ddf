using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>One chapter: its heading is a destination that contents and bookmarks lead to.</summary>
internal abstract class ReportSection(ReportContent report) : IComponent
{
    public abstract string Id { get; }

    public abstract string Title { get; }

    /// <summary>Parts that contents and bookmarks lead to as well.</summary>
    public virtual IEnumerable<(string Id, string Title)> Parts => [];

    protected ReportContent Report { get; } = report;

    public void Compose(IContainer container) => container.Column(column =>
    {
        column.Item().Section(Id).EnsureSpace(110).PaddingTop(18).PaddingBottom(4).Column(heading =>
        {
            heading.Item().Text(Title).Style(Typography.Heading);
            heading.Item().PaddingTop(4).LineHorizontal(0.8f).LineColor(Ink.Black);
        });
        Body(column);
    });

    protected abstract void Body(ColumnDescriptor column);
}
