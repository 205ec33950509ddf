using System.Collections.Immutable;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Registers.Sheets;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Registers;

/// <summary>What somebody did to a register is taken back by changes like any other.</summary>
public sealed class TakingChangesBack
{
    private static readonly FactPath _aws = RegisterFacts.Row("budget", "aws");
    private static readonly FactPath _ai = RegisterFacts.Row("budget", "ai");

    public static TheoryData<string> Acts => new(["blank", "paste", "archive", "move", "unit", "kind", "column"]);

    [Theory]
    [MemberData(nameof(Acts))]
    public Task Every_act_leaves_the_register_as_it_was(string act) => InALaunch(async portal =>
    {
        var before = await BudgetAsync(portal);
        var changes = Changes(before, act);

        Done(await SaveAsync(portal, ALaunch.Manager, changes));
        (await BudgetAsync(portal)).Should().NotBeEquivalentTo(before, Alike);
        Done(await SaveAsync(portal, ALaunch.Manager, RegisterReversal.Of(before, changes)));

        (await BudgetAsync(portal)).Should().BeEquivalentTo(before, Alike);
    });

    [Fact]
    public Task A_first_paste_leaves_no_column_and_no_row() => InALaunch(async portal =>
    {
        var empty = new Register { Key = "new", Title = "New", Chapter = "finance" };
        Done(await SaveAsync(portal, ALaunch.Manager, [new FactChange.Add
        {
            Fact = RegisterFacts.Path("new"), Values = Values(("title", "New"), ("chapter", "finance")),
        }]));
        ImmutableArray<RegisterColumn> columns = [new() { Key = "a", Title = "A", Kind = ColumnKind.Count }];
        ImmutableArray<FactChange> first =
        [
            RegisterFacts.Adding("new", columns[0]),
            .. Pasting.Of(empty with { Columns = columns }, "1\n2", default, new() { Headings = 0 }).Changes(),
        ];
        Done(await SaveAsync(portal, ALaunch.Manager, first));

        Done(await SaveAsync(portal, ALaunch.Manager, RegisterReversal.Of(empty, first)));

        (await portal.ViewAsync()).Board.Facts.Registers[1].Should().Match<Register>(
            r => r.Rows.IsEmpty && r.Columns.IsEmpty);
    });

    [Fact]
    public Task What_somebody_set_since_is_named_and_nothing_is_taken_back() => InALaunch(async portal =>
    {
        var before = await BudgetAsync(portal);
        ImmutableArray<FactChange> changes =
        [
            FactChange.Setting(_aws, "cells.actual", "20", null), FactChange.Setting(_ai, "cells.actual", "10", null),
        ];
        Done(await SaveAsync(portal, ALaunch.Manager, changes));
        Done(await SaveAsync(
            portal, ALaunch.PlatformLead, [FactChange.Setting(_ai, "cells.actual", null, "11")]));

        var refusal = Refused<FieldsChangedMeanwhile>(
            await SaveAsync(portal, ALaunch.Manager, RegisterReversal.Of(before, changes)));

        refusal.Conflicts.Select(c => (c.Fact, c.Now, c.Yours, c.By)).Should().Equal((_ai, "11", "10", "Pat Platform"));
        (await BudgetAsync(portal)).Rows[0].Cells.Should().NotContainKey("actual");
    });

    [Fact]
    public Task A_row_that_somebody_filled_since_is_not_archived_with_what_they_wrote() => InALaunch(async portal =>
    {
        var before = await BudgetAsync(portal);
        var row = RegisterFacts.Row("budget", "gcp");
        ImmutableArray<FactChange> changes =
            [new FactChange.Add { Fact = row, Values = Values(("cells.line", "GCP")) }];
        Done(await SaveAsync(portal, ALaunch.Manager, changes));
        Done(await SaveAsync(portal, ALaunch.PlatformLead, [FactChange.Setting(row, "cells.actual", null, "3")]));

        var refusal = Refused<FieldsChangedMeanwhile>(
            await SaveAsync(portal, ALaunch.Manager, RegisterReversal.Of(before, changes)));

        refusal.Conflicts.Select(c => (c.Field, c.Now, c.By)).Should().Equal(("cells.actual", "3", "Pat Platform"));
        (await BudgetAsync(portal)).Rows.Should().HaveCount(3);
    });

    [Fact]
    public Task A_row_that_was_moved_again_stays_where_it_was_put() => InALaunch(async portal =>
    {
        var before = await BudgetAsync(portal);
        ImmutableArray<FactChange> up = [new FactChange.Move { Fact = _ai }];
        Done(await SaveAsync(portal, ALaunch.Manager, up));
        Done(await SaveAsync(portal, ALaunch.PlatformLead, [new FactChange.Move { Fact = _ai, After = "aws" }]));

        var refusal = Refused<FieldsChangedMeanwhile>(
            await SaveAsync(portal, ALaunch.Manager, RegisterReversal.Of(before, up)));

        refusal.Text.Should().StartWith("Pat Platform set position to after aws meanwhile");
    });

    private static ImmutableArray<FactChange> Changes(Register budget, string act)
    {
        var actual = budget.Columns[2];
        return act switch
        {
            "blank" => [.. budget.Rows.Select(r => FactChange.Setting(
                RegisterFacts.Row("budget", r.Key), "cells.actual", r.Cells["actual"], null))],
            "paste" => Pasting.Of(budget, "Line\tActual\nAI\t7\nGCP\t8", default, new()).Changes(),
            "archive" => [new FactChange.Archive { Fact = _ai }, new FactChange.Archive { Fact = _aws }],
            "move" => [new FactChange.Move { Fact = _ai }],
            "unit" => ColumnChange.Of(budget, actual, actual with { Unit = "EUR" }).Changes("budget"),
            "kind" => ColumnChange.Of(budget, actual, actual with { Kind = ColumnKind.Flag, Unit = null })
                .Changes("budget"),
            _ => RegisterFacts.Archiving(budget, actual),
        };
    }

    private static FluentAssertions.Equivalency.EquivalencyAssertionOptions<Register> Alike(
        FluentAssertions.Equivalency.EquivalencyAssertionOptions<Register> options) =>
        options.WithStrictOrdering().ComparingByMembers<RegisterRow>().ComparingByMembers<RegisterColumn>()
            .ComparingByMembers<Register>();

    private static ImmutableSortedDictionary<string, string> Values(params (string Key, string Value)[] values) =>
        values.ToImmutableSortedDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);

    private static async Task<Register> BudgetAsync(TestPortal portal) =>
        (await portal.ViewAsync()).Board.Facts.Registers[0];

    private static Task<Outcome> SaveAsync(TestPortal portal, Viewer viewer, ImmutableArray<FactChange> changes) =>
        portal.Get<EditFacts>().RunAsync(ALaunch.Key, changes, viewer);
}
