using Bunit;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Web.Registers;

namespace ReadinessPortal.ComponentTests.Registers;

public sealed class AskingBeforeMuchIsDone : EditingTheBudget
{
    [Theory]
    [InlineData(3, "cells are blank now")]
    [InlineData(1, "The cell is blank now.")]
    public async Task A_few_cells_are_blanked_at_once(int rows, string said)
    {
        var editor = Editor();

        var answer = await BlankAsync(editor, [.. Cells("actual").Take(rows)]);

        Saved.Should().ContainSingle().Which.Should().HaveCount(rows);
        answer!.Say.Should().Contain(said);
        editor.FindAll("#blank-question").Should().BeEmpty();
    }

    [Fact]
    public async Task Cells_of_more_than_three_rows_are_blanked_only_after_a_question_that_counts_them()
    {
        var editor = Editor();

        var answer = await BlankAsync(editor, Cells("budget", "actual"));

        Saved.Should().BeEmpty();
        answer!.Focus.Should().Be("#blank-question");
        editor.Find("#blank-question").TextContent.Should().Contain("Blank 12 cells in 6 rows?")
            .And.Contain("Evidence supports").And.Contain("AWS infrastructure");
        await editor.Find("#blank-question .danger").ClickAsync();
        Saved.Should().ContainSingle().Which.Should().HaveCount(12).And.AllSatisfy(c =>
            c.Should().BeOfType<FactChange.Set>().Which.To.Should().BeNull());
        editor.FindAll("#blank-question").Should().BeEmpty();
    }

    [Fact]
    public async Task More_than_twenty_cells_of_one_row_ask_too()
    {
        var wide = new Register
        {
            Key = "wide", Title = "Wide", Chapter = "finance",
            Columns = [.. Enumerable.Range(0, 21).Select(i => new RegisterColumn { Key = $"c{i}", Title = $"C{i}" })],
            Rows = [new() { Key = "r", Cells = new EquatableMap<string>().SetItems(
                Enumerable.Range(0, 21).Select(i => KeyValuePair.Create($"c{i}", "x"))) }],
        };
        var editor = Editor("wide", wide);

        await BlankAsync(editor, [.. wide.Columns.Select(c => new[] { "r", c.Key, "x" })]);

        Saved.Should().BeEmpty();
        editor.Find("#blank-question").TextContent.Should().Contain("Blank 21 cells in 1 row?");
    }

    [Fact]
    public async Task Who_keeps_the_cells_changes_nothing()
    {
        var editor = Editor();
        await BlankAsync(editor, Cells("budget", "actual"));

        await editor.FindAll("#blank-question button")[1].ClickAsync();

        Saved.Should().BeEmpty();
        editor.FindAll("#blank-question").Should().BeEmpty();
    }

    [Fact]
    public async Task More_cells_than_go_together_are_counted_and_nothing_is_asked()
    {
        var editor = Editor();

        var answer = await BlankAsync(
            editor, [.. Enumerable.Repeat(Cells("actual")[0], FactChange.MostTogether + 1)]);

        answer!.Say.Should().Be(
            "20,001 cells are selected; at most 20,000 are blanked together. Select fewer.");
        editor.FindAll("#blank-question").Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_chosen_row_nothing_is_moved_or_archived()
    {
        var editor = Editor();

        foreach (var action in new[] { "archive", "up", "down" })
        {
            var answer = await editor.InvokeAsync(() =>
                editor.Instance.RowsAsync(action, action, Sent.Json<string[]>([])));
            answer!.Say.Should().StartWith("Choose a row first");
        }

        Saved.Should().BeEmpty();
        editor.FindAll("#archive-question").Should().BeEmpty();
    }

    private static string[][] Cells(params string[] columns) =>
        [.. Budget.Rows.SelectMany(r => columns.Select(c => new[] { r.Key, c, r.Cells[c] }))];

    private static Task<EditorAnswer?> BlankAsync(IRenderedComponent<RegisterEditor> editor, string[][] cells) =>
        editor.InvokeAsync(() => editor.Instance.BlankAsync(Sent.Json(cells)));
}
