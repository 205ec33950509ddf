using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Registers.Sheets;
using static ReadinessPortal.UnitTests.Registers.ARegister;

namespace ReadinessPortal.UnitTests.Registers;

public sealed class PastingIntoARegister
{
    private static readonly PasteChoices _fromCell = new() { Rows = PasteRows.FromCell };

    [Fact]
    public void From_a_chosen_cell_on_a_block_changes_the_cells_under_it_and_adds_rows_below_the_last()
    {
        var plan = Paste(Budget(), "1,567\t$1,600\r\n2100\t99\r\n", "monitoring", "budget", _fromCell);

        plan.Should()
            .BeEquivalentTo(new { Headings = 0, Problem = (string?)null, Changed = 2, Added = 1, Unfit = 0 });
        plan.Rows[1].Key.Should().Be("row");
        plan.Changes().Should().HaveCount(3);
        plan.Changes()[0].Should().Be(FactChange.Setting(
            FactPath.Parse("registers/budget/rows/monitoring"), "cells.budget", "2000", "1567"));
        plan.Changes()[2].Should().BeOfType<FactChange.Add>().Which.Values.Should().BeEquivalentTo(
            new Dictionary<string, string> { ["cells.actual"] = "99", ["cells.budget"] = "2100" });
    }

    [Fact]
    public void What_does_not_fit_says_why_at_its_cell_and_keeps_all_of_it_from_being_saved()
    {
        var plan = Paste(Budget(), "5\ta lot", "ai", "budget");

        plan.Rows[0].Cells.Select(c => c.Problem).Should().Equal(null, "'a lot' is not an amount in USD");
        plan.CanBeSaved.Should().BeFalse();
    }

    [Fact]
    public void A_unit_that_the_column_does_not_have_keeps_a_block_from_being_saved()
    {
        var trees = Of("trees", [Column("kind", ColumnKind.Text), Column("fruit", ColumnKind.Number)], ["oak", "1"]);

        Paste(trees, "oak\t5 apples", null, null).Rows[0].Cells[1].Problem
            .Should().Be("'5 apples' has a unit and the column has none; write 5");
    }

    [Fact]
    public void A_computed_column_keeps_its_formula()
    {
        var plan = Paste(Budget(), "5\t6\t83 %", "ai", "budget");

        plan.Rows[0].Cells.Select(c => c.IsLeftOut).Should().Equal(false, false, true);
        plan.Changes().Should().HaveCount(2);
    }

    [Theory]
    [InlineData("1\t2\t3\t4", "budget", "The block is 4 columns wide and only 3 are there, from budget on*")]
    [InlineData("1", "gone", "The column it goes to is not there any more.")]
    [InlineData("\t\r\n\t\r\n", "budget", "There is nothing to paste.")]
    public void A_block_that_cannot_go_there_says_why(string text, string column, string problem) =>
        Paste(Budget(), text, "ai", column).Problem.Should().Match(problem);

    [Fact]
    public void A_row_that_was_archived_meanwhile_takes_no_block() =>
        Paste(Budget(), "1", "gone", "budget", _fromCell).Problem
            .Should().Be("The row it goes to is not there any more.");

    [Fact]
    public void More_rows_than_are_pasted_together_are_counted() =>
        Paste(Budget(), string.Join('\n', Enumerable.Range(0, PastePlan.MostRows + 1)), "ai", "budget", _fromCell)
            .Problem.Should().Be("The block has 5,001 rows; at most 5,000 are pasted together.");

    [Fact]
    public void Blank_cells_beyond_the_last_column_are_not_in_the_way() =>
        Paste(Budget(), "5\t6\t\t\t\n", "ai", "budget").Should().BeEquivalentTo(
            new { Problem = (string?)null, Changed = 2 });

    [Fact]
    public void Another_unit_is_converted_and_an_empty_cell_blanks_what_it_covers()
    {
        var lags =
            Of("lags", [Column("system", ColumnKind.Text), Column("lag", ColumnKind.Duration, "s")], ["db", "4"]);

        var cells = Paste(lags, "db\t2300 ms\nqueue\t", "db", "system").Rows.Select(r => r.Cells[1]).ToList();

        cells[0].Should().BeEquivalentTo(new { From = "4", To = "2.3", IsConverted = true });
        Paste(lags, "\t", "db", "system").Problem.Should().Be("There is nothing to paste.");
        Paste(lags, "db\t\nx\ty", "db", "system").Rows[0].Cells[1].Should()
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
}
