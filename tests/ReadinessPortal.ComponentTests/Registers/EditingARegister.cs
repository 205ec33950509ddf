using Bunit;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Web.Registers;

namespace ReadinessPortal.ComponentTests.Registers;

public sealed class EditingARegister : EditingTheBudget
{
    [Fact]
    public async Task A_cell_is_saved_with_the_value_it_started_from()
    {
        var editor = Editor();

        var said = await SaveAsync(editor, "actual", "20145", "$21,000.50");

        Saved.Should().ContainSingle().Which.Should().Equal(
            FactChange.Setting(RegisterFacts.Row("budget", Row), "cells.actual", "20145", "21000.5"));
        said.Should().Be("AWS infrastructure, Actual: saved.");
        Cell(editor, "actual").TextContent.Trim().Should().Be("$21,000.50");
    }

    [Fact]
    public async Task Totals_follow_with_the_board_and_what_was_saved_is_shown_until_then()
    {
        var editor = Editor();
        await SaveAsync(editor, "actual", "20145", "20146");
        editor.Find("tfoot").TextContent.Should().Contain("$37,568");

        Follow(editor, Row, "actual", "20146");

        editor.Find("tfoot").TextContent.Should().Contain("$37,569");
        Cell(editor, "actual").TextContent.Trim().Should().Be("$20,146");
    }

    [Fact]
    public async Task What_does_not_fit_stays_in_its_cell_with_the_reason_and_is_notSaved()
    {
        var editor = Editor();

        await SaveAsync(editor, "actual", "20145", "a lot");

        Saved.Should().BeEmpty();
        var cell = Cell(editor, "actual");
        cell.TextContent.Should().Contain("a lot").And.Contain("'a lot' is not an amount in USD");
        cell.GetAttribute("aria-invalid").Should().Be("true");
        cell.GetAttribute("data-m").Should().Be("a lot");
        editor.Find(".banner").TextContent.Should().Contain("1 cell is not saved");
        cell.QuerySelector("[data-drop]")!.TextContent.Should().Be("Discard");
        (await editor.InvokeAsync(() => editor.Instance.Choose(Row, "actual", "take")))
            .Should().Be(new CellAnswer("AWS infrastructure, Actual: discarded.", false));
        Cell(editor, "actual").TextContent.Trim().Should().Be("$20,145");
    }

    [Fact]
    public async Task What_needs_a_second_person_says_so_in_few_words_in_its_cell()
    {
        var editor = Editor();
        Answer = new NeedsSecondPerson(["Budget, total: reads better"]);

        await SaveAsync(editor, "actual", "20145", "1");

        Cell(editor, "actual").QuerySelector(".reason")!.TextContent.Should()
            .Be("It needs a second person, as said above the table.");
    }

    [Fact]
    public async Task Typing_again_before_the_page_follows_is_no_conflict_with_oneself()
    {
        var editor = Editor();

        await SaveAsync(editor, "actual", "20145", "1");
        await SaveAsync(editor, "actual", "20145", "2");

        Saved[1][0].Should().Be(FactChange.Setting(RegisterFacts.Row("budget", Row), "cells.actual", "1", "2"));
    }

    [Fact]
    public async Task Of_two_values_both_are_shown_with_who_and_when_and_one_is_chosen()
    {
        var editor = Editor();
        var at = new DateTimeOffset(2026, 11, 23, 10, 30, 0, TimeSpan.Zero);
        Answer = new FieldsChangedMeanwhile(
            [new(RegisterFacts.Row("budget", Row), "cells.actual", "21", "22", "Pat Platform", at)]);

        await SaveAsync(editor, "actual", "20145", "22");

        Cell(editor, "actual").TextContent.Should().Contain("22").And.Contain("Pat Platform set it to 21")
            .And.Contain("23 Nov 2026");
        Answer = null;
        await editor.InvokeAsync(() => editor.Instance.Choose(Row, "actual", "keep"));
        Saved[^1][0].Should().Be(FactChange.Setting(RegisterFacts.Row("budget", Row), "cells.actual", "21", "22"));
    }

    [Fact]
    public async Task Taking_the_other_value_sends_nothing()
    {
        var editor = Editor();
        Answer = new FieldsChangedMeanwhile(
            [new(RegisterFacts.Row("budget", Row), "cells.actual", "21", "22", "Pat", DateTimeOffset.UnixEpoch)]);
        await SaveAsync(editor, "actual", "20145", "22");

        await editor.InvokeAsync(() => editor.Instance.Choose(Row, "actual", "take"));

        Saved.Should().HaveCount(1);
        Cell(editor, "actual").TextContent.Trim().Should().Be("$20,145");
    }

    [Fact]
    public async Task A_row_archived_elsewhere_stays_struck_through_while_somebody_is_at_it()
    {
        var editor = Editor();
        await editor.InvokeAsync(() => editor.Instance.Editing(Row));

        Follow(editor, b => b with { Rows = [.. b.Rows.Where(r => r.Key != Row)] });

        editor.Find($"tr[data-r='{Row}']").ClassList.Should().Contain("gone");
        Answer = new FactGone(RegisterFacts.Row("budget", Row));
        await SaveAsync(editor, "actual", "20145", "22");
        Cell(editor, "actual").TextContent.Should().Contain("22").And.Contain("archived meanwhile");
        await editor.InvokeAsync(() => editor.Instance.Editing(null));
        await editor.InvokeAsync(() => editor.Instance.Choose(Row, "actual", "take"));
        editor.FindAll($"tr[data-r='{Row}']").Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_typed_into_a_row_that_was_archived_before_the_page_was_loaded_again_is_shown()
    {
        var editor = Editor();

        (await editor.InvokeAsync(() => editor.Instance.SaveAsync("gone", "actual", "1", "lots")))
            .IsUnsaved.Should().BeTrue();

        Saved.Should().BeEmpty();
        editor.Find("tr[data-r='gone']").TextContent.Should().Contain("lots").And.Contain("archived meanwhile");
        Follow(editor, Row, "actual", "20146");
        editor.FindAll("tr[data-r='gone']").Should().ContainSingle();
        (await editor.InvokeAsync(() => editor.Instance.Choose("gone", "actual", "take")))
            .IsUnsaved.Should().BeFalse();
        editor.FindAll("tr[data-r='gone']").Should().BeEmpty();
        editor.FindAll(".banner").Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_typed_into_a_column_that_is_archived_is_shown_until_it_is_given_up()
    {
        var editor = Editor();

        await SaveAsync(editor, "vendor", "", "Akamai");

        Saved.Should().BeEmpty();
        editor.Find(".banner").TextContent.Should().Contain("“vendor” was archived meanwhile")
            .And.Contain("AWS infrastructure: Akamai");
        editor.FindAll("[data-give-up]").Should().ContainSingle();
        await editor.InvokeAsync(() => editor.Instance.Choose(Row, "vendor", "take"));
        editor.FindAll(".banner").Should().BeEmpty();
    }

    [Fact]
    public async Task A_new_row_is_stored_with_its_first_cell_and_keeps_its_place_on_the_page()
    {
        var editor = Editor();
        var answer = await editor.InvokeAsync(() => editor.Instance.DoAsync("1", "add-after", Row, null));
        Saved.Should().BeEmpty();

        await editor.InvokeAsync(() => editor.Instance.SaveAsync(answer!.Row!, Columns[0].Key, "", "Fraud checks"));

        var add = Saved[0][0].Should().BeOfType<FactChange.Add>().Subject;
        (add.Fact.Key, add.After).Should().Be(("fraud-checks", Row));
        Follow(editor, b => b with
        {
            Rows = b.Rows.Insert(1, new()
            {
                Key = "fraud-checks", Cells = new EquatableMap<string>().Add(Columns[0].Key, "Fraud checks"),
            }),
        });
        editor.Find($"tr[data-r='{answer!.Row}']").Id.Should().Be("row-fraud-checks");
        await editor.InvokeAsync(() => editor.Instance.SaveAsync(answer.Row!, "actual", "", "5"));
        Saved[1][0].Should()
            .Be(FactChange.Setting(RegisterFacts.Row("budget", "fraud-checks"), "cells.actual", null, "5"));
    }

    [Fact]
    public async Task Archiving_asks_first_and_says_what_it_means()
    {
        var editor = Editor();
        Follow(editor, b => b with { Rows = b.Rows.Add(b.Rows[0] with { Key = "free" }) });
        await editor.InvokeAsync(() => editor.Instance.RowsAsync("1", "archive", Sent.Json<string[]>(["free"])));
        Saved.Should().BeEmpty();

        editor.Find("#archive-question").TextContent.Should().Contain("count without it");
        await editor.Find("#archive-question .danger").ClickAsync();

        Saved[0].Should().Equal(new FactChange.Archive { Fact = RegisterFacts.Row("budget", "free") });
    }

    [Fact]
    public async Task A_row_that_evidence_stands_behind_names_what_keeps_it()
    {
        var editor = Editor();

        await editor.InvokeAsync(() => editor.Instance.RowsAsync("1", "archive", Sent.Json<string[]>([Row])));

        editor.FindAll("#archive-question .danger").Should().BeEmpty();
        editor.FindAll("#archive-question a").Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_question_about_rows_goes_when_the_page_is_turned()
    {
        var editor = Editor();
        await editor.InvokeAsync(() => editor.Instance.RowsAsync("1", "archive", Sent.Json<string[]>([Row])));
        editor.FindAll("#archive-question").Should().ContainSingle();

        editor.Render(p => p.Add(c => c.Page, 2));

        editor.FindAll("#archive-question").Should().BeEmpty();
    }

    [Fact]
    public async Task Rows_that_stand_together_move_by_one_change()
    {
        var editor = Editor();
        var rows = Budget.Rows.Select(r => r.Key).ToList();

        await editor.InvokeAsync(() => editor.Instance.RowsAsync("1", "down", Sent.Json<string[]>([rows[0], rows[1]])));

        Saved[0].Should().Equal(new FactChange.Move { Fact = RegisterFacts.Row("budget", rows[2]), After = null });
    }

    [Fact]
    public async Task A_key_that_moves_the_focus_draws_nothing_and_a_saved_cell_draws_the_table_once()
    {
        var editor = Editor();
        var grid = editor.FindComponent<RegisterGrid>().Instance;
        var drawn = grid.Drawn;

        await editor.InvokeAsync(() => editor.Instance.Check(Row, "actual", "20145", "5"));
        editor.Render();
        grid.Drawn.Should().Be(drawn);

        await SaveAsync(editor, "actual", "20145", "5");
        grid.Drawn.Should().Be(drawn + 1);
    }

    [Fact]
    public async Task What_is_typed_in_another_unit_says_what_it_becomes()
    {
        var editor = Editor("slo-replication", Durations());

        var hint = await editor.InvokeAsync(() => editor.Instance.Check("db", "lag", "4", "2300 ms"));

        hint.Should().Be(new CellHint(null, "2.3 s, converted from 2300 ms"));
    }

    private static Register Durations() => new()
    {
        Key = "slo-replication", Title = "Lag", Chapter = "infrastructure",
        Columns = [new() { Key = "lag", Title = "Lag", Kind = ColumnKind.Duration, Unit = "s" }],
        Rows = [new() { Key = "db", Cells = new EquatableMap<string>().Add("lag", "4") }],
    };
}
