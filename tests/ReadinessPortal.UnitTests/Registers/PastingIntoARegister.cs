using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Registers.Sheets;
using static ReadinessPortal.UnitTests.Registers.ARegister;

namespace ReadinessPortal.UnitTests.Registers;

public sealed class PastingIntoARegister
{
    [Fact]
    public void A_block_changes_the_cells_under_it_and_adds_rows_below_the_last()
    {
        var plan = Pasting.Of(Budget(), "1,567\t$1,600\r\n2100\t99\r\n", "monitoring", "budget");

        plan.Should()
            .BeEquivalentTo(new { HasHeadings = false, Problem = (string?)null, Changed = 2, Added = 1, Unfit = 0 });
        plan.Rows[1].Key.Should().Be("row");
        plan.Changes().Should().HaveCount(3);
        plan.Changes()[0].Should().Be(FactChange.Setting(
            FactPath.Parse("registers/budget/rows/monitoring"), "cells.budget", "2000", "1567"));
        plan.Changes()[2].Should().BeOfType<FactChange.Add>().Which.Values.Should().BeEquivalentTo(
            new Dictionary<string, string> { ["cells.actual"] = "99", ["cells.budget"] = "2100" });
    }

    [Fact]
    public void A_whole_first_line_of_headings_says_where_the_columns_go()
    {
        var plan = Pasting.Of(Budget(), "Actual (USD)\tLINE\n5\tlogging", null, "budget");

        plan.HasHeadings.Should().BeTrue();
        plan.Rows.Should().ContainSingle().Which.Key.Should().Be("logging");
        plan.Rows[0].Cells.Select(c => (c.Column.Key, c.To)).Should().Equal(("actual", "5"), ("line", "logging"));
        Pasting.Of(Budget(), "Actual\tLINE\n5\tlogging", null, "line", headings: false).HasHeadings.Should().BeFalse();
    }

    [Fact]
    public void A_first_line_that_names_only_some_columns_is_a_line_like_the_others() =>
        Pasting.Of(Budget(), "actual\tcomment", "ai", "line").HasHeadings.Should().BeFalse();

    [Fact]
    public void What_does_not_fit_says_why_at_its_cell_and_keeps_all_of_it_from_being_saved()
    {
        var plan = Pasting.Of(Budget(), "5\ta lot", "ai", "budget");

        plan.Rows[0].Cells.Select(c => c.Problem).Should().Equal(null, "'a lot' is not an amount in USD");
        plan.CanBeSaved.Should().BeFalse();
    }

    [Fact]
    public void A_computed_column_keeps_its_formula()
    {
        var plan = Pasting.Of(Budget(), "5\t6\t83 %", "ai", "budget");

        plan.Rows[0].Cells.Select(c => c.IsLeftOut).Should().Equal(false, false, true);
        plan.Changes().Should().HaveCount(2);
    }

    [Theory]
    [InlineData("1\t2\t3\t4", "budget", "The block is 4 columns wide and only 3 are there, from budget on*")]
    [InlineData("1", "gone", "The column it goes to is not there any more.")]
    [InlineData("\t\r\n\t\r\n", "budget", "There is nothing to paste.")]
    public void A_block_that_cannot_go_there_says_why(string text, string column, string problem) =>
        Pasting.Of(Budget(), text, "ai", column).Problem.Should().Match(problem);

    [Fact]
    public void Another_unit_is_converted_and_an_empty_cell_blanks_what_it_covers()
    {
        var lags =
            Of("lags", [Column("system", ColumnKind.Text), Column("lag", ColumnKind.Duration, "s")], ["db", "4"]);

        var cells = Pasting.Of(lags, "db\t2300 ms\nqueue\t", "db", "system").Rows.Select(r => r.Cells[1]).ToList();

        cells[0].Should().BeEquivalentTo(new { From = "4", To = "2.3", IsConverted = true });
        Pasting.Of(lags, "\t", "db", "system").Problem.Should().Be("There is nothing to paste.");
        Pasting.Of(lags, "db\t\nx\ty", "db", "system").Rows[0].Cells[1].Should()
            .BeEquivalentTo(new { From = "4", To = (string?)null, IsChange = true });
    }

    [Theory]
    [InlineData("a\tb\r\nc\td\r\n", 2)] // Excel
    [InlineData("a\tb\nc\td", 2)] // LibreOffice, Google Sheets
    [InlineData("a\tb\rc\td", 2)]
    [InlineData("\"a\nb\"\tc\r\n", 1)]
    public void Lines_end_as_any_spreadsheet_ends_them(string text, int lines) =>
        SheetText.Read(text, SheetText.Tab).Should().HaveCount(lines).And.OnlyContain(l => l.Length == 2);

    [Theory]
    [InlineData("\"two\nlines\"", "two\nlines")]
    [InlineData("\"said \"\"so\"\"\nhere\"", "said \"so\"\nhere")]
    [InlineData("\"five\"", "\"five\"")]
    [InlineData("5\" disk", "5\" disk")]
    [InlineData("\"open", "\"open")]
    [InlineData("\"a\"b", "\"a\"b")]
    public void Quotes_are_unwrapped_only_where_a_spreadsheet_put_them(string text, string cell) =>
        SheetText.Read(text, SheetText.Tab)[0][0].Should().Be(cell);

    [Fact]
    public void Columns_are_guessed_from_a_block_that_brings_its_headings()
    {
        const string Block = """
            Service,Owner id,Pods,Lag,Spend (EUR),Availability,Live,Since,Runbook,Note,Limit
            API,007,12,2300 ms,"1,250.50",99.97%,yes,2025-11-01,https://x.example/a,x,5 s
            Web,012,9,1.5 s,12,100 %,no,Q1 2026,https://x.example/b,y,5 GB
            """;

        var columns = ColumnGuesses.Of(SheetText.Read(Block, ','));

        columns.Select(c => (c.Key, c.Kind, c.Unit)).Should().Equal(
            ("service", ColumnKind.Text, null), ("owner-id", ColumnKind.Text, null), ("pods", ColumnKind.Count, null),
            ("lag", ColumnKind.Duration, "ms"), ("spend", ColumnKind.Money, "EUR"),
            ("availability", ColumnKind.Percent, null), ("live", ColumnKind.Flag, null), (
                "since", ColumnKind.Date, null),
            ("runbook", ColumnKind.Link, null), ("note", ColumnKind.Text, null), ("limit", ColumnKind.Quantity, null));
        columns[4].Title.Should().Be("Spend");
    }

    [Fact]
    public void A_guessed_column_takes_every_cell_it_was_guessed_from()
    {
        const string Block = "A\tB\n1\t5 s\n2.5\tnone";
        var columns = ColumnGuesses.Of(SheetText.Read(Block, SheetText.Tab));

        var plan = Pasting.Of(Of("r", [.. columns]), Block, null, null);

        plan.Should().BeEquivalentTo(new { HasHeadings = true, Added = 2, Unfit = 0 });
    }
}
