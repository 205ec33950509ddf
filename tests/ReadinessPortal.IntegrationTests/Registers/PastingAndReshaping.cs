using System.Collections.Immutable;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Registers.Sheets;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Registers;

public sealed class PastingAndReshaping
{
    private static readonly PasteChoices _fromCell = new() { Rows = PasteRows.FromCell };

    [Fact]
    public Task A_block_changes_cells_and_adds_rows_in_one_change() => InALaunch(async portal =>
    {
        var before = (await portal.ViewAsync()).Board.ChangeNumber;
        var plan = Pasting.Of(
            await BudgetAsync(portal), "16\t11\n$1,500.50\t3", new("ai", "budget"), _fromCell);

        Done(await EditAsync(portal, ALaunch.QaLead, plan.Changes()));

        var view = await portal.ViewAsync();
        view.Board.ChangeNumber.Should().Be(before + 1);
        view.Board.Facts.Registers[0].Rows.Select(r => r.Cells.GetValueOrDefault("budget"))
            .Should().Equal("25", "16", "1500.5");
        view.Readiness.Figure("budget.actual.total")!.Value.Should().Be("34 USD");
    });

    [Fact]
    public Task Every_cell_somebody_changed_meanwhile_is_listed_and_nothing_is_pasted() => InALaunch(async portal =>
    {
        var plan = Pasting.Of(
            await BudgetAsync(portal), "AI\t16\t11\nNew\t1\t1\nAWS\t26\t21", default, new());
        Done(await EditAsync(portal, ALaunch.PlatformLead,
            [Cell("aws", "actual", "20", "30"), Cell("ai", "budget", "15", "17")]));

        var refusal = Refused<FieldsChangedMeanwhile>(await EditAsync(portal, ALaunch.QaLead, plan.Changes()));

        refusal.Conflicts.Select(c => (c.Fact.Key, c.Field, c.Now, c.Yours, c.By)).Should().Equal(
            ("ai", "cells.budget", "17", "16", "Pat Platform"), ("aws", "cells.actual", "30", "21", "Pat Platform"));
        var rows = (await BudgetAsync(portal)).Rows;
        rows.Should().HaveCount(2);
        rows[0].Cells["budget"].Should().Be("25");
    });

    [Fact]
    public Task A_row_archived_meanwhile_keeps_all_of_it_from_being_pasted() => InALaunch(async portal =>
    {
        var plan = Pasting.Of(await BudgetAsync(portal), "26\n16", new("aws", "budget"), _fromCell);
        Done(await EditAsync(portal, ALaunch.Manager,
            [new FactChange.Archive { Fact = RegisterFacts.Row("budget", "ai") }]));

        Refused<FactGone>(await EditAsync(portal, ALaunch.QaLead, plan.Changes()));

        (await BudgetAsync(portal)).Rows.Should().ContainSingle().Which.Cells["budget"].Should().Be("25");
    });

    [Fact]
    public Task A_register_without_columns_takes_its_columns_from_a_block() => InALaunch(async portal =>
    {
        const string Block = "Service\tLag\tPods\nAPI\t2300 ms\t12\nWeb\t1.5 s\t9\n";
        var columns = ColumnGuesses.Of(SheetText.Read(Block, SheetText.Tab), headings: 1);
        var empty = new Register { Key = "services", Title = "Services", Chapter = "operations", Columns = columns };
        var plan = Pasting.Of(empty, Block, default, new());
        Done(await EditAsync(portal, ALaunch.Manager, [Register("services")]));
        ImmutableArray<FactChange> all =
            [.. columns.Select(c => RegisterFacts.Adding("services", c)), .. plan.Changes()];

        Refused<NotYours>(await EditAsync(portal, ALaunch.QaLead, all));
        Done(await EditAsync(portal, ALaunch.Manager, all));

        var services = (await portal.ViewAsync()).Board.Facts.Registers[1];
        services.Rows.Select(r => (r.Key, r.Cells["lag"])).Should().Equal(("api", "2300"), ("web", "1500"));
    });

    [Fact]
    public Task A_columns_new_unit_takes_its_cells_and_target_along() => InALaunch(async portal =>
    {
        await LagsAsync(portal);
        var (register, lag) = await LagAsync(portal);

        Done(await EditAsync(portal, ALaunch.Manager,
            ColumnChange.Of(register, lag, lag with { Unit = "ms" }).Changes("lags")));

        (register, lag) = await LagAsync(portal);
        (lag.Unit, lag.Target).Should().Be(("ms", "5000"));
        register.Rows.Select(r => r.Cells["lag"]).Should().Equal("2300", "500");
        (await portal.ViewAsync()).Readiness.Registers[1].Rows[0].Cells[0].Met.Should().BeTrue();
    });

    [Fact]
    public Task A_column_is_not_changed_over_a_cell_that_was_set_meanwhile() => InALaunch(async portal =>
    {
        await LagsAsync(portal);
        var (register, lag) = await LagAsync(portal);
        var changes = ColumnChange.Of(register, lag, lag with { Unit = "ms" }).Changes("lags");
        Done(await EditAsync(portal, ALaunch.QaLead, [
            FactChange.Setting(RegisterFacts.Row("lags", "db"), "cells.lag", "2.3", "2.5")]));

        Refused<FieldsChangedMeanwhile>(await EditAsync(portal, ALaunch.Manager, changes));

        (register, lag) = await LagAsync(portal);
        lag.Unit.Should().Be("s");
        register.Rows[0].Cells["lag"].Should().Be("2.5");
    });

    [Fact]
    public Task A_column_leaves_with_what_stands_in_it() => InALaunch(async portal =>
    {
        await LagsAsync(portal);
        var (register, lag) = await LagAsync(portal);

        Done(await EditAsync(portal, ALaunch.Manager, RegisterFacts.Archiving(register, lag)));

        var after = (await portal.ViewAsync()).Board.Facts.Registers[1];
        after.Columns.Should().BeEmpty();
        after.Rows.Should().OnlyContain(r => r.Cells.Count == 0);
    });

    [Fact]
    public Task After_a_freeze_a_columns_target_waits_for_a_second_person_with_all_that_goes_with_it() =>
        InALaunch(async portal =>
        {
            await LagsAsync(portal);
            Done(await portal.FreezeAsync());
            var (register, lag) = await LagAsync(portal);
            var changes = ColumnChange.Of(register, lag, lag with { Target = "9" }).Changes("lags");

            Refused<NeedsSecondPerson>(await EditAsync(portal, ALaunch.Manager, changes));
            Done(await portal.Get<RequestGuardedChange>()
                .RunAsync(ALaunch.Key, changes, "Measured anew", ALaunch.Manager));
            var asked = (await portal.ViewAsync()).Board.GuardedChanges[0];
            Done(await portal.Get<AnswerGuardedChange>()
                .RunAsync(ALaunch.Key, asked.Id, approve: true, null, ALaunch.Ceo));

            (await LagAsync(portal)).Lag.Target.Should().Be("9");
        });

    private static FactChange.Set Cell(string row, string column, string? from, string? to) =>
        FactChange.Setting(RegisterFacts.Row("budget", row), RegisterFacts.Field(column), from, to);

    private static async Task<Register> BudgetAsync(TestPortal portal) =>
        (await portal.ViewAsync()).Board.Facts.Registers[0];

    private static async Task<(Register Register, RegisterColumn Lag)> LagAsync(TestPortal portal)
    {
        var register = (await portal.ViewAsync()).Board.Facts.Registers[1];
        return (register, register.Columns[0]);
    }

    private static async Task LagsAsync(TestPortal portal)
    {
        var lag = new RegisterColumn
        {
            Key = "lag", Title = "Lag", Kind = ColumnKind.Duration, Unit = "s", Target = "5",
            Comparator = Domain.Criteria.Comparator.LessThan,
        };
        Done(await EditAsync(portal, ALaunch.Manager, [Register("lags")]));
        Done(await EditAsync(portal, ALaunch.Manager,
        [
            RegisterFacts.Adding("lags", lag),
            .. Row("db", "2.3 s"), .. Row("log", "500 ms"),
        ]));

        static IEnumerable<FactChange> Row(string key, string text) =>
        [
            new FactChange.Add
            {
                Fact = RegisterFacts.Row("lags", key),
                Values = ImmutableSortedDictionary<string, string>.Empty.Add("cells.lag", text),
            },
        ];
    }

    private static FactChange.Add Register(string key) => new()
    {
        Fact = RegisterFacts.Path(key),
        Values = ImmutableSortedDictionary<string, string>.Empty.Add("title", key).Add("chapter", "operations"),
    };

    private static Task<Outcome> EditAsync(TestPortal portal, Viewer viewer, ImmutableArray<FactChange> changes) =>
        portal.Get<EditFacts>().RunAsync(ALaunch.Key, changes, viewer);
}
