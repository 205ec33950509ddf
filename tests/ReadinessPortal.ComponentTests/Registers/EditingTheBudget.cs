using System.Collections.Immutable;
using Bunit;
using Microsoft.Extensions.Logging.Abstractions;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Registers;

namespace ReadinessPortal.ComponentTests.Registers;

/// <summary>The budget of the demo in the hands of somebody who may edit it.</summary>
public abstract class EditingTheBudget : BunitContext, IAsyncLifetime
{
    private LaunchFacts _facts = DemoLaunch.Facts;
    private long _number = 1;

    protected EditingTheBudget()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddDrafts();
    }

    /// <summary>What was to be saved.</summary>
    protected List<ImmutableArray<FactChange>> Saved { get; } = [];

    /// <summary>The name under which each of it was.</summary>
    protected List<Guid?> Requests { get; } = [];

    protected RegisterActs Acts { get; } = new(NullLogger.Instance);

    /// <summary>The pages that the editor asked for.</summary>
    protected List<int> Turned { get; } = [];

    /// <summary>Why nothing is saved; null: everything is.</summary>
    protected Refusal? Answer { get; set; }

    /// <summary>Why the next ones are not saved, one after the other.</summary>
    protected Queue<Refusal> Answers { get; } = [];

    /// <summary>What was done before under the name that is sent.</summary>
    protected FactChange? Before { get; set; }

    /// <summary>The portal fails this often before it saves.</summary>
    protected int Failures { get; set; }

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    protected static Register Budget => DemoLaunch.Facts.Registers.First(r => r.Key == "budget");

    protected static ImmutableArray<RegisterColumn> Columns => Budget.Columns;

    protected static string Row => Budget.Rows[0].Key;

    protected IRenderedComponent<RegisterEditor> Editor(string key = "budget", Register? other = null)
    {
        _facts = other is null ? DemoLaunch.Facts : DemoLaunch.Facts with { Registers = [other] };
        var (view, register, table) = View(key);
        return Render<RegisterEditor>(p => p
            .Add(c => c.View, view).Add(c => c.Register, register).Add(c => c.Table, table)
            .Add(c => c.Acts, Acts).Add(c => c.Turn, Turned.Add)
            .Add(c => c.TakeBack, () => Task.FromResult<string?>("Undone."))
            .Add(c => c.Save, (changes, request) => Acts.SaveAsync(register, changes, request, AnswerAsync)));
    }

    private Task<Outcome> AnswerAsync(ImmutableArray<FactChange> changes, Guid? request = null)
    {
        Saved.Add(changes);
        Requests.Add(request);
        var done = new Outcome.Done(_number + 1, changes[0].Fact.Key);
        return Failures-- > 0 ? throw new InvalidOperationException("The portal failed.")
            : Task.FromResult<Outcome>((Answers.TryDequeue(out var next) ? next : Answer) is { } refusal
                ? new Outcome.Refused(refusal)
                : Before is null || request is null ? done
                : changes[0] == Before ? done with { IsRepeat = true }
                : new Outcome.Refused(new IdempotencyKeyReused(done with { IsRepeat = true })));
    }

    protected void Follow(IRenderedComponent<RegisterEditor> editor, string row, string column, string text) =>
        Follow(editor, b => b with
        {
            Rows = [.. b.Rows.Select(r => r.Key == row ? r with { Cells = r.Cells.SetItem(column, text) } : r)],
        });

    protected void Follow(IRenderedComponent<RegisterEditor> editor, Func<Register, Register> change)
    {
        _number++;
        _facts = _facts with { Registers = [.. _facts.Registers.Select(r => r.Key == "budget" ? change(r) : r)] };
        var (view, register, table) = View("budget");
        editor.Render(p => p.Add(c => c.View, view).Add(c => c.Register, register).Add(c => c.Table, table));
    }

    protected (LaunchView View, Register Register, RegisterTable Table) View(string key)
    {
        var board = new LaunchBoard { Facts = _facts, ChangeNumber = _number };
        var readiness = Readiness.At(board, DemoLaunch.Now);
        var view = new LaunchView
        {
            Board = board, Readiness = readiness, Verdict = DemoLaunch.Verdict, LiveVerdict = DemoLaunch.Verdict,
            Me = new Actor(Guid.Empty, "Mona", [LaunchPart.Manager], false), At = DemoLaunch.Now,
        };
        return (view, _facts.Registers.First(r => r.Key == key), readiness.Registers.First(t => t.Key == key));
    }

    protected static async Task<string?> SaveAsync(
        IRenderedComponent<RegisterEditor> editor, string column, string from, string text) =>
        (await editor.InvokeAsync(() => editor.Instance.SaveAsync(Row, column, from, text))).Say;

    protected static AngleSharp.Dom.IElement Cell(IRenderedComponent<RegisterEditor> editor, string column)
    {
        var at = Columns.Select(c => c.Key).ToList().IndexOf(column);
        return editor.Find($"tr[data-r='{Row}']").Children[at];
    }
}
