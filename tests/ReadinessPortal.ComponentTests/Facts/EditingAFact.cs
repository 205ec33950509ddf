using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.ComponentTests.Typing;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Facts;

namespace ReadinessPortal.ComponentTests.Facts;

public sealed class EditingAFact : BunitContext, IAsyncLifetime
{
    private const string Path = "criteria/load-testing/measurements/latency-p95";
    private static readonly FactPath _p95 = FactPath.Parse(Path);

    private readonly List<FactChange> _sent = [];
    private readonly List<string?> _asked = [];
    private readonly FactEditing _editing;
    private Outcome _answer = new Outcome.Done(2);
    private Task _whenSaved = Task.CompletedTask;

    public EditingAFact()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System).AddDrafts();
        _editing = new(DemoLaunch.View(DemoLaunch.Board), new(
            async (changes, _) =>
            {
                _sent.AddRange(changes);
                await _whenSaved;
                return _answer;
            },
            _ => Task.FromResult<Outcome.Done?>(null),
            (_, reason) =>
            {
                _asked.Add(reason);
                return Task.FromResult<Outcome>(new Outcome.Done(2));
            },
            (_, _) => Task.FromResult<FieldAuthor?>(new("Sam Somebody", DemoLaunch.Now)),
            _ => Task.FromResult<FieldAuthor?>(new("Sam Somebody", DemoLaunch.Now))));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task Only_what_was_touched_is_saved_with_what_it_was()
    {
        var form = Form();

        await TypeAsync(form, "target", "400 ms");
        await form.Find("form").SubmitAsync();

        _sent.Should().Equal(FactChange.Setting(_p95, "target", "500 ms", "400 ms"));
    }

    [Fact]
    public async Task Nothing_is_sent_before_something_was_typed_and_the_button_hears_Enter_all_the_same()
    {
        var form = Form();

        await form.Find("form").SubmitAsync();

        _sent.Should().BeEmpty();
        var button = form.Find("button[type=submit]");
        (button.HasAttribute("disabled"), button.GetAttribute("aria-disabled")).Should().Be((false, "true"));
    }

    [Fact]
    public async Task An_untouched_field_follows_and_a_touched_one_shows_both()
    {
        var form = Form();
        await TypeAsync(form, "value", "310 ms");

        await FollowAsync(form, m => m with { Value = Domain.Figures.Quantity.Parse("1 s"), Window = "an hour" });

        form.TextIn("[name=window]").Should().Be("an hour");
        form.TextIn("[name=value]").Should().Be("310 ms");
        form.Find(".contested").TextContent.Should().Contain("Sam Somebody").And.Contain("1 s");
    }

    [Fact]
    public async Task What_is_typed_before_the_page_shows_a_new_value_starts_from_the_old_one_and_shows_both()
    {
        var form = Form();
        await FollowAsync(form, m => m with { Value = Domain.Figures.Quantity.Parse("1 s") });

        await form.TypeAsync("[name=value]", "310 ms", taken: 0);

        form.Find(".contested").TextContent.Should().Contain("1 s");
        form.TextIn("[name=value]").Should().Be("310 ms");
    }

    [Fact]
    public async Task What_is_typed_while_the_rest_is_saved_is_not_shown_as_saved()
    {
        var (answer, closed) = (new TaskCompletionSource(), 0);
        _whenSaved = answer.Task;
        var form = Form(() => closed++);
        await TypeAsync(form, "value", "310 ms");

        var saving = form.Find("form").SubmitAsync();
        await TypeAsync(form, "value", "310 ms, or so");
        answer.SetResult();
        await saving;

        (closed, form.TextIn("[name=value]")).Should().Be((0, "310 ms, or so"));
        await form.Find("form").SubmitAsync();
        _sent[^1].Should().Be(FactChange.Setting(_p95, "value", "310 ms", "310 ms, or so"));
    }

    [Fact]
    public async Task What_was_taken_is_not_saved_and_what_was_kept_starts_from_the_other()
    {
        var form = Form();
        await TypeAsync(form, "value", "310 ms");
        await FollowAsync(form, m => m with { Value = Domain.Figures.Quantity.Parse("1 s") });

        await form.InvokeAsync(() => form.FindAll(".banner.hold button")[1].ClickAsync(new()));
        await form.Find("form").SubmitAsync();

        _sent.Should().Equal(FactChange.Setting(_p95, "value", "1 s", "310 ms"));
    }

    [Fact]
    public async Task A_problem_stands_at_its_field()
    {
        _answer = new Outcome.Refused(new FieldsNotAcceptable([new(_p95, "value", "'a lot' is no number")]));
        var form = Form();

        await TypeAsync(form, "value", "a lot");
        await form.Find("form").SubmitAsync();

        var input = Input(form, "value");
        input.GetAttribute("aria-invalid").Should().Be("true");
        form.TextIn("[name=value]").Should().Be("a lot");
        input.GetAttribute("aria-describedby")!.Split(' ').Select(id => form.Find($"[id='{id}']").TextContent)
            .Should().Contain("'a lot' is no number");
        form.FindAll("[role=alert]").Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_changed_it_meanwhile_is_named()
    {
        _answer = new Outcome.Refused(new FieldsChangedMeanwhile(
            [new(_p95, "value", "1 s", "310 ms", "Robin Reader", DemoLaunch.Now)]));
        var form = Form();

        await TypeAsync(form, "value", "310 ms");
        await form.Find("form").SubmitAsync();

        form.Find(".banner.hold").TextContent.Should().Contain("Robin Reader").And.Contain("1 s");
    }

    [Fact]
    public async Task What_needs_a_second_person_is_asked_for_with_a_reason()
    {
        _answer = new Outcome.Refused(new NeedsSecondPerson(["the target of Load Testing, Response time"]));
        var form = Form();
        await TypeAsync(form, "target", "900 ms");
        await form.Find("form").SubmitAsync();

        form.Find(".ask").TextContent.Should().Contain("the target of Load Testing, Response time");
        await form.TypeAsync(".ask textarea", "The old limit was a typing error");
        await form.InvokeAsync(() => form.Find(".ask button").ClickAsync(new()));

        _asked.Should().Equal("The old limit was a typing error");
        form.Find("[role=status] a").GetAttribute("href").Should().EndWith("/changes");
        form.TextIn("[name=target]").Should().Be("500 ms", "nothing has changed yet");
    }

    [Fact]
    public async Task What_was_typed_outlives_the_row_that_somebody_archived()
    {
        var form = Form();
        await TypeAsync(form, "value", "310 ms");

        await form.InvokeAsync(() => _editing.Follow(DemoLaunch.View(DemoLaunch.Board with
        {
            Facts = DemoLaunch.Facts with
            {
                Criteria = [.. DemoLaunch.Facts.Criteria.Where(c => c.Key != "load-testing")],
            },
        })));
        form.Find("[role=alert]").TextContent.Should().Contain("Sam Somebody archived this");
        form.Find("button[type=submit]").HasAttribute("disabled").Should().BeTrue();
        await DisposeComponentsAsync();

        _editing.Left.Should().ContainSingle().Which.Typed.Should().Equal(("Value", "310 ms"));
    }

    [Fact]
    public async Task Whoever_had_typed_something_is_told_what_was_archived_and_by_whom()
    {
        var left = Render<LeftBehindList>(p => p.Add(l => l.Editing, _editing));

        await left.InvokeAsync(() => _editing.Leave(
            new(_p95, "Response time", _editing.DraftOf(Path, null, null), [("Value", "310 ms")])));

        left.Find("[role=alert]").TextContent.Should().Contain("Sam Somebody archived").And.Contain("310 ms");
        await left.InvokeAsync(() => left.Find("button.btn").ClickAsync(new()));
        left.FindAll("[role=alert]").Should().BeEmpty();
    }

    [Fact]
    public async Task An_editor_with_something_unsaved_opens_by_itself()
    {
        var edit = Render<FactEdit>(p => p.AddCascadingValue(_editing).Add(e => e.Fact, Path));
        edit.FindAll("form").Should().BeEmpty();

        await edit.InvokeAsync(() => _editing.GiveBack([_editing.DraftOf(Path, null, null).ToString()]));

        edit.FindAll("form").Should().ContainSingle();
        _editing.Kept.Should().BeEmpty();
    }

    [Fact]
    public async Task Closing_asks_before_it_throws_away_what_was_typed()
    {
        var closed = 0;
        var form = Form(() => closed++);
        await TypeAsync(form, "value", "310 ms");

        await form.InvokeAsync(() => form.Find("[data-close]").ClickAsync(new()));
        closed.Should().Be(0);
        await form.InvokeAsync(() => form.FindAll("[role=alert] button")[0].ClickAsync(new()));

        closed.Should().Be(1);
    }

    [Fact]
    public async Task A_new_fact_gets_a_key_from_its_title_that_nobody_has()
    {
        var form =
            Render<FactForm>(p => p.AddCascadingValue(_editing).Add(f => f.In, "criteria/load-testing/measurements"));

        await TypeAsync(form, "metric", "Latency p95");
        await form.Find("form").SubmitAsync();

        var add = _sent.Should().ContainSingle().Which.Should().BeOfType<FactChange.Add>().Subject;
        add.Fact.ToString().Should().Be("criteria/load-testing/measurements/latency-p95-2");
        add.Values.Should().ContainSingle().Which.Value.Should().Be("Latency p95");
    }

    [Fact]
    public void A_reader_gets_no_buttons()
    {
        _editing.Follow(DemoLaunch.View(DemoLaunch.Board) with
        {
            Me = new(Guid.NewGuid(), "Vic", [LaunchPart.Viewer], false),
        });

        Render<FactEdit>(p => p.AddCascadingValue(_editing).Add(e => e.Fact, Path)).Markup.Should().BeEmpty();
        Render<FactAdd>(p => p.AddCascadingValue(_editing).Add(e => e.In, "criteria")).Markup.Should().BeEmpty();
    }

    private IRenderedComponent<FactForm> Form(Action? closed = null) => Render<FactForm>(p => p
        .AddCascadingValue(_editing).Add(f => f.Fact, Path).Add(f => f.Closed, closed ?? (() => { })));

    private static AngleSharp.Dom.IElement Input(IRenderedComponent<FactForm> form, string field) =>
        form.Find($"[name={field}]");

    private static Task TypeAsync(IRenderedComponent<FactForm> form, string field, string text) =>
        form.TypeAsync($"[name={field}]", text);

    private Task FollowAsync(
        IRenderedComponent<FactForm> form, Func<Domain.Criteria.Measurement, Domain.Criteria.Measurement> change) =>
        form.InvokeAsync(() => _editing.Follow(DemoLaunch.View(DemoLaunch.Board with
        {
            Facts = DemoLaunch.Facts with
            {
                Criteria = [.. DemoLaunch.Facts.Criteria.Select(c => c.Key != "load-testing" ? c : c with
                {
                    Measurements = [.. c.Measurements.Select(m => m.Key == "latency-p95" ? change(m) : m)],
                })],
            },
        })));
}
