using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using static ReadinessPortal.UnitTests.Registers.ARegister;

namespace ReadinessPortal.UnitTests.Registers;

public sealed class ComputingRegisters
{
    [Fact]
    public void Budget_lines_add_up_and_show_their_utilisation()
    {
        var budget = Budget();
        var table = RegisterTables.Of([budget])[0];

        table.Cell(budget, "infrastructure", "actual").Shown.Should().Be("$20,145");
        table.Cell(budget, "infrastructure", "utilisation").Shown.Should().Be("80.6 %");
        table.Total(budget, "budget").Shown.Should().Be("$47,000");
        table.Total(budget, "actual").Should().BeEquivalentTo(new { Shown = "$37,568", Value = "37568 USD" });
        table.Total(budget, "utilisation").Shown.Should().Be("79.9 %");
    }

    [Fact]
    public void A_total_opens_down_to_its_rows()
    {
        var budget = Budget();

        var why = RegisterTables.Of([budget])[0].Total(budget, "utilisation").Why!;

        why.How.Should().Be("actual / budget");
        why.Parts[0].How.Should().Be("sum of 6 rows");
        why.Parts[0].Parts.Should().HaveCount(6);
        why.Parts[0].Parts[0].Value.Should().Be("$20,145");
        why.Parts[0].Parts[0].Subject.Should().Be(new SubjectRef(SubjectKind.RegisterRow, "budget/infrastructure"));
    }

    [Fact]
    public void A_blank_is_left_out_and_never_taken_for_zero()
    {
        var tenants = Of("tenants",
            [
                Column("country", ColumnKind.Text),
                Column("tenants", ColumnKind.Count) with { Total = ColumnTotal.Average },
                Computed("twice", ColumnKind.Number, "tenants * 2"),
            ],
            ["us", "38"], ["ca", ""], ["latam", "2"]);

        var table = RegisterTables.Of([tenants])[0];

        table.Total(tenants, "tenants").Shown.Should().Be("20");
        table.Cell(tenants, "ca", "twice").Should()
            .BeEquivalentTo(new { Shown = "", Value = (string?)null, Problem = (string?)null });
    }

    [Fact]
    public void Rows_with_their_own_comparators_are_judged_one_by_one()
    {
        var slos = Of("slos",
            [
                Column("slo", ColumnKind.Text),
                Column("actual", ColumnKind.Quantity),
                Column("comparator", ColumnKind.Text),
                Column("target", ColumnKind.Quantity),
                Computed("met", ColumnKind.Flag, "meets(actual, comparator, target)"),
                Computed("headroom", ColumnKind.Percent, "headroom(actual, comparator, target)"),
            ],
            ["availability", "99.97 %", "at least", "99.95 %"],
            ["latency", "287 ms", "<", "0.5 s"],
            ["errors", "0.2 %", "below", "0.1 %"]);

        var table = RegisterTables.Of([slos])[0];

        table.Cell(slos, "availability", "met").Met.Should().BeTrue();
        table.Cell(slos, "availability", "headroom").Shown.Should().Be("40 %");
        table.Cell(slos, "latency", "headroom").Shown.Should().Be("42.6 %");
        table.Cell(slos, "errors", "met").Met.Should().BeFalse();
        table.Cell(slos, "errors", "headroom").Shown.Should().Be("−100 %");
        table.Totals.Should().BeNull();
    }

    [Fact]
    public void A_column_with_a_target_marks_every_cell()
    {
        var lags = Of("lags",
            [
                Column("system", ColumnKind.Text),
                Column("p95", ColumnKind.Duration, "s") with { Comparator = Comparator.LessThan, Target = "5" },
            ],
            ["postgres", "4.1"], ["replica", "5"], ["other", ""]);

        var table = RegisterTables.Of([lags])[0];

        table.Rows.Select(r => r.Cells[1].Met).Should().Equal(true, false, null);
    }

    [Fact]
    public void A_total_formula_works_on_the_totals_of_the_columns()
    {
        var controls = Of("controls",
            [
                Column("category", ColumnKind.Text),
                Column("implemented", ColumnKind.Count) with { Total = ColumnTotal.Sum },
                Column("total", ColumnKind.Count) with { Total = ColumnTotal.Sum },
                Computed("share", ColumnKind.Percent, "implemented / total") with
                {
                    Total = ColumnTotal.Formula, TotalFormula = "implemented / total",
                },
            ],
            ["cc1", "10", "10"], ["cc6", "5", "7"]);

        var table = RegisterTables.Of([controls])[0];

        table.Cell(controls, "cc6", "share").Shown.Should().Be("71.4 %");
        table.Total(controls, "share").Shown.Should().Be("88.2 %");
    }

    [Fact]
    public void A_row_can_be_compared_with_its_columns_total_and_with_another_register()
    {
        var drivers = Of("drivers",
            [
                Column("driver", ColumnKind.Text),
                Column("cost", ColumnKind.Money, "USD") with { Total = ColumnTotal.Sum },
                Computed("of-drivers", ColumnKind.Percent, "cost / cost.total"),
                Computed("of-spend", ColumnKind.Percent, "cost / budget.actual.total"),
            ],
            ["eks", "8234"], ["rds", "4023"]);

        var table = RegisterTables.Of([drivers, Budget()])[0];

        table.Cell(drivers, "eks", "of-drivers").Shown.Should().Be("67.2 %");
        table.Cell(drivers, "eks", "of-spend").Shown.Should().Be("21.9 %");
    }

    [Fact]
    public void A_cell_that_does_not_fit_says_so_and_takes_its_total_along()
    {
        var budget = Of("budget",
            [
                Column("line", ColumnKind.Text),
                Column("actual", ColumnKind.Money, "USD") with { Total = ColumnTotal.Sum },
            ],
            ["ai", "a lot"], ["database", "€5"]);

        var table = RegisterTables.Of([budget])[0];

        table.Cell(budget, "ai", "actual").Problem.Should().Be("'a lot' is not an amount in USD");
        table.Cell(budget, "database", "actual").Problem.Should().Be("'€5' is not an amount in USD");
        table.Total(budget, "actual").Should().BeEquivalentTo(new
        {
            Value = (string?)null,
            Problem = "ai, actual has no value: 'a lot' is not an amount in USD",
        });
    }

    [Fact]
    public void Columns_that_need_each_other_name_the_circle()
    {
        var odd = Of("odd",
            [
                Column("name", ColumnKind.Text),
                Computed("a", ColumnKind.Number, "b + 1"),
                Computed("b", ColumnKind.Number, "a + 1"),
            ],
            ["one"]);

        var table = RegisterTables.Of([odd])[0];

        table.Cell(odd, "one", "a").Problem.Should()
            .Be("It is computed in a circle: odd.one.a → odd.one.b → odd.one.a");
        table.Cell(odd, "one", "b").Problem.Should().Contain("in a circle");
    }

    [Fact]
    public void A_result_that_is_no_percentage_does_not_pass_for_one()
    {
        var odd = Of("odd",
            [Column("cost", ColumnKind.Money, "USD"), Computed("share", ColumnKind.Percent, "cost * 2")],
            ["5"]);

        RegisterTables.Of([odd])[0].Cell(odd, "5", "share").Problem
            .Should().Be("gives $10, which is not in %");
    }
}
