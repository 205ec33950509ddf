using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Registers.Sheets;
using static ReadinessPortal.UnitTests.Registers.ARegister;

namespace ReadinessPortal.UnitTests.Registers;

public sealed class FindingTheRowsOfABlock
{
    private const string Sorted = "line\tactual\nmonitoring\t1567\ninfrastructure\t20000\nlogging\t5\nai\t6234\n";

    [Theory]
    [InlineData(null)]
    [InlineData("ai")]
    public void However_a_sheet_is_sorted_its_lines_find_their_rows_by_what_they_are_called(string? cell)
    {
        var plan = Paste(Budget(), Sorted, cell, "budget");

        plan.How.Should().Be(PasteRows.Matched);
        plan.MatchedBy!.Key.Should().Be("line");
        plan.Rows.Select(r => (r.Key, r.IsNew, r.IsChanged)).Should().Equal(
            ("monitoring", false, false), ("infrastructure", false, true), ("logging", true, false),
            ("ai", false, false));
        plan.Missing.Should().Be(3);
        plan.Changes()[0].Should().Be(FactChange.Setting(
            FactPath.Parse("registers/budget/rows/infrastructure"), "cells.actual", "20145", "20000"));
        plan.Changes()[1].Should().BeOfType<FactChange.Add>().Which.Fact.Key.Should().Be("logging");
        plan.Changes().Should().HaveCount(2);
    }

    [Fact]
    public void Any_order_of_the_lines_asks_for_the_same_changes()
    {
        var lines = Sorted.Trim().Split('\n');
        var forwards = Paste(Budget(), string.Join('\n', lines), null, null).Changes();

        var backwards = Paste(Budget(), string.Join('\n', lines.Skip(1).Reverse().Prepend(lines[0])), null, null);

        backwards.Changes().OfType<FactChange.Set>().Should().Equal(forwards.OfType<FactChange.Set>());
        backwards.Rows.Where(r => r.IsNew).Select(r => r.Key).Should().Equal("logging");
    }

    [Fact]
    public void Without_headings_the_names_under_the_chosen_column_find_the_rows() =>
        Paste(Budget(), "AI\t9000\nanalytics\t4000", "infrastructure", "line").Rows
            .Select(r => (r.Key, r.IsChanged)).Should().Equal(("ai", true), ("analytics", false));

    [Fact]
    public void Lines_without_a_name_are_asked_where_they_go()
    {
        var plan = Paste(Budget(), "1\t2\n3\t4", "ai", "budget");

        plan.How.Should().BeNull();
        plan.Problem.Should().BeNull();
        plan.CanBeSaved.Should().BeFalse();
        plan.Matchable.Select(c => c.Key).Should().Equal("budget", "actual");
    }

    [Fact]
    public void One_line_under_a_chosen_cell_goes_there() =>
        Paste(Budget(), "1\t2", "ai", "budget").Should().BeEquivalentTo(
            new { How = PasteRows.FromCell, Changed = 2, CanBeSaved = true });

    [Theory]
    [InlineData(null)]
    [InlineData(PasteRows.FromCell)]
    public void Without_a_chosen_cell_nothing_goes_by_place(PasteRows? chosen) =>
        Paste(Budget(), "1\t2", null, "budget", new() { Rows = chosen }).Should().BeEquivalentTo(
            new { How = (PasteRows?)null, CanBeSaved = false });

    [Fact]
    public void Lines_may_all_be_new_rows()
    {
        var plan = Paste(Budget(), "ai\t5\nai\t6", null, null, new() { Rows = PasteRows.Added });

        plan.Rows.Select(r => (r.Key, r.IsNew)).Should().Equal(("ai-2", true), ("ai-3", true));
        plan.Changed.Should().Be(0);
    }

    [Fact]
    public void An_empty_register_takes_every_line_as_a_new_row() =>
        Paste(Budget() with { Rows = [] }, "ai\t5\nai\t6", null, null).Should().BeEquivalentTo(
            new { How = PasteRows.Added, Added = 2, CanBeSaved = true });

    [Fact]
    public void A_name_that_stands_twice_or_not_at_all_in_the_block_is_said_with_its_line()
    {
        var plan = Paste(Budget(), "line\tactual\nai\t1\n\t2\n\nAI\t3", null, null);

        plan.Rows.Select(r => (r.Line, r.Problem)).Should().Equal(
            (2, null), (3, "has no line, by which it would find its row"), (5, "'AI' stands in line 2 already"));
        plan.CanBeSaved.Should().BeFalse();
    }

    [Theory]
    [InlineData("data\u00a0transfer")]
    [InlineData("\u00a0data \u2009 transfer ")]
    [InlineData("\"data\ntransfer\"")]
    [InlineData("DATA  Transfer")]
    public void However_its_white_space_and_its_capitals_are_written_a_name_finds_its_row(string name)
    {
        var plan = Paste(Lines("data transfer", "café"), $"line\tactual\n{name}\t7\n", null, null);

        var row = plan.Rows.Should().ContainSingle().Subject;
        row.Should().BeEquivalentTo(new { Key = "data transfer", IsNew = false, IsChanged = true });
        plan.Changed.Should().Be(name.StartsWith("DATA", StringComparison.Ordinal) ? 2 : 1);
    }

    [Fact]
    public void A_name_that_only_its_white_space_or_its_marks_tell_from_the_rows_keeps_what_stands_there()
    {
        var plan = Paste(
            Lines("data transfer", "café"), "line\tactual\ndata\u00a0transfer\t2\ncafe\u0301\t2\n", null, null);

        plan.Added.Should().Be(0);
        plan.Changes().Should().BeEmpty();
        plan.Loosely.Select(r => (r.Line, r.Title)).Should().Equal((2, "data transfer"), (3, "café"));
    }

    [Fact]
    public void Names_that_only_their_white_space_tells_apart_are_one()
    {
        Paste(Lines("data transfer", "data\u00a0transfer"), "line\tactual\ndata transfer\t7", null, null).How
            .Should().BeNull();
        Paste(Lines("data transfer"), "line\tactual\ndata transfer\t7\ndata  transfer\t8", null, null).Rows[1].Problem
            .Should().EndWith("stands in line 2 already");
    }

    [Fact]
    public void Rows_that_share_their_name_are_not_told_apart_by_it_and_another_column_may_be_chosen()
    {
        var pods = Of("pods", [Column("region", ColumnKind.Text), Column("id", ColumnKind.Text)],
            ["eu", "a"], ["eu", "b"]);
        const string Block = "region\tid\neu\tb\neu\tc";

        Paste(pods, Block, "eu", "region").How.Should().BeNull();
        var byRegion = Paste(pods, Block, null, null, new() { Rows = PasteRows.Matched, MatchedBy = "region" });
        var byId = Paste(pods, Block, null, null, new() { Rows = PasteRows.Matched, MatchedBy = "id" });

        byRegion.Rows[0].Problem.Should().Be("'eu' stands in two rows of the register");
        byId.Rows.Select(r => (r.IsNew, r.IsChanged)).Should().Equal((false, false), (true, false));
    }

    [Fact]
    public void Whoever_wants_to_rename_rows_says_that_the_lines_go_by_place() =>
        Paste(Budget(), "Machines\nModels", "infrastructure", "line", new() { Rows = PasteRows.FromCell })
            .Rows.Select(r => (r.Key, r.IsNew)).Should().Equal(("infrastructure", false), ("ai", false));

    private static Register Lines(params string[] names) => Of("lines",
        [Column("line", ColumnKind.Text), Column("actual", ColumnKind.Money, "USD")],
        [.. names.Select(n => (string[])[n, "2"])]);
}
