using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Criteria;
using ReadinessPortal.Web.Drafts;

namespace ReadinessPortal.ComponentTests.Criteria;

public sealed class AssessingACriterion : BunitContext
{
    private static readonly AssessmentValues _start = new(CriterionResult.InProgress, 50, "Half of it");

    private static readonly DateTimeOffset _now = new(2025, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DraftKey _key = new(Guid.Empty, DemoLaunch.Key, new(SubjectKind.Criterion, "e2e-tests"), "assess");

    private readonly List<(AssessmentValues From, AssessmentValues To)> _sent = [];
    private Refusal? _answer;

    public AssessingACriterion()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(new Clock(_now)).AddDrafts();
    }

    [Fact]
    public void Nothing_can_be_saved_before_something_was_changed() =>
        Form().Find("button[type=submit]").HasAttribute("disabled").Should().BeTrue();

    [Fact]
    public async Task What_was_written_is_sent_with_what_it_started_from()
    {
        var form = Form();

        await Write(form, "All of it");
        await form.Find("form").SubmitAsync();

        _sent.Should().ContainSingle().Which.Should().Be((_start, _start with { Rationale = "All of it" }));
        form.Find("[role=status]").TextContent.Should().Contain("saved");
    }

    [Fact]
    public async Task A_refusal_is_shown_in_place_and_the_draft_is_kept()
    {
        _answer = new NotYours("the launch manager");
        var form = Form();

        await Write(form, "All of it");
        await form.Find("form").SubmitAsync();

        form.Find("[role=alert]").TextContent.Should().Be(_answer.Text);
        form.Find("textarea").GetAttribute("value").Should().Be("All of it");
    }

    [Fact]
    public async Task A_new_board_does_not_overwrite_what_is_being_written()
    {
        var form = Form();
        await Write(form, "All of it");

        form.Render(p => p.Add(c => c.Values, _start with { Progress = 60, Rationale = "Said by another" }));

        form.Find("textarea").GetAttribute("value").Should().Be("All of it");
        form.Find(".contested").TextContent.Should().Contain("Ana set Said by another 5 s ago.");
        form.Find("input.progress").GetAttribute("value").Should().Be("60");
    }

    private static Task Write(IRenderedComponent<AssessForm> form, string text) =>
        form.InvokeAsync(() => form.Find("textarea").Input(text));

    private IRenderedComponent<AssessForm> Form() => Render<AssessForm>(p => p
        .Add(c => c.Key, _key)
        .Add(c => c.WhoSet, field => Task.FromResult(field == "rationale" ? new FieldAuthor("Ana", _now.AddSeconds(-5)) : null))
        .Add(c => c.Values, _start)
        .Add(c => c.Submit, (from, to) =>
        {
            _sent.Add((from, to));
            return Task.FromResult(_answer);
        }));

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
