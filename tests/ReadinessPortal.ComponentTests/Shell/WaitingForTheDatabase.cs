using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.ComponentTests.Shell;

/// <summary>An open page while the database is away.</summary>
public sealed class WaitingForTheDatabase : BunitContext
{
    private readonly FakeTimeProvider _time = new();
    private readonly Room _room = new();

    public WaitingForTheDatabase()
    {
        var outage = new Outage(NullLogger<Outage>.Instance);
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddSingleton(outage);
        Services.AddSingleton(_room);
        Services.AddSingleton(new LaunchBoards(null!, null!, outage, _time, NullLogger<LaunchBoards>.Instance));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public async Task A_page_says_that_the_database_is_away_and_comes_back_by_itself()
    {
        _room.Problem = Away();
        var page = Render<PassingTrouble>(p => p.AddChildContent<Page>());
        page.Markup.Should().Contain("cannot reach its database").And.NotContain("Read.");

        await TimePassesUntilAsync(() => _room.Tries == 3);
        page.Markup.Should().Contain("cannot reach its database").And.NotContain("Read.");

        _room.Problem = null;
        await TimePassesUntilAsync(() => page.Markup.Contains("Read.", StringComparison.Ordinal));
        page.Markup.Should().NotContain("cannot reach its database");
    }

    [Fact]
    public void Anything_else_that_fails_stays_loud()
    {
        _room.Problem = new InvalidOperationException("A bug");

        FluentActions.Invoking(() => Render<PassingTrouble>(p => p.AddChildContent<Page>()))
            .Should().Throw<InvalidOperationException>().WithMessage("A bug");
    }

    [Fact]
    public void A_page_that_is_still_being_made_fails_as_a_whole()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        _room.Problem = Away();

        FluentActions.Invoking(() => Render<PassingTrouble>(p => p.AddChildContent<Page>()))
            .Should().Throw<InvalidOperationException>().WithInnerException<NpgsqlException>();
    }

    private async Task TimePassesUntilAsync(Func<bool> isSo)
    {
        using var late = Patience.Starts();
        while (!isSo())
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, late.Token); // whoever waited for the clock runs on a thread of its own
        }
    }

    // As EF tells it.
    private static InvalidOperationException Away() =>
        new("Likely due to a transient failure.", new NpgsqlException("Broken", new IOException("Broken pipe")));

    private sealed class Room
    {
        public Exception? Problem { get; set; }

        public int Tries { get; set; }
    }

    private sealed class Page : ComponentBase
    {
        [Inject]
        public required Room Room { get; init; }

        protected override void OnInitialized()
        {
            Room.Tries++;
            if (Room.Problem is { } problem)
            {
                throw problem;
            }
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "Read.");
    }
}
