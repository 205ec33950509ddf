using System.Collections.Immutable;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Registers.Sheets;
using static ReadinessPortal.UnitTests.Registers.ARegister;

namespace ReadinessPortal.UnitTests.Registers;

public sealed class ChoosingTheHeadings
{
    [Fact]
    public void A_line_of_headings_says_where_the_columns_go()
    {
        var plan = Paste(Budget(), "Actual (USD)\tLINE\n5\tlogging", null, "budget");

        plan.Headings.Should().Be(1);
        plan.Rows.Should().ContainSingle().Which.Key.Should().Be("logging");
        plan.Rows[0].Cells.Select(c => (c.Column.Key, c.To)).Should().Equal(("actual", "5"), ("line", "logging"));
        Paste(Budget(), "Actual\tLINE\n5\tlogging", null, "line", new() { Headings = 0 }).Headings.Should().Be(0);
    }

    [Fact]
    public void A_title_above_the_headings_is_left_out() =>
        Paste(Budget(), "Budget of 2025\t\t\n\t\t\nline\tbudget\t\nai\t8000\t\n", null, null)
            .Should().BeEquivalentTo(new { Headings = 3, Changed = 0, Added = 0, Problem = (string?)null });

    [Fact]
    public void A_first_line_that_names_only_some_columns_is_a_line_like_the_others_unless_it_is_chosen()
    {
        const string Block = "line\tcomment\nai\tfine";

        Paste(Budget(), Block, "ai", "line").Headings.Should().Be(0);
        var chosen = Paste(Budget(), Block, "ai", "line", new() { Headings = 1 });
        chosen.Unknown.Should().Equal("comment");
        chosen.Should().BeEquivalentTo(new { Changed = 0, Added = 0, Problem = (string?)null });
    }

    [Fact]
    public void A_chosen_line_that_names_no_column_says_so() =>
        Paste(Budget(), "1\t2\n3\t4", "ai", "budget", new() { Headings = 2 }).Problem
            .Should().Be("Line 2 names no column of this register. Choose the line with the headings, or none.");

    [Fact]
    public void More_cells_than_headings_say_their_line() =>
        Paste(Budget(), "line\tbudget\nai\t1\nlogging\t2\t3", null, null).Problem
            .Should().Be("Line 3 has 3 cells under 2 headings.");

    [Fact]
    public void Columns_of_one_heading_take_back_what_they_gave()
    {
        const string Sheet = "Service\tCost\tCost\nAPI\t1\t2\nWeb\t3\t4\n";
        var columns = ColumnGuesses.Of(SheetText.Read(Sheet, SheetText.Tab), headings: 1);
        columns.Select(c => c.Key).Should().Equal("service", "cost", "cost-2");
        var register = Of("costs", [.. columns], ["API", "1", "2"], ["Web", "3", "4"]);

        var plan = Paste(register, Sheet.Replace('4', '5'), null, null);

        plan.Rows.SelectMany(r => r.Cells.Where(c => c.IsChange)).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { From = "4", To = "5", Column = new { Key = "cost-2" } });
    }

    [Theory]
    [InlineData("Service\tPods\nAPI\t12\nWeb\t9", 1)]
    [InlineData("Capacity 2025\t\t\nService\tPods\tLag\nAPI\t12\t2 s", 2)]
    [InlineData("\t\nCapacity\t\n\t\nService\tPods\nAPI\t12", 4)]
    [InlineData("Spend (EUR)\tNote\n5 a month\tfine", 1)]
    [InlineData("API\t12\nWeb\t9", 0)]
    [InlineData("12\n9\n7", 0)]
    [InlineData("API\nWeb\nQueue", null)] // a list may have a heading or not: that is asked
    [InlineData("Service\tOwner\nAPI\tPat", null)]
    [InlineData("Service\tPods", null)]
    [InlineData("Region\t2024\nEU\t5\nUS\t7", 0)]
    public void Which_line_holds_the_headings_is_told_by_the_columns_under_it_or_asked(string block, int? line) =>
        Headings.Guess(SheetText.Read(block, SheetText.Tab)).Should().Be(line);

    [Fact]
    public void A_list_without_headings_keeps_its_first_item()
    {
        var lines = SheetText.Read("API\nWeb\nQueue", SheetText.Tab);

        var columns = ColumnGuesses.Of(lines, headings: 0);

        columns.Should().ContainSingle().Which.Title.Should().Be("Column 1");
        Paste(Of("r", [.. columns]), "API\nWeb\nQueue", null, null, new() { Headings = 0 }).Added.Should().Be(3);
    }

    [Fact]
    public void Columns_are_guessed_from_a_block_that_brings_its_headings()
    {
        const string Block = """
            Service,Owner id,Pods,Lag,Spend (EUR),Availability,Live,Since,Runbook,Note,Limit,Apples
            API,007,12,2300 ms,"1,250.50",99.97%,yes,2025-11-01,https://x.example/a,x,5 s,5 apples
            Web,012,9,1.5 s,12,100 %,no,Q1 2026,https://x.example/b,y,5 GB,7 apples
            """;

        var columns = ColumnGuesses.Of(SheetText.Read(Block, ','), headings: 1);

        columns.Select(c => (c.Key, c.Kind, c.Unit)).Should().Equal(
            ("service", ColumnKind.Text, null), ("owner-id", ColumnKind.Text, null), ("pods", ColumnKind.Count, null),
            ("lag", ColumnKind.Duration, "ms"), ("spend", ColumnKind.Money, "EUR"),
            ("availability", ColumnKind.Percent, null), ("live", ColumnKind.Flag, null), (
                "since", ColumnKind.Date, null),
            ("runbook", ColumnKind.Link, null), ("note", ColumnKind.Text, null),
            ("limit", ColumnKind.Quantity, null), ("apples", ColumnKind.Count, "apples"));
        columns[4].Title.Should().Be("Spend");
    }

    [Fact]
    public void A_guessed_column_takes_every_cell_it_was_guessed_from()
    {
        const string Block = "A\tB\n1\t5 s\n2.5\tnone";
        ImmutableArray<RegisterColumn> columns = ColumnGuesses.Of(SheetText.Read(Block, SheetText.Tab), headings: 1);

        var plan = Paste(Of("r", [.. columns]), Block, null, null);

        plan.Should().BeEquivalentTo(new { Headings = 1, Added = 2, Unfit = 0 });
    }
}
