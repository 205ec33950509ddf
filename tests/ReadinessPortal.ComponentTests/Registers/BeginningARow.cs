using Bunit;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Web.Registers;

namespace ReadinessPortal.ComponentTests.Registers;

public sealed class BeginningARow : AtTheDesk
{
    [Fact]
    public async Task A_row_whose_saving_failed_is_sent_again_under_the_same_name_and_key()
    {
        var desk = Desk();
        Failures = 1;
        var row = await BeginAsync(desk, "1");

        var said = await TypeAsync(desk, row, "Fraud checks");

        said.Should().Contain("not known whether it was");
        desk.Find($"tr[data-r='{row}']").TextContent.Should().Contain("Fraud checks");
        desk.Find($"tr[data-r='{row}'] [data-m]").GetAttribute("data-m").Should().Be("Fraud checks");
        await TypeAsync(desk, row, "Fraud checks");
        Saved.Should().HaveCount(2);
        Saved[1][0].Fact.Should().Be(Saved[0][0].Fact);
        Requests.Should().OnlyContain(r => r == GridRows.RequestOf(row)).And.NotContainNulls();
    }

    [Fact]
    public async Task A_row_that_was_stored_although_its_saving_failed_is_there_once_and_takes_the_text_typed_last()
    {
        var desk = Desk();
        Failures = 1;
        var row = await BeginAsync(desk, "1");
        await TypeAsync(desk, row, "Fraud checks");
        Follow(desk, b => b with { Rows = b.Rows.Add(Stored("fraud-checks", "Fraud checks")) });
        Before = Saved[0][0];

        await TypeAsync(desk, row, "Fraud checks, all regions");

        Saved[^1].Should().Equal(FactChange.Setting(RegisterFacts.Row("budget", "fraud-checks"),
            RegisterFacts.Field(Columns[0].Key), "Fraud checks", "Fraud checks, all regions"));
        desk.FindAll("tr.begun").Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_that_somebody_took_meanwhile_is_given_up_for_the_next_one()
    {
        var desk = Desk();
        var row = await BeginAsync(desk, "1");
        Answers.Enqueue(new FieldsNotAcceptable(
            [new(RegisterFacts.Row("budget", "fraud-checks"), "key", "'fraud-checks' is taken")]));

        await TypeAsync(desk, row, "Fraud checks");

        Saved.Select(c => c[0].Fact.Key).Should().Equal("fraud-checks", "fraud-checks-2");
    }

    [Fact]
    public async Task A_row_that_is_asked_for_again_after_a_lost_connection_is_begun_once()
    {
        var desk = Desk();

        var first = await BeginAsync(desk, "7");
        var second = await BeginAsync(desk, "7");

        second.Should().Be(first);
        desk.FindAll("tr.begun").Should().ContainSingle();
    }

    [Fact]
    public async Task A_row_that_was_begun_before_the_page_was_loaded_again_is_the_same_row()
    {
        var before = await BeginAsync(Desk(), "1");

        var again = await BeginAsync(Desk(), "2", "again", before);

        again.Should().Be(before);
    }

    [Fact]
    public async Task A_row_that_holds_nothing_yet_is_taken_back_before_anything_else()
    {
        var desk = Desk();
        await SaveAsync(desk, "actual", "20145", "1");
        await BeginAsync(desk, "1");

        var first = await desk.InvokeAsync(() => desk.Instance.DoAsync("2", "undo", null, null));
        var second = await desk.InvokeAsync(() => desk.Instance.DoAsync("3", "undo", null, null));

        first!.Say.Should().Be("The new row is taken back.");
        desk.FindAll("tr.begun").Should().BeEmpty();
        second!.Say.Should().Be("Undone.");
    }

    private static RegisterRow Stored(string key, string title) => new()
    {
        Key = key, Cells = new EquatableMap<string>().Add(Columns[0].Key, title),
    };

    private static async Task<string> BeginAsync(
        IRenderedComponent<RegisterDesk> desk, string name, string action = "add-last", string? row = null) =>
        (await desk.InvokeAsync(() => desk.Instance.DoAsync(name, action, row, null)))!.Row!;

    private static Task<string?> TypeAsync(IRenderedComponent<RegisterDesk> desk, string row, string text) =>
        desk.InvokeAsync(() => desk.Instance.SaveAsync(row, Columns[0].Key, "", text));
}
