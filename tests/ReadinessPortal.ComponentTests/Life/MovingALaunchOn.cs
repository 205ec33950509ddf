using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.ComponentTests.Typing;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Life;

namespace ReadinessPortal.ComponentTests.Life;

public sealed class MovingALaunchOn : BunitContext, IAsyncLifetime
{
    private static readonly DateOnly _target = DemoLaunch.Facts.Launch.TargetDate;

    private readonly List<object> _sent = [];
    private readonly List<object> _asked = [];
    private Refusal? _answer;

    public MovingALaunchOn()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System).AddDrafts();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task A_date_shows_what_it_would_change_before_it_is_saved()
    {
        var form = Move();
        form.FindAll(".banner").Should().BeEmpty();

        await form.Find("#move-date").ChangeAsync("2026-06-01");
        form.Find(".banner").TextContent.Should().Contain("out of date before the new date");

        await form.TypeAsync("#move-reason", "The supplier is late");
        await form.Find("form").SubmitAsync();

        _sent.Should().Equal(new MoveRequest(new(2026, 6, 1), "The supplier is late", _target));
    }

    [Fact]
    public async Task A_date_by_which_something_reads_better_is_asked_for_with_the_reason_that_is_there()
    {
        _answer = new NeedsSecondPerson(["E2E Tests: failed \u2192 waived"]);
        var form = Move();
        await form.Find("#move-date").ChangeAsync("2025-11-20");
        await form.TypeAsync("#move-reason", "We are early");
        await form.Find("form").SubmitAsync();
        form.Find(".ask").TextContent.Should().Contain("E2E Tests: failed \u2192 waived");
        form.FindAll(".ask textarea").Should().BeEmpty("the form has asked for the reason");

        await form.InvokeAsync(() => form.Find(".ask button").ClickAsync(new()));

        _asked.Should().Equal(new MoveRequest(new(2025, 11, 20), "We are early", _target));
        form.FindAll(".ask").Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_was_told_of_another_move_goes_on_from_the_date_that_stands()
    {
        _answer = new TargetDateMoved(_target.AddDays(7));
        var form = Move();
        await form.Find("#move-date").ChangeAsync("2026-06-01");
        await form.Find("form").SubmitAsync();
        form.Find("[role=alert]").TextContent.Should().Be(_answer.Text);

        await form.Find("form").SubmitAsync();

        _sent.Cast<MoveRequest>().Select(m => m.From).Should().Equal(_target, _target.AddDays(7));
    }

    [Fact]
    public async Task Another_release_names_the_criteria_that_lose_their_proof()
    {
        var form = Render<ReleaseForm>(p => p
            .Add(c => c.View, ALaunchView.Of(DemoLaunch.Board)).Add(c => c.Submit, Answer<ReleaseRequest>)
            .Add(c => c.Ask, Ask<ReleaseRequest>));

        await form.TypeAsync("#release-name", "teei/platform:v2.5.0");
        form.Find(".banner").TextContent.Should().Contain("Vulnerability Scanning: passed \u2192 unproven")
            .And.Contain("would prove nothing any more");

        await form.TypeAsync("#release-reason", "A fix");
        await form.Find("form").SubmitAsync();

        _sent.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            To = new { Name = "teei/platform:v2.5.0" }, From = DemoLaunch.Facts.Launch.Release, Reason = "A fix",
        });
    }

    [Theory]
    [InlineData(LaunchStage.Postponed, true, true)]
    [InlineData(LaunchStage.Cancelled, false, true)]
    public void Each_step_asks_for_what_it_needs(LaunchStage to, bool date, bool reason)
    {
        var form = Step(LaunchStage.Preparing, to);

        form.FindAll("#step-date").Count.Should().Be(date ? 1 : 0);
        form.Find("#step-reason").HasAttribute("required").Should().Be(reason);
        form.Find("p.note").TextContent.Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_step_is_sent_with_the_stage_it_was_seen_from()
    {
        var form = Step(LaunchStage.Launched, LaunchStage.Archived);
        form.Find("#step-reason").HasAttribute("required").Should().BeFalse();

        await form.Find("form").SubmitAsync();

        _sent.Should().Equal(new StageRequest(LaunchStage.Archived, From: LaunchStage.Launched));
    }

    private IRenderedComponent<MoveForm> Move() => Render<MoveForm>(p => p
        .Add(c => c.View, ALaunchView.Of(DemoLaunch.Board)).Add(c => c.Submit, Answer<MoveRequest>)
        .Add(c => c.Ask, Ask<MoveRequest>));

    private IRenderedComponent<StepForm> Step(LaunchStage from, LaunchStage to) => Render<StepForm>(p => p
        .Add(c => c.View, ALaunchView.Of(ALaunchView.At(from))).Add(c => c.To, to)
        .Add(c => c.Submit, Answer<StageRequest>));

    private Task<Refusal?> Ask<T>(T request)
        where T : class
    {
        _asked.Add(request);
        return Task.FromResult<Refusal?>(null);
    }

    private Task<Refusal?> Answer<T>(T request)
        where T : class
    {
        _sent.Add(request);
        return Task.FromResult(_answer);
    }
}
