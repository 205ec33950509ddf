using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

/// <summary>One chapter: its heading is a destination that contents and bookmarks lead to.</summary>
internal abstract class ReportSection(ReportContent report) : IComponent
{
    public abstract string Id { get; }

    public abstract string Title { get; }

    protected ReportContent Report { get; } = report;

    public void Compose(IContainer container) => container.Column(column =>
    {
        column.Item().Section(Id).EnsureSpace(110).PaddingTop(20).PaddingBottom(7).Column(heading =>
        {
            heading.Item().Text(Title).Style(Typography.Heading);
            heading.Item().PaddingTop(4).LineHorizontal(0.8f).LineColor(Ink.Black);
        });
        Body(column);
    });

    protected abstract void Body(ColumnDescriptor column);
}
