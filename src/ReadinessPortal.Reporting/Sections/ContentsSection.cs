using ReadinessPortal.Reporting.Look;

namespace ReadinessPortal.Reporting.Sections;

internal sealed class ContentsSection(ReportOutline outline, string accent) : IComponent
{
    public const string Id = "contents";

    public void Compose(IContainer container) => container.Section(Id).Column(column =>
    {
        column.Item().PaddingTop(20).PaddingBottom(8).Text("Contents")
            .Style(Typography.Heading.FontColor(accent));
        foreach (var section in outline.Sections)
        {
            column.Item().BorderTop(0.4f).BorderColor(Ink.Hair).PaddingVertical(4).SectionLink(section.Id).Row(row =>
            {
                row.ConstantItem(22).Text(section.Number).FontColor(Ink.Quiet);
                row.RelativeItem().Text(section.Title);
                row.AutoItem().Text(text => Page(text, section.Id));
            });
            foreach (var (id, title) in section.Parts)
            {
                column.Item().PaddingLeft(22).PaddingBottom(2.5f).DefaultTextStyle(Typography.Quiet).SectionLink(id)
                    .Row(row =>
                    {
                        row.RelativeItem().Text(title);
                        row.AutoItem().Text(text => Page(text, id));
                    });
            }
        }

        if (outline.Empty.Count > 0)
        {
            column.Item().BorderTop(0.4f).BorderColor(Ink.Hair).PaddingTop(8).Text(
                $"Omitted: {string.Join("; ", outline.Empty.Select(s => $"{s.Title} ({s.WhyEmpty})"))}.")
                .Style(Typography.Quiet);
        }
    });

    private static void Page(TextDescriptor text, string section)
    {
        text.AlignRight();
        text.BeginPageNumberOfSection(section).FontColor(Ink.Quiet);
    }
}
