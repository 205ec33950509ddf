using Bunit;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Web.Registers;

namespace ReadinessPortal.ComponentTests.Registers;

public sealed class AskingBeforeMuchIsDone : AtTheDesk
{
    [Theory]
    [InlineData(3, "cells are blank now")]
    [InlineData(1, "The cell is blank now.")]
    public async Task A_few_cells_are_blanked_at_once(int rows, string said)
    {
        var desk = Desk();

        var answer = await BlankAsync(desk, [.. Cells("actual").Take(rows)]);

        Saved.Should().ContainSingle().Which.Should().HaveCount(rows);
        answer!.Say.Should().Contain(said);
        desk.FindAll("#blank-question").Should().BeEmpty();
    }

    [Fact]
    public async Task Cells_of_more_than_three_rows_are_blanked_only_after_a_question_that_counts_them()
    {
        var desk = Desk();

        var answer = await BlankAsync(desk, Cells("budget", "actual"));

        Saved.Should().BeEmpty();
        answer!.Focus.Should().Be("#blank-question");
        desk.Find("#blank-question").TextContent.Should().Contain("Blank 12 cells in 6 rows?")
            .And.Contain("Evidence stands behind").And.Contain("AWS infrastructure");
        await desk.Find("#blank-question .danger").ClickAsync();
        Saved.Should().ContainSingle().Which.Should().HaveCount(12).And.AllSatisfy(c =>
            c.Should().BeOfType<FactChange.Set>().Which.To.Should().BeNull());
        desk.FindAll("#blank-question").Should().BeEmpty();
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
        var desk = Desk("wide", wide);

        await BlankAsync(desk, [.. wide.Columns.Select(c => new[] { "r", c.Key, "x" })]);

        Saved.Should().BeEmpty();
        desk.Find("#blank-question").TextContent.Should().Contain("Blank 21 cells in 1 row?");
    }

    [Fact]
    public async Task Who_keeps_the_cells_changes_nothing()
    {
        var desk = Desk();
        await BlankAsync(desk, Cells("budget", "actual"));

        await desk.FindAll("#blank-question button")[1].ClickAsync();

        Saved.Should().BeEmpty();
        desk.FindAll("#blank-question").Should().BeEmpty();
    }

    [Fact]
    public async Task More_cells_than_go_together_are_counted_and_nothing_is_asked()
    {
        var desk = Desk();

        var answer = await BlankAsync(
            desk, [.. Enumerable.Repeat(Cells("actual")[0], FactChange.MostTogether + 1)]);

        answer!.Say.Should().Be(
            "20,001 cells are selected; at most 20,000 are blanked together. Select fewer.");
        desk.FindAll("#blank-question").Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_chosen_row_nothing_is_moved_or_archived()
    {
        var desk = Desk();

        foreach (var action in new[] { "archive", "up", "down" })
        {
            var answer = await desk.InvokeAsync(() =>
                desk.Instance.RowsAsync(action, action, Sent.Json<string[]>([])));
            answer!.Say.Should().StartWith("Choose a row first");
        }

        Saved.Should().BeEmpty();
        desk.FindAll("#archive-question").Should().BeEmpty();
    }

    private static string[][] Cells(params string[] columns) =>
        [.. Budget.Rows.SelectMany(r => columns.Select(c => new[] { r.Key, c, r.Cells[c] }))];

    private static Task<DeskAnswer?> BlankAsync(IRenderedComponent<RegisterDesk> desk, string[][] cells) =>
        desk.InvokeAsync(() => desk.Instance.BlankAsync(Sent.Json(cells)));
}
