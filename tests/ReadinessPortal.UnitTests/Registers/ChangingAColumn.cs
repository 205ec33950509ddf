using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Registers;
using static ReadinessPortal.UnitTests.Registers.ARegister;

namespace ReadinessPortal.UnitTests.Registers;

public sealed class ChangingAColumn
{
    private static readonly RegisterColumn _lag = Column("lag", ColumnKind.Duration, "s") with
    {
        Comparator = Comparator.LessThan,
        Target = "5",
    };

    private static readonly Register _lags = Of("lags", [Column("system", ColumnKind.Text), _lag],
        ["db", "2.3"], ["queue", ""], ["log", "0.5"]);

    [Fact]
    public void Another_unit_says_the_same_quantity_with_other_digits()
    {
        var change = ColumnChange.Of(_lags, _lag, _lag with { Unit = "ms" });

        change.Cells.Select(c => (c.Row, c.Fate, c.To)).Should().Equal(
            ("db", CellFate.Converted, "2300"), ("log", CellFate.Converted, "500"));
        change.After.Target.Should().Be("5000");
        change.HasTargetConverted.Should().BeTrue();
    }

    [Fact]
    public void A_target_that_was_typed_anew_is_taken_as_it_is() =>
        ColumnChange.Of(_lags, _lag, _lag with { Unit = "ms", Target = "900" }).After.Target.Should().Be("900");

    [Fact]
    public void What_cannot_be_said_in_the_new_column_does_not_fit()
    {
        var change = ColumnChange.Of(_lags, _lag, _lag with { Kind = ColumnKind.Bytes, Unit = "GB" });

        change.Count(CellFate.DoesNotFit).Should().Be(2);
        change.Cells[0].Becomes.Should().Be("'2.3 s' is not a number in GB");
        change.Applied(_lags).Rows[0].Cells.Should().NotContainKey("lag");
    }

    [Fact]
    public void Another_currency_is_never_the_same_digits()
    {
        var budget = Budget();

        ColumnChange.Of(budget, budget.Columns[1], budget.Columns[1] with { Unit = "EUR" })
            .Count(CellFate.DoesNotFit).Should().Be(6);
    }

    [Fact]
    public void A_number_keeps_its_unit_as_a_text()
    {
        var change = ColumnChange.Of(_lags, _lag,
            _lag with { Kind = ColumnKind.Text, Unit = null, Comparator = null, Target = null });

        change.Applied(_lags).Rows[0].Cells["lag"].Should().Be("2.3 s");
    }

    [Fact]
    public void A_formula_takes_the_place_of_what_was_typed()
    {
        var change = ColumnChange.Of(_lags, _lag, _lag with { Formula = "1 s + 1 s" });

        change.Count(CellFate.Blanked).Should().Be(2);
        RegisterTables.Of([change.Applied(_lags)])[0].Cell(_lags, "queue", "lag").Shown.Should().Be("2 s");
    }

    [Fact]
    public void Another_title_leaves_every_cell_alone() =>
        ColumnChange.Of(_lags, _lag, _lag with { Title = "Delay" }).Cells.Should()
            .OnlyContain(c => c.Fate == CellFate.Same);
}
