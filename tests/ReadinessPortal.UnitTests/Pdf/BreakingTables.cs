using ReadinessPortal.Pdf.Fluent;

namespace ReadinessPortal.UnitTests.Pdf;

public sealed class BreakingTables
{
    [Fact]
    public void The_header_is_repeated_and_costs_height_on_every_page()
    {
        using var printed = Printed.Content(content => content.Table(table =>
        {
            TwoColumns(table);
            table.Header(header => header.Cell().ColumnSpan(2).Height(50).Text("Head"));
            for (var row = 1; row <= 8; row++)
            {
                table.Cell().Height(50).Text($"a{row}");
                table.Cell().Text($"b{row}");
            }
        }));

        printed.Texts.Should().Equal("Head a1 b1 a2 b2 a3 b3", "Head a4 b4 a5 b5 a6 b6", "Head a7 b7 a8 b8");
    }

    [Fact]
    public void The_last_row_never_stands_alone_on_a_page()
    {
        using var printed = Printed.Content(content => content.Table(table =>
        {
            TwoColumns(table);
            for (var row = 1; row <= 5; row++)
            {
                table.Cell().ColumnSpan(2).Height(50).Text($"a{row}");
            }
        }));

        printed.Texts.Should().Equal("a1 a2 a3", "a4 a5");
    }

    [Fact]
    public void The_first_row_never_stands_alone_at_the_end_of_a_page()
    {
        using var printed = Printed.Column(column =>
        {
            column.Block(130, "above");
            column.Item().Table(table =>
            {
                TwoColumns(table);
                for (var row = 1; row <= 3; row++)
                {
                    table.Cell().ColumnSpan(2).Height(50).Text($"a{row}");
                }
            });
        });

        printed.Texts.Should().Equal("above", "a1 a2 a3");
    }

    [Fact]
    public void A_header_of_more_than_half_a_page_is_shown_once()
    {
        using var printed = Printed.Content(content => content.Table(table =>
        {
            TwoColumns(table);
            table.Header(header => header.Cell().ColumnSpan(2).Height(120).Text("Head"));
            for (var row = 1; row <= 4; row++)
            {
                table.Cell().ColumnSpan(2).Height(60).Text($"a{row}");
            }
        }));

        printed.Texts.Should().Equal("Head a1", "a2 a3 a4");
    }

    [Fact]
    public void A_header_never_stands_alone_at_the_end_of_a_page()
    {
        using var printed = Printed.Column(column =>
        {
            column.Block(160, "above");
            column.Item().Table(table =>
            {
                TwoColumns(table);
                table.Header(header => header.Cell().Text("Head"));
                table.Cell().Height(60).Text("a1");
            });
        });

        printed.Texts.Should().Equal("above", "Head a1");
    }

    [Fact]
    public void A_row_that_fits_an_empty_page_moves_as_a_whole()
    {
        using var printed = Printed.Content(content => content.Table(table =>
        {
            TwoColumns(table);
            table.Cell().ColumnSpan(2).Height(140).Text("first");
            table.Cell().Text(Blocks.Lines(8, "left"));
            table.Cell().Text("right");
        }));

        printed.Texts[0].Should().Be("first");
        printed.Texts[1].Should().Contain("left1").And.Contain("left8").And.Contain("right");
    }

    [Fact]
    public void The_cells_of_a_row_taller_than_a_page_go_on_by_themselves()
    {
        using var printed = Printed.Content(content => content.Table(table =>
        {
            TwoColumns(table);
            table.Cell().Border(1).Text(Blocks.Lines(50, "left"));
            table.Cell().Border(1).Text(Blocks.Lines(25, "right"));
            table.Cell().Text("next");
        }));

        printed.Pages.Should().HaveCount(3);
        printed.Texts[0].Should().Contain("left1 ").And.Contain("right1 ");
        printed.Texts[1].Should().Contain("right25").And.NotContain("left50");
        printed.Texts[2].Should().Contain("left50").And.EndWith("next").And.NotContain("right");
    }

    [Fact]
    public void Borders_are_drawn_around_every_piece_of_a_broken_row_even_beside_a_finished_cell()
    {
        using var printed = Printed.Content(content => content.Table(table =>
        {
            TwoColumns(table);
            table.Cell().Border(1).Text(Blocks.Lines(25, "left"));
            table.Cell().Border(1).Text("right");
        }));

        printed.Pages.Should().HaveCount(2);
        printed.Pages.Should().OnlyContain(page => page.Paths.Count == 2);
    }

    [Fact]
    public void A_cell_may_span_columns_and_say_where_it_stands()
    {
        using var printed = Printed.Content(content => content.Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(40);
                columns.RelativeColumn();
                columns.RelativeColumn(3);
            });
            table.Cell().ColumnSpan(2).Text("wide");
            table.Cell().Text("third");
            table.Cell().Row(2).Column(3).Text("placed");
        }));

        printed.LeftOf(1, "third").Should().BeApproximately(Printed.Margin + 40 + 30, 1);
        printed.LeftOf(1, "placed").Should().BeApproximately(printed.LeftOf(1, "third"), 1);
        printed.TopOf(1, "placed").Should().BeGreaterThan(printed.TopOf(1, "third"));
    }

    [Fact]
    public void A_cell_that_reaches_beyond_the_last_column_is_refused()
    {
        var compose = () => Printed.Content(content => content.Table(table =>
        {
            TwoColumns(table);
            table.Cell().ColumnSpan(3).Text("too wide");
        }));

        compose.Should().Throw<InvalidOperationException>().WithMessage("*spans 3 columns*");
    }

    private static void TwoColumns(TableDescriptor table) => table.ColumnsDefinition(columns =>
    {
        columns.RelativeColumn();
        columns.RelativeColumn();
    });
}
