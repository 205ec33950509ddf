using ReadinessPortal.Pdf.Fluent;

namespace ReadinessPortal.UnitTests.Pdf;

public sealed class BreakingPages
{
    [Fact]
    public void What_does_not_fit_goes_to_the_next_page_as_a_whole()
    {
        using var printed = Printed.Column(column =>
        {
            column.Block(150, "first");
            column.Block(60, "second");
        });

        printed.Texts.Should().Equal("first", "second");
    }

    [Fact]
    public void Spacing_is_kept_between_items_but_not_at_the_top_of_a_page()
    {
        using var printed = Printed.Column(column =>
        {
            column.Spacing(30);
            column.Block(50, "one");
            column.Block(50, "two");
            column.Block(50, "three");
        });

        printed.Texts.Should().Equal("one two", "three");
        (printed.TopOf(1, "two") - printed.TopOf(1, "one")).Should().BeApproximately(80, 1.5);
        printed.TopOf(2, "three").Should().BeApproximately(printed.TopOf(1, "one"), 3);
    }

    [Fact]
    public void Content_to_be_shown_entirely_moves_to_the_next_page()
    {
        using var printed = Printed.Column(column =>
        {
            column.Block(150, "above");
            column.Item().ShowEntire().Text(Blocks.Lines(8));
        });

        printed.Texts[0].Should().Be("above");
        printed.Texts[1].Should().StartWith("line1 ").And.EndWith("line8");
    }

    [Fact]
    public void Content_to_be_shown_entirely_that_is_taller_than_a_page_is_broken_after_all()
    {
        using var printed = Printed.Column(column => column.Item().ShowEntire().Text(Blocks.Lines(30)));

        printed.Pages.Should().HaveCount(2);
        string.Join(' ', printed.Texts).Should().Be(Blocks.Lines(30).Replace('\n', ' '));
    }

    [Fact]
    public void Content_that_stops_paging_is_left_out_where_it_does_not_fit_and_cut_where_it_begins()
    {
        using var printed = Printed.Column(column =>
        {
            column.Block(150, "above");
            column.Item().StopPaging().ShowEntire().Text(Blocks.Lines(8));
            column.Item().StopPaging().Text(Blocks.Lines(8, "cut"));
        });

        printed.Pages.Should().ContainSingle();
        printed.Texts[0].Should().StartWith("above cut1 ").And.NotContain("line1").And.NotContain("cut8");
    }

    [Fact]
    public void A_heading_stays_with_what_follows_it()
    {
        using var printed = Printed.Column(column =>
        {
            column.Block(170, "above");
            column.Item().EnsureSpace(60).Text("Heading");
            column.Item().Text(Blocks.Lines(4));
        });

        printed.Texts[0].Should().Be("above");
        printed.Texts[1].Should().StartWith("Heading line1");
    }

    [Fact]
    public void Headings_go_along_when_what_follows_them_cannot_start_on_the_page()
    {
        using var printed = Printed.Column(column =>
        {
            column.Block(100, "above");
            column.Item().EnsureSpace(30).Text("Chapter");
            column.Item().EnsureSpace(20).Text("Heading");
            column.Item().Table(table =>
            {
                table.ColumnsDefinition(columns => columns.RelativeColumn());
                table.Cell().Height(90).Text("row");
            });
        });

        printed.Texts.Should().Equal("above", "Chapter Heading row");
    }

    [Fact]
    public void A_heading_of_something_that_fits_no_page_is_shown_before_it()
    {
        using var printed = Printed.Column(column =>
        {
            column.Item().EnsureSpace(30).Text("Heading");
            column.Item().Height(900).Text("giant");
        });

        printed.Texts[0].Should().Be("Heading");
        printed.Texts[1].Should().Contain("giant");
    }

    [Fact]
    public void No_line_of_a_paragraph_is_left_alone()
    {
        using var printed = Printed.Column(column =>
        {
            column.Block(189, "above");
            column.Item().Text("one\ntwo");
            column.Block(159, "below");
            column.Item().Text("three\nfour\nfive");
        });

        printed.Texts.Should().Equal("above", "one two below", "three four five");
    }

    [Fact]
    public void A_page_break_ends_the_page_wherever_it_stands()
    {
        using var printed = Printed.Content(content => content.PaddingLeft(5).Column(column =>
        {
            column.Item().Text("before");
            column.Item().Column(inner => inner.Item().PageBreak());
            column.Item().Text("after");
        }));

        printed.Texts.Should().Equal("before", "after");
    }

    [Fact]
    public void What_fits_no_page_is_clipped_and_says_where_it_stands()
    {
        using var printed = Printed.Column(column =>
        {
            column.Item().Text("before");
            column.Item().Height(5000).Text("giant");
            column.Item().Text("after");
        });

        printed.Pages.Should().HaveCount(3);
        printed.Texts[1].Should().Contain("giant").And.Contain("Does not fit: Column 2 > Constrained");
        printed.Texts[2].Should().Be("after");
    }

    [Fact]
    public void Padding_larger_than_the_page_still_comes_to_an_end()
    {
        using var printed = Printed.Content(content => content.Padding(150).Text("squeezed"));

        printed.Pages.Count.Should().BeInRange(1, 20);
    }

    [Fact]
    public void Neighbours_in_a_row_go_on_by_themselves()
    {
        using var printed = Printed.Content(content => content.Row(row =>
        {
            row.RelativeItem().Text(Blocks.Lines(25, "left"));
            row.RelativeItem().Text(Blocks.Lines(3, "right"));
        }));

        printed.Pages.Should().HaveCount(2);
        printed.Texts[0].Should().Contain("right3");
        printed.Texts[1].Should().Contain("left25").And.NotContain("right");
    }

    [Fact]
    public void Headers_and_footers_are_on_every_page_and_may_differ_on_the_first()
    {
        using var printed = Printed.Of(page =>
        {
            page.Header().Column(column =>
            {
                column.Item().ShowOnce().Text("cover");
                column.Item().SkipOnce().Text("running");
            });
            page.Content().Text(Blocks.Lines(30));
            page.Footer().Text("foot");
        });

        printed.Texts[0].Should().StartWith("cover line1").And.EndWith("foot");
        printed.Texts[1].Should().StartWith("running").And.NotContain("cover").And.EndWith("foot");
    }
}
