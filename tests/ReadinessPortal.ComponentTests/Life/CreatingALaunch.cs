using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Life;
using ReadinessPortal.ComponentTests.Typing;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Life;

namespace ReadinessPortal.ComponentTests.Life;

public sealed class CreatingALaunch : BunitContext, IAsyncLifetime
{
    private readonly List<NewLaunch> _sent = [];
    private Refusal? _answer;

    public CreatingALaunch()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System).AddDrafts();
        SetRendererInfo(new("Server", isInteractive: true));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task What_was_typed_is_sent_with_the_shape_that_was_chosen()
    {
        var form = Form();
        await form.Find("#new-like").ChangeAsync("GA-2025-001");
        await form.TypeAsync("#new-key", "GA-2026-001");
        await form.TypeAsync("#new-title", "The next one");
        await form.Find("#new-targetDate").ChangeAsync("2026-09-01");
        await form.Find("#new-hypercareDays").ChangeAsync("14");

        await form.Find("form").SubmitAsync();

        _sent.Should().Equal(new NewLaunch(
            "GA-2026-001", "The next one", new(2026, 9, 1), "UTC", "Internal", 14, null, "GA-2025-001"));
    }

    [Fact]
    public async Task Each_problem_stands_at_its_field_and_the_rest_below()
    {
        _answer = new LaunchNotAcceptable([new("key", "holds A-Z"), new("", "criteria[x] is odd")]);
        var form = Form();

        await form.Find("form").SubmitAsync();

        form.Find("#new-key").GetAttribute("aria-invalid").Should().Be("true");
        form.FindAll("[role=alert]").Select(a => a.TextContent).Should().Equal("Holds A-Z.", "criteria[x] is odd.");
    }

    [Fact]
    public async Task A_key_that_is_taken_is_said_at_the_key()
    {
        _answer = new LaunchExists("GA-2025-001");
        var form = Form();

        await form.Find("form").SubmitAsync();

        form.Find("[role=alert]").TextContent.Should().Be("GA-2025-001 is taken; choose another.");
    }

    [Theory]
    [InlineData("targetDate", "12026-09-01", "'12026-09-01' is no day; write it as 2027-03-01.")]
    [InlineData("asOf", "tomorrow", "'tomorrow' is no day; write it as 2027-03-01.")]
    [InlineData("hypercareDays", "1.5", "Give whole days.")]
    public async Task What_cannot_be_read_is_said_at_its_field_and_nothing_is_sent(
        string field, string typed, string said)
    {
        var form = Form();
        await form.Find($"#new-{field}").ChangeAsync(typed);

        await form.Find("form").SubmitAsync();

        _sent.Should().BeEmpty();
        form.FindAll("[role=alert]").Select(a => a.TextContent).Should().Contain(said)
            .And.HaveCountGreaterThan(1, "the empty fields are named with it");
        form.Find($"#new-{field}").GetAttribute("aria-invalid").Should().Be("true");
    }

    private IRenderedComponent<NewLaunchForm> Form() => Render<NewLaunchForm>(p => p
        .Add(c => c.Draft, new DraftKey(Guid.Empty, "new", new(SubjectKind.Launch, "new"), "create"))
        .Add(c => c.Others, [new LaunchRow(Guid.Empty, "GA-2025-001", "Demo", null, LaunchStage.Preparing,
            new(2025, 12, 1), null, true, null, true, [])])
        .Add(c => c.Submit, launch =>
        {
            _sent.Add(launch);
            return Task.FromResult(_answer);
        }));
}
