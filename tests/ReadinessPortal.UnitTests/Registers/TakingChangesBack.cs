using System.Collections.Immutable;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Registers;
using static ReadinessPortal.UnitTests.Registers.ARegister;

namespace ReadinessPortal.UnitTests.Registers;

public sealed class TakingChangesBack
{
    private static readonly FactPath _ai = RegisterFacts.Row("budget", "ai");

    [Fact]
    public void A_cell_gets_back_what_it_held_unless_it_holds_something_else_by_now() =>
        RegisterReversal.Of(Budget(), [FactChange.Setting(_ai, "cells.actual", "6234", "7")])
            .Should().Equal(FactChange.Setting(_ai, "cells.actual", "7", "6234"));

    [Fact]
    public void What_changed_nothing_is_not_taken_back() =>
        RegisterReversal.Of(Budget(), [FactChange.Setting(_ai, "cells.actual", "6234", "6234")]).Should().BeEmpty();

    [Fact]
    public void A_row_that_was_added_is_archived_while_it_is_as_it_was_added()
    {
        var values = ImmutableSortedDictionary<string, string>.Empty.Add("cells.line", "logging");
        var added = RegisterFacts.Row("budget", "logging");

        RegisterReversal.Of(Budget(), [new FactChange.Add { Fact = added, Values = values }])
            .Should().Equal(new FactChange.Archive { Fact = added, From = values });
    }

    [Fact]
    public void Rows_that_were_archived_come_back_in_their_places()
    {
        var budget = Positioned(Budget());

        RegisterReversal.Of(budget, [Archived("analytics"), Archived("ai")]).Should().Equal(
            Restored(budget, "ai"), Restored(budget, "analytics"));
    }

    [Fact]
    public void What_was_moved_goes_back_to_where_it_stood_unless_it_was_moved_again()
    {
        RegisterReversal.Of(Budget(), [new FactChange.Move { Fact = _ai, After = null }])
            .Should().Equal(new FactChange.Move { Fact = _ai, After = "infrastructure", From = "" });
        RegisterReversal.Of(Budget(), [new FactChange.Move { Fact = _ai, After = "transfer" }])
            .Should().Equal(new FactChange.Move { Fact = _ai, After = "infrastructure", From = "transfer" });
    }

    [Fact]
    public void A_column_is_as_it_was_before_its_cells_are_read_again()
    {
        var lags = Of("lags", [Column("system", ColumnKind.Text), Column("lag", ColumnKind.Text)], ["db", "slow"]);
        var after = lags.Columns[1] with { Kind = ColumnKind.Duration, Unit = "s" };
        var changes = ColumnChange.Of(lags, lags.Columns[1], after).Changes("lags");

        var back = RegisterReversal.Of(lags, changes);

        back.Should().Equal(
            FactChange.Setting(RegisterFacts.Column("lags", "lag"), "unit", "s", null),
            FactChange.Setting(RegisterFacts.Column("lags", "lag"), "kind", "duration", "text"),
            FactChange.Setting(RegisterFacts.Row("lags", "db"), "cells.lag", null, "slow"));
    }

    [Fact]
    public void Columns_come_before_the_rows_that_need_them_and_go_after_them()
    {
        var lags = Positioned(Of("lags", [Column("system", ColumnKind.Text)], ["db"]));
        ImmutableArray<FactChange> first =
        [
            RegisterFacts.Adding("lags", Column("lag", ColumnKind.Text)),
            new FactChange.Add { Fact = RegisterFacts.Row("lags", "queue") },
        ];

        RegisterReversal.Of(lags, first).Select(c => c.Fact.Key).Should().Equal("queue", "lag");
        RegisterReversal.Of(lags, RegisterFacts.Archiving(lags, lags.Columns[0])).Select(c => c.GetType().Name)
            .Should().Equal("Restore", "Set");
    }

    private static FactChange.Archive Archived(string row) => new() { Fact = RegisterFacts.Row("budget", row) };

    private static FactChange.Restore Restored(Register register, string row) => new()
    {
        Fact = RegisterFacts.Row(register.Key, row), Id = register.Rows.First(r => r.Key == row).Id,
    };

    private static Register Positioned(Register register) => register with
    {
        Rows = [.. register.Rows.Select((r, i) => r with { Position = i })],
    };
}
