using System.Collections.Immutable;
using Bunit;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.Money;

namespace ReadinessPortal.ComponentTests.Money;

public sealed class ReadingTheMoney : BunitContext
{
    [Fact]
    public void The_derived_total_stands_above_what_others_say()
    {
        var line = MoneyLine.Of(DemoLaunch.Facts, DemoLaunch.Readiness)!;

        var panel = Render<MoneyPanel>(p => p.Add(c => c.LaunchKey, DemoLaunch.Key)
            .Add(c => c.Facts, DemoLaunch.Facts).Add(c => c.Readiness, DemoLaunch.Readiness));

        panel.Find(".sum").TextContent.Should().Be("$37,568");
        panel.FindAll("dd").Select(d => d.TextContent).Should().Contain("79.9 %").And.Contain("$38,568")
            .And.Contain("$38,487.23");
    }

    [Fact]
    public void A_budget_is_known_by_what_its_columns_say_and_not_by_what_they_are_called()
    {
        var line = Line(("limit", "1000 EUR", BudgetRole.Budget), ("cost", "250 EUR", BudgetRole.Spent));

        (line!.Register.Key, line.Spent.Name, line.Budget!.Name, line.Share)
            .Should().Be(("costs", "costs.cost.total", "costs.limit.total", 0.25m));
    }

    [Fact]
    public void Two_currencies_have_no_share_and_without_what_was_spent_there_is_no_line()
    {
        Line(("limit", "1000 EUR", BudgetRole.Budget), ("cost", "250 USD", BudgetRole.Spent))!.Share.Should().BeNull();
        Line(("limit", "1000 EUR", BudgetRole.Budget)).Should().BeNull();
        Line(("budget", "1000 EUR", null), ("actual", "250 EUR", null)).Should().BeNull();
    }

    private static MoneyLine? Line(params (string Key, string Amount, BudgetRole? Role)[] columns)
    {
        var facts = DemoLaunch.Facts with
        {
            Registers =
            [
                new()
                {
                    Key = "costs", Title = "Costs", Chapter = "finance",
                    Columns =
                    [
                        .. columns.Select(c => new RegisterColumn
                        {
                            Key = c.Key, Title = c.Key, Kind = ColumnKind.Money, Unit = c.Amount.Split(' ')[1],
                            Total = ColumnTotal.Sum, BudgetRole = c.Role,
                        }),
                    ],
                    Rows =
                    [
                        new()
                        {
                            Key = "all",
                            Cells = columns.ToImmutableSortedDictionary(
                                c => c.Key, c => c.Amount.Split(' ')[0], StringComparer.Ordinal),
                        },
                    ],
                },
            ],
        };
        return MoneyLine.Of(facts, Readiness.At(new LaunchBoard { Facts = facts, ChangeNumber = 1 }, DemoLaunch.Now));
    }
}
