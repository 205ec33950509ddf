using ReadinessPortal.Pdf.Fluent;
using UglyToad.PdfPig.Annotations;

namespace ReadinessPortal.UnitTests.Pdf;

public sealed class Referring
{
    [Fact]
    public void Page_numbers_are_those_of_the_finished_document()
    {
        using var printed = Printed.Of(page =>
        {
            page.Content().Column(column =>
            {
                column.Item().Text(text =>
                {
                    text.Span("see page ");
                    text.BeginPageNumberOfSection("target");
                });
                column.Block(180, "filler");
                column.Item().Section("target").Text(Blocks.Lines(3, "target"));
            });
            page.Footer().Text(text =>
            {
                text.CurrentPageNumber();
                text.Span(" of ");
                text.TotalPages();
            });
        });

        printed.Texts[0].Should().StartWith("see page 2").And.EndWith("1 of 2");
        printed.Texts[1].Should().EndWith("2 of 2");
    }

    [Fact]
    public void A_section_that_moves_to_the_next_page_is_found_there()
    {
        using var printed = Printed.Column(column =>
        {
            column.Item().SectionLink("late").Text("go");
            column.Item().Section("late").Column(inner => inner.Item().Section("inner").Height(195).Text("here"));
            column.Item().Text(text => text.EndPageNumberOfSection("inner"));
        });

        printed.Texts[0].Should().Be("go");
        printed.Texts[2].Should().Be("2");
        Links(printed, 1).Should().ContainSingle();
    }

    [Fact]
    public void A_link_that_wraps_has_one_rectangle_for_each_line()
    {
        using var printed = Printed.Content(content => content.Width(80).Text(text =>
        {
            text.Span("read ");
            text.Hyperlink("all of the long story", "https://example.org/story");
        }));

        var links = Links(printed, 1);
        links.Should().HaveCount(2);
        links.Select(link => link.Rectangle.Bottom).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_link_to_a_section_that_is_not_there_is_plain_text()
    {
        using var printed = Printed.Content(content => content.Text(text => text.SectionLink("nowhere", "missing")));

        printed.Texts[0].Should().Be("nowhere");
        Links(printed, 1).Should().BeEmpty();
    }

    private static List<Annotation> Links(Printed printed, int page) =>
        [.. printed.Pages[page - 1].GetAnnotations().Where(annotation => annotation.Type == AnnotationType.Link)];
}
