using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Facts;

namespace ReadinessPortal.ComponentTests.Facts;

public sealed class ChoosingFromTheMenu : BunitContext, IAsyncLifetime
{
    private const string Path = "criteria/load-testing/measurements/latency-p95";

    private readonly List<FactChange> _sent = [];
    private readonly FactEditing _editing;

    public ChoosingFromTheMenu()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System).AddDrafts();
        _editing = new(DemoLaunch.View(DemoLaunch.Board), new(
            (changes, _) =>
            {
                _sent.AddRange(changes);
                return Task.FromResult<Outcome>(new Outcome.Done(2));
            },
            _ => Task.FromResult<Outcome.Done?>(null),
            (_, _) => Task.FromResult<Outcome>(new Outcome.Done(2)),
            (_, _) => Task.FromResult<FieldAuthor?>(null),
            _ => Task.FromResult<FieldAuthor?>(null)));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public void A_reader_has_what_everybody_can_do()
    {
        _editing.Follow(DemoLaunch.View(DemoLaunch.Board) with
        {
            Me = new(Guid.NewGuid(), "Vic", [LaunchPart.Viewer], false),
        });

        var menu = Render<FactEdit>(p => p.AddCascadingValue(_editing).Add(e => e.Fact, Path)
            .AddChildContent("<a href=\"history\">History</a>"));

        menu.FindAll(".choices > *").Should().ContainSingle().Which.TextContent.Should().Be("History");
    }

    [Theory]
    [InlineData("criteria/load-testing", "Move up", "criteria/e2e-tests")]
    [InlineData("criteria/load-testing", "Move down", "criteria/security-testing")]
    public async Task A_fact_moves_among_those_it_is_shown_with(string fact, string act, string other)
    {
        var keys = DemoLaunch.Facts.Criteria.Select(c => c.Key).ToList();
        var (me, neighbor) = (FactPath.Parse(fact).Key, FactPath.Parse(other).Key);
        var shown = act == "Move up" ? $"{neighbor} {me}" : $"{me} {neighbor}";
        var edit = Render<FactEdit>(p => p
            .AddCascadingValue(_editing).Add(e => e.Fact, fact).Add(e => e.Among, shown));

        await edit.InvokeAsync(() =>
            edit.FindAll(".choices button").First(b => b.TextContent == act).ClickAsync(new()));

        var move = _sent.Should().ContainSingle().Which.Should().BeOfType<FactChange.Move>().Subject;
        keys.Remove(me);
        keys.Insert(move.After is null ? 0 : keys.IndexOf(move.After) + 1, me);
        var (mine, its) = (keys.IndexOf(me), keys.IndexOf(neighbor));
        (mine - its).Should().Be(act == "Move up" ? -1 : 1);
    }

    [Fact]
    public void What_another_fact_stands_on_is_not_archived_and_it_is_said_why()
    {
        var actions = Render<FactActions>(p => p
            .AddCascadingValue(_editing).Add(e => e.Fact, "criteria/load-testing").Add(e => e.Act, FactAct.Archive));

        actions.Find("[role=alert]").TextContent.Should().Contain("cannot be archived");
        actions.FindAll("[role=alert] li a").Should().NotBeEmpty();
    }
}
