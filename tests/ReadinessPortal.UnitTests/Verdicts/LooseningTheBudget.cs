using System.Collections.Immutable;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Verdicts;
using static ReadinessPortal.UnitTests.ALaunch;

namespace ReadinessPortal.UnitTests.Verdicts;

public sealed class LooseningTheBudget
{
    [Theory]
    [InlineData("90", "200", "100", "Spend, eu: $80 of $100, 80 % spent \u2192 $80 of $200, 40 %")]
    [InlineData("90", "100", "50", null)] // less may be spent: it reads worse
    [InlineData("90", "", "100", "Spend, eu: $80 of $100, 80 % spent \u2192 $80 of nothing, nothing")]
    [InlineData("95", "100", "100", null)]
    [InlineData("70", "100", "100", "Spend, us: $90 of $100, 90 % spent \u2192 $70 of $100, 70 %")]
    public void A_budget_is_not_made_to_look_less_spent(string spent, string eu, string us, string? better)
    {
        var texts = Texts(Budget("90", "100", "100"), Budget(spent, eu, us));

        if (better is null)
        {
            texts.Should().BeEmpty();
        }
        else
        {
            texts.Should().Contain(better);
        }
    }

    [Fact]
    public void Nor_is_the_share_of_it_computed_otherwise()
    {
        var budget = Budget("90", "100", "100");
        var columns = budget.Registers[0].Columns;

        var texts = Texts(budget, budget with
        {
            Registers =
            [
                budget.Registers[0] with
                {
                    Columns = columns.SetItem(3, columns[3] with { Formula = "cost / 2 / planned" }),
                },
            ],
        });

        texts.Should().Contain("Spend, eu: $80 of $100, 80 % spent \u2192 $80 of $100, 40 %");
        Texts(budget, Facts()).Should()
            .Contain("Spend, total: $170 of $200, 85 % spent \u2192 removed");
    }

    [Fact]
    public void Nor_is_another_one_put_in_front_of_it()
    {
        var budget = Budget("90", "100", "100");
        var other = budget.Registers[0] with { Key = "other", Title = "Other" };

        Texts(budget, budget with { Registers = [other, .. budget.Registers] }).Should()
            .Equal("Spend: the launch's money is read from it \u2192 from Other");
        Texts(budget, budget with { Registers = [.. budget.Registers, other] }).Should().BeEmpty();
    }

    [Fact]
    public void Nor_is_less_of_it_said_to_be_spent_where_only_that_is_known()
    {
        var alone = Changed(Budget("90", "100", "100"), c => c.BudgetRole == BudgetRole.Spent ? c
            : c with { BudgetRole = null });

        Texts(alone, With(alone, "1")).Should().Equal("Spend: $170 spent \u2192 $81 spent");
        Texts(alone, With(alone, "95")).Should().BeEmpty();
        Texts(alone, Changed(alone, c => c with { BudgetRole = null })).Should()
            .Equal("Spend: $170 spent \u2192 nothing is said to be spent");
        Texts(alone, Changed(alone, c => c.BudgetRole is null ? c : c with { Total = ColumnTotal.Maximum })).Should()
            .Equal("Spend: $170 spent \u2192 $90 spent");
        Texts(alone, Changed(alone, c => c.BudgetRole is null ? c : c with { Unit = "JPY" })).Should().ContainSingle();
    }

    [Fact]
    public void Nor_do_its_totals_say_something_smaller_of_the_same_share()
    {
        var budget = Budget("90", "100", "100");

        Texts(budget, Changed(budget, c => c.Kind == ColumnKind.Money ? c with { Total = ColumnTotal.Average } : c))
            .Should().Equal("Spend: $170 spent of $200 \u2192 $85 spent of $100");
    }

    [Fact]
    public void Nor_is_less_of_it_projected()
    {
        var budget = Budget("90", "100", "100");
        LaunchFacts Projecting(string amount, string unit = "USD") => budget with
        {
            Registers =
            [
                .. budget.Registers,
                new()
                {
                    Key = "end", Title = "End", Chapter = "finance",
                    Columns = [Money("amount", BudgetRole.Projected) with { Unit = unit }],
                    Rows = [new() { Key = "all", Cells = Cells(("amount", amount)) }],
                },
            ],
        };

        Texts(Projecting("195"), Projecting("190")).Should()
            .Equal("Spend: $170 spent of $200, $195 projected \u2192 $170 spent of $200, $190 projected");
        Texts(Projecting("195"), budget).Should().ContainSingle();
        Texts(Projecting("195"), Projecting("195", "JPY")).Should().ContainSingle();
        Texts(Projecting("195"), Projecting("210")).Should().BeEmpty();

        // A line that is said hides neither what is projected nor the day.
        var both = Projecting("190") with
        {
            Registers = [Budget("70", "100", "100").Registers[0], Projecting("190").Registers[1]],
        };
        Texts(Projecting("195"), both).Should().Contain(t => t.Contains("$190 projected"))
            .And.Contain(t => t.StartsWith("Spend, us:", StringComparison.Ordinal));
    }

    [Fact]
    public void Nor_is_the_same_money_said_to_be_of_a_later_day()
    {
        var budget = Budget("90", "100", "100");
        LaunchFacts On(int day, string spent) => budget with
        {
            Registers =
            [
                Budget(spent, "100", "100").Registers[0] with
                {
                    PeriodFrom = new(2025, 11, 1), PeriodTo = new(2025, 11, 30), StateOf = new(2025, 11, day),
                },
            ],
        };

        Texts(On(15, "90"), On(30, "90")).Should().Equal("Spend: $170 spent of $200, as of day 15 of 30 \u2192 "
            + "$170 spent of $200, as of day 30 of 30");
        Texts(On(15, "90"), budget).Should().ContainSingle();
        Texts(On(15, "90"), On(14, "90")).Should().BeEmpty();
        Texts(On(15, "90"), On(20, "95")).Should().BeEmpty();
    }

    [Fact]
    public void Amounts_that_nobody_can_divide_have_no_share()
    {
        var budget = Budget("100000000000000000", "0.000000000001", "0.000000000001");

        Texts(budget, budget).Should().BeEmpty();
    }

    private static LaunchFacts Changed(LaunchFacts facts, Func<RegisterColumn, RegisterColumn> change) => facts with
    {
        Registers = [facts.Registers[0] with { Columns = [.. facts.Registers[0].Columns.Select(change)] }],
    };

    private static LaunchFacts With(LaunchFacts facts, string spent) => facts with
    {
        Registers = [facts.Registers[0] with { Rows = Budget(spent, "100", "100").Registers[0].Rows }],
    };

    private static RegisterColumn Money(string key, BudgetRole role) => new()
    {
        Key = key, Title = key, Kind = ColumnKind.Money, Unit = "USD", Total = ColumnTotal.Sum, BudgetRole = role,
    };

    private static LaunchFacts Budget(string spent, string eu, string us) => Facts() with
    {
        Registers =
        [
            new()
            {
                Key = "spend", Title = "Spend", Chapter = "finance",
                Columns =
                [
                    new() { Key = "line", Title = "Line" },
                    Money("planned", BudgetRole.Budget),
                    Money("cost", BudgetRole.Spent),
                    new()
                    {
                        Key = "used", Title = "Used", Kind = ColumnKind.Percent, Formula = "cost / planned",
                        Total = ColumnTotal.Formula, TotalFormula = "cost / planned",
                        BudgetRole = BudgetRole.ShareSpent,
                    },
                ],
                Rows =
                [
                    new() { Key = "eu", Cells = Cells(("line", "eu"), ("planned", eu), ("cost", "80")) },
                    new() { Key = "us", Cells = Cells(("line", "us"), ("planned", us), ("cost", spent)) },
                ],
            },
        ],
    };

    private static ImmutableSortedDictionary<string, string> Cells(params (string Column, string Text)[] cells) =>
        cells.ToImmutableSortedDictionary(c => c.Column, c => c.Text, StringComparer.Ordinal);

    private static ImmutableArray<string> Texts(LaunchFacts before, LaunchFacts after) =>
        [.. Loosening.Of(Frozen(Board(before)).Board, Board(after), Now).Select(b => b.Text)];
}
