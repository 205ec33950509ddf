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
            .Contain("Spend, total: $170 of $200, 85 % spent \u2192 taken away");
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
