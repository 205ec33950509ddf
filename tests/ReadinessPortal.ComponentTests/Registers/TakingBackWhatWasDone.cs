using System.Collections.Immutable;
using Bunit;
using Microsoft.Extensions.Logging.Abstractions;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Web.Registers;

namespace ReadinessPortal.ComponentTests.Registers;

public sealed class TakingBackWhatWasDone : BunitContext
{
    private static readonly Register _budget = DemoLaunch.Facts.Registers.First(r => r.Key == "budget");
    private static readonly FactPath _aws = RegisterFacts.Row("budget", "aws");
    private static readonly FactPath _ai = RegisterFacts.Row("budget", "ai");

    private readonly RegisterActs _acts = new(NullLogger.Instance);
    private readonly List<ImmutableArray<FactChange>> _sent = [];
    private Refusal? _answer;

    [Fact]
    public async Task What_was_done_last_is_named_and_taken_back_first()
    {
        await DoAsync([FactChange.Setting(_aws, "cells.actual", "20145", "1")]);
        await DoAsync([.. _budget.Rows.Select(r => FactChange.Setting(
            RegisterFacts.Row("budget", r.Key), "cells.budget", r.Cells["budget"], null))]);
        var bar = Bar();
        bar.Find("button").TextContent.Should().Be("Undo: six cells blanked");

        await bar.Find("button").ClickAsync();

        _sent[^1].Should().Contain(FactChange.Setting(_aws, "cells.budget", null, "25000")).And.HaveCount(6);
        bar.Find("[role=status]").TextContent.Should().Be("Undone: six cells blanked.");
        bar.Find("button").TextContent.Should().Be("Undo: AWS infrastructure, Actual changed");
    }

    [Fact]
    public async Task What_was_refused_or_changed_nothing_is_nothing_to_take_back()
    {
        _answer = new FactGone(_aws);
        await DoAsync([FactChange.Setting(_aws, "cells.actual", "20145", "1")]);
        _answer = null;
        await DoAsync([FactChange.Setting(_aws, "cells.actual", "20145", "20145")]);

        var bar = Bar();

        bar.FindAll("button").Should().BeEmpty();
        (await bar.InvokeAsync(bar.Instance.RunAsync)).Should().StartWith("There is nothing to undo");
    }

    [Fact]
    public async Task What_somebody_changed_since_is_named_and_nothing_is_taken_back_until_it_is_left_out()
    {
        await DoAsync(
        [
            FactChange.Setting(_aws, "cells.actual", "20145", "1"),
            FactChange.Setting(_ai, "cells.actual", "6234", "2"),
        ]);
        _answer = new FieldsChangedMeanwhile(
            [new(_aws, "cells.actual", "7", "20145", "Pat Platform", DateTimeOffset.UnixEpoch)]);
        var bar = Bar();

        await bar.Find("button").ClickAsync();

        bar.Find(".banner").TextContent.Should().Contain("Not undone: two cells changed")
            .And.Contain("AWS infrastructure, Actual: Pat Platform set it to 7 then");
        _answer = null;
        await bar.FindAll(".banner button")[0].ClickAsync();
        _sent[^1].Should().Equal(FactChange.Setting(_ai, "cells.actual", "2", "6234"));
        bar.FindAll("button").Should().BeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_taken_back_says_why_and_lets_go_of_it()
    {
        await DoAsync([FactChange.Setting(_aws, "cells.actual", "20145", "1")]);
        _answer = new FactGone(_aws);
        var bar = Bar();
        await bar.Find("button").ClickAsync();
        bar.Find(".banner").TextContent.Should().Contain("AWS infrastructure was archived since.");

        await bar.FindAll(".banner button").First(b => b.TextContent == "Leave all of it").ClickAsync();

        bar.FindAll("button").Should().BeEmpty();
    }

    [Theory]
    [InlineData("column Actual changed", "unit")]
    [InlineData("column Actual changed", "title")]
    public async Task A_column_is_taken_back_like_a_cell(string words, string field)
    {
        var column = _budget.Columns.First(c => c.Key == "actual");
        await DoAsync([FactChange.Setting(RegisterFacts.Column("budget", "actual"), field,
            RegisterFacts.Values(column)[field], "x")]);

        _acts.Newest!.Words.Should().Be(words);
    }

    [Fact]
    public async Task The_oldest_of_very_many_acts_are_let_go()
    {
        for (var i = 0; i < 150; i++)
        {
            await DoAsync([FactChange.Setting(_aws, "cells.actual", "20145", $"{i}")]);
        }

        var left = 0;
        while (_acts.Newest is { } newest)
        {
            _acts.Drop(newest);
            left++;
        }

        left.Should().Be(100);
    }

    private Task<Outcome> DoAsync(ImmutableArray<FactChange> changes) =>
        _acts.SaveAsync(_budget, changes, null, SaveAsync);

    private Task<Outcome> SaveAsync(ImmutableArray<FactChange> changes, Guid? request = null)
    {
        _sent.Add(changes);
        return Task.FromResult<Outcome>(_answer is null ? new Outcome.Done(2, null) : new Outcome.Refused(_answer));
    }

    private Task<Outcome> TakeBackAsync(ImmutableArray<FactChange> back, Guid request, long act)
    {
        act.Should().Be(2, "that is what was done");
        return SaveAsync(back, request);
    }

    private IRenderedComponent<TakeBack> Bar() => Render<TakeBack>(p => p
        .Add(c => c.Register, _budget).Add(c => c.Acts, _acts).Add(c => c.Save, TakeBackAsync)
        .Add(c => c.When, _ => "then"));
}
