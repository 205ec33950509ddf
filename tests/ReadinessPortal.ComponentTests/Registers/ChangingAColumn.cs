using System.Collections.Immutable;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.ComponentTests.Typing;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Registers;

namespace ReadinessPortal.ComponentTests.Registers;

public sealed class ChangingAColumn : BunitContext
{
    private readonly List<ImmutableArray<FactChange>> _sent = [];
    private readonly List<string> _reasons = [];
    private Refusal? _answer;

    private readonly List<Guid?> _requests = [];

    public ChangingAColumn()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddDrafts();
        Services.AddSingleton(TimeProvider.System);
    }

    [Fact]
    public async Task Cells_that_do_not_fit_are_named_and_are_blanked_only_when_that_is_said()
    {
        var form = Form("actual");

        await form.TypeAsync("#column-unit", "EUR");

        form.Find(".preview").TextContent.Should().Contain("6 cells do not fit").And.Contain("AWS infrastructure")
            .And.Contain("'20145 USD' is not an amount in EUR");
        form.Find("button[type=submit]").HasAttribute("disabled").Should().BeTrue();
        form.Find(".blank input").Change(true);
        await form.Find("form").SubmitAsync();
        _sent.Should().ContainSingle().Which.Should().HaveCount(7).And.Contain(
            FactChange.Setting(RegisterFacts.Column("budget", "actual"), "unit", "USD", "EUR"));
    }

    [Fact]
    public async Task A_formula_shows_what_it_gives_or_why_it_gives_nothing()
    {
        var form = Form(null);
        await form.TypeAsync("#column-title", "Left");
        form.Find("#column-kind").Change("Money");
        await form.TypeAsync("#column-unit", "USD");

        await form.TypeAsync("#column-formula", "budget - actual");
        form.Find(".preview").TextContent.Should().Contain("$4,855");

        await form.TypeAsync("#column-formula", "budget - nothing");
        form.Find(".preview").TextContent.Should().Contain("'nothing' is not known");

        await form.TypeAsync("#column-formula", "budget -");
        form.FindAll(".bad").Should().ContainSingle().Which.TextContent.Should().Contain("The formula cannot be read");
        form.Find("button[type=submit]").HasAttribute("disabled").Should().BeTrue();
    }

    [Fact]
    public async Task Money_without_a_currency_is_told_so_at_its_field()
    {
        var form = Form("actual");

        await form.TypeAsync("#column-unit", "");

        form.Find(".bad").TextContent.Should().Contain("currency");
    }

    [Fact]
    public async Task What_it_says_of_a_budget_is_chosen_where_its_kind_can_say_it()
    {
        var form = Form("actual");
        form.Find("#column-budget-role").Change("Budget");
        await form.Find("form").SubmitAsync();

        form.Find(".bad").TextContent.Should().Be("'Budget' says that already; a register has one such column");
        form.Find("#column-budget-role").Change("");
        await form.Find("form").SubmitAsync();
        _sent.Should().ContainSingle().Which.Should()
            .Equal(FactChange.Setting(RegisterFacts.Column("budget", "actual"), "budgetRole", "spent", null));
        form.Find("#column-kind").Change("Text");
        form.FindAll("#column-budget-role").Should().BeEmpty();
    }

    [Fact]
    public void Figures_that_would_lose_their_value_are_named()
    {
        var form = Form("actual");

        form.Find("#column-kind").Change("Text");

        form.FindAll(".banner.no li").Should().NotBeEmpty();
    }

    [Fact]
    public async Task What_needs_a_second_person_is_asked_for_with_a_reason()
    {
        var form = Form("actual");
        _answer = new NeedsSecondPerson(["the target of Budget, Actual"]);
        await form.TypeAsync("#column-title", "Spent");
        await form.Find("form").SubmitAsync();

        await form.TypeAsync("#column-reason", "Agreed with finance");
        await form.FindAll("button").First(b => b.TextContent == "Ask a second person").ClickAsync();

        _reasons.Should().Equal("Agreed with finance");
        form.Find("[role=status]").TextContent.Should().Contain("Nothing has changed yet");
    }

    [Fact]
    public async Task The_same_is_sent_again_under_its_name_and_another_text_under_another_one()
    {
        var form = Form(null);
        _answer = new OutcomeNotKnown(Guid.Empty);
        await form.TypeAsync("#column-title", "Left");
        await form.Find("form").SubmitAsync();
        await form.Find("form").SubmitAsync();

        await form.TypeAsync("#column-title", "Left over", version: 2);
        await form.Find("form").SubmitAsync();

        _requests.Should().HaveCount(3).And.OnlyContain(r => r != null);
        _requests[1].Should().Be(_requests[0]);
        _requests[2].Should().NotBe(_requests[0]!.Value);
    }

    [Fact]
    public void What_was_typed_before_the_page_was_loaded_again_is_back()
    {
        var form = FormWith("""{"title":["Actual","Spent"],"formula":["","budget * 2"]}""");

        form.WaitForElement(".draft-back").TextContent.Should().Contain("what you typed");
        form.TextIn("#column-title").Should().Be("Spent");
        form.TextIn("#column-formula").Should().Be("budget * 2");
        form.FindAll(".banner").Should().NotContain(b => b.TextContent.Contains("Somebody changed this column"));
    }

    [Fact]
    public void What_somebody_changed_since_it_was_typed_is_chosen_between()
    {
        var form = FormWith("""{"title":["Used","Spent"]}""");

        form.WaitForElement("form > .banner.hold:not(.draft-back)").TextContent.Should()
            .Contain("Somebody changed this column meanwhile");
    }

    [Fact]
    public void A_column_that_is_left_as_it_is_cannot_be_saved() =>
        Form("actual").Find("button[type=submit]").HasAttribute("disabled").Should().BeTrue();

    // As the browser answers: after the form was drawn.
    private IRenderedComponent<ColumnForm> FormWith(string kept)
    {
        var browser = JSInterop.Setup<IJSStreamReference?>("portalDrafts.read", _ => true);
        var form = Form("actual");
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        browser.SetResult(new Sent($$"""{"at":{{now}},"fields":{{kept}}}"""));
        return form;
    }

    private IRenderedComponent<ColumnForm> Form(string? column)
    {
        var register = DemoLaunch.Facts.Registers.First(r => r.Key == "budget");
        var view = new LaunchView
        {
            Board = DemoLaunch.Board, Readiness = DemoLaunch.Readiness, Verdict = DemoLaunch.Verdict,
            LiveVerdict = DemoLaunch.Verdict, At = DemoLaunch.Now,
            Me = new Actor(Guid.Empty, "Mona", [LaunchPart.Manager], false),
        };
        return Render<ColumnForm>(p => p
            .Add(c => c.View, view)
            .Add(c => c.Register, register)
            .Add(c => c.Column, register.Columns.FirstOrDefault(c => c.Key == column))
            .Add(c => c.Save, (changes, request) =>
            {
                _sent.Add(changes);
                _requests.Add(request);
                return Task.FromResult<Outcome>(_answer is null
                    ? new Outcome.Done(2, null) : new Outcome.Refused(_answer));
            })
            .Add(c => c.Ask, (_, reason) =>
            {
                _reasons.Add(reason);
                return Task.FromResult<Outcome>(new Outcome.Done(2, null));
            }));
    }
}
