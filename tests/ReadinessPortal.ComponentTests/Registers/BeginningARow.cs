using Bunit;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Web.Registers;

namespace ReadinessPortal.ComponentTests.Registers;

public sealed class BeginningARow : EditingTheBudget
{
    [Fact]
    public async Task A_row_whose_saving_failed_is_sent_again_under_the_same_name_and_key()
    {
        var editor = Editor();
        Failures = 1;
        var row = await BeginAsync(editor, "1");

        var said = await TypeAsync(editor, row, "Fraud checks");

        said.Should().Contain("not known whether it was");
        editor.Find($"tr[data-r='{row}']").TextContent.Should().Contain("Fraud checks");
        editor.Find($"tr[data-r='{row}'] [data-m]").GetAttribute("data-m").Should().Be("Fraud checks");
        await TypeAsync(editor, row, "Fraud checks");
        Saved.Should().HaveCount(2);
        Saved[1][0].Fact.Should().Be(Saved[0][0].Fact);
        Requests.Should().OnlyContain(r => r == GridRows.RequestOf(row)).And.NotContainNulls();
    }

    [Fact]
    public async Task A_row_that_was_stored_although_its_saving_failed_is_there_once_and_takes_the_text_typed_last()
    {
        var editor = Editor();
        Failures = 1;
        var row = await BeginAsync(editor, "1");
        await TypeAsync(editor, row, "Fraud checks");
        Follow(editor, b => b with { Rows = b.Rows.Add(Stored("fraud-checks", "Fraud checks")) });
        Before = Saved[0][0];

        await TypeAsync(editor, row, "Fraud checks, all regions");

        Saved[^1].Should().Equal(FactChange.Setting(RegisterFacts.Row("budget", "fraud-checks"),
            RegisterFacts.Field(Columns[0].Key), "Fraud checks", "Fraud checks, all regions"));
        editor.FindAll("tr.begun").Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_that_somebody_took_meanwhile_is_given_up_for_the_next_one()
    {
        var editor = Editor();
        var row = await BeginAsync(editor, "1");
        Answers.Enqueue(new FieldsNotAcceptable(
            [new(RegisterFacts.Row("budget", "fraud-checks"), "key", "'fraud-checks' is taken")]));

        await TypeAsync(editor, row, "Fraud checks");

        Saved.Select(c => c[0].Fact.Key).Should().Equal("fraud-checks", "fraud-checks-2");
    }

    [Fact]
    public async Task A_row_that_is_asked_for_again_after_a_lost_connection_is_begun_once()
    {
        var editor = Editor();

        var first = await BeginAsync(editor, "7");
        var second = await BeginAsync(editor, "7");

        second.Should().Be(first);
        editor.FindAll("tr.begun").Should().ContainSingle();
    }

    [Fact]
    public async Task A_row_that_was_begun_before_the_page_was_loaded_again_is_the_same_row()
    {
        var before = await BeginAsync(Editor(), "1");

        var again = await BeginAsync(Editor(), "2", "again", before);

        again.Should().Be(before);
    }

    [Fact]
    public async Task A_row_that_holds_nothing_yet_is_taken_back_before_anything_else()
    {
        var editor = Editor();
        await SaveAsync(editor, "actual", "20145", "1");
        await BeginAsync(editor, "1");

        var first = await editor.InvokeAsync(() => editor.Instance.DoAsync("2", "undo", null, null));
        var second = await editor.InvokeAsync(() => editor.Instance.DoAsync("3", "undo", null, null));

        first!.Say.Should().Be("The new row is taken back.");
        editor.FindAll("tr.begun").Should().BeEmpty();
        second!.Say.Should().Be("Undone.");
    }

    private static RegisterRow Stored(string key, string title) => new()
    {
        Key = key, Cells = new EquatableMap<string>().Add(Columns[0].Key, title),
    };

    private static async Task<string> BeginAsync(
        IRenderedComponent<RegisterEditor> editor, string name, string action = "add-last", string? row = null) =>
        (await editor.InvokeAsync(() => editor.Instance.DoAsync(name, action, row, null)))!.Row!;

    private static async Task<string?> TypeAsync(
        IRenderedComponent<RegisterEditor> editor, string row, string text) =>
        (await editor.InvokeAsync(() => editor.Instance.SaveAsync(row, Columns[0].Key, "", text))).Say;
}
